import type { Tenant, TenantKind } from "@vestibule/fake-server";
import type { B2BClient } from "@vestibule/sdk";
import { ask } from "../limits/ask.ts";
import type { CloudName } from "./sides.ts";

/** What a tenant of a cloud is made with, if it is to be one of those that are too old to collaborate: the government's clouds alone have such. */
export function kindOf(cloud: CloudName, isOlder: boolean): { readonly kind?: TenantKind } {
  return isOlder && cloud.startsWith("usgov") ? { kind: "USG" } : {};
}

/** How it is with the application by which people are invited from other clouds; `unseen` where nobody has touched it. */
export type Worker = "unseen" | "enabled" | "disabled";

/** Sets that application's switch in an organisation. */
export async function setWorker(admin: B2BClient, tenant: Tenant, worker: Worker): Promise<void> {
  if (worker === "unseen") return;
  const { id } = tenant.app("Microsoft B2B Cross Cloud Worker");
  if (worker === "enabled") return;
  await ask(admin, "PATCH", `/servicePrincipals/${id}`, { body: { accountEnabled: false } });
}
