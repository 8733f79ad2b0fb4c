import type { Directory } from "./directory.ts";
import { Refusal } from "./refusal.ts";

/** Refuses a guest who is in as many directories as one may be in, as a member or a guest. */
export function refuseOneTenantTooMany({ limits, tenantsOf }: Directory, address: string): void {
  const most = limits.of("tenants-per-user");
  if (tenantsOf(address) + 1 > most) throw new Refusal({ reason: "too-many-tenants", most });
}
