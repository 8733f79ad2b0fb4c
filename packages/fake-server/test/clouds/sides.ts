import type { Tenant, World } from "@vestibule/fake-server";
import { type B2BClient, clouds, createB2BClient } from "@vestibule/sdk";
import fc from "fast-check";
import { everybody } from "../everybody.ts";

export const CLOUDS = ["public", "usgov", "usgov-dod", "china"] as const;
export type CloudName = (typeof CLOUDS)[number];
const people = (accessType: "allowed" | "blocked") => ({
  ...everybody("allowed"),
  usersAndGroups: { accessType, targets: [{ target: SOMEBODY, targetType: "user" as const }] },
});
const apps = (accessType: "allowed" | "blocked") => ({
  ...everybody("allowed"),
  applications: { accessType, targets: [{ target: SOMETHING, targetType: "application" as const }] },
});

/** Nobody and nothing that is met here. */
const SOMEBODY = "77777777-0000-4000-8000-000000000001";
const SOMETHING = "77777777-0000-4000-8000-000000000002";

const SETTINGS = {
  empty: undefined,
  allowed: everybody("allowed"),
  blocked: everybody("blocked"),
  "certain people": people("allowed"),
  "all but certain people": people("blocked"),
  "certain applications": apps("allowed"),
  "all but certain applications": apps("blocked"),
} as const;

/** One side's settings towards the other. */
export const side = fc.record({
  opensCloud: fc.constantFrom(true, true, true, false),
  general: fc.constantFrom("unset", "blocked"),
  entry: fc.constantFrom(
    ...(["none", "none", "empty", "empty", "allowed", "allowed", "blocked", "blocked"] as const),
    ...(["certain people", "all but certain people"] as const),
    ...(["certain applications", "all but certain applications"] as const),
  ),
});
export type Side = typeof side extends fc.Arbitrary<infer T> ? T : never;

/** Every cloud invites from every cloud. */
export const pairs = CLOUDS.flatMap((here) => CLOUDS.map((there) => [here, there] as const));

/** Where every address is a personal account. */
export const PERSONAL_DOMAINS = [
  "outlook.com",
  "hotmail.com",
  "live.com",
  "msn.com",
  "gmail.com",
  "googlemail.com",
] as const;

/** Nothing goes wrong but what is asked for: layers that wait would only take time. */
export const PLAIN = { retry: false, attemptTimeout: false, readYourWrites: false } as const;

/** A client that may do everything in a tenant. */
export function administrator(world: World, tenant: Tenant): B2BClient {
  return createB2BClient({
    ...{ transport: tenant.transport({ as: tenant.app("admin") }), clock: world.clock, ...PLAIN },
  });
}

/** Sets one side as it is to be. */
export async function configure(
  { crossTenantAccess }: B2BClient,
  { opensCloud, general, entry }: Side,
  other: { tenantId: string; cloud: CloudName },
  name: "b2bCollaborationInbound" | "b2bCollaborationOutbound",
): Promise<void> {
  if (opensCloud) await openCloud(crossTenantAccess, other.cloud);
  if (general === "blocked") {
    await (name === "b2bCollaborationInbound"
      ? crossTenantAccess.updateDefault({ b2bCollaborationInbound: everybody("blocked") })
      : crossTenantAccess.updateDefault({ b2bCollaborationOutbound: everybody("blocked") }));
  }
  if (entry === "none") return;
  const setting = SETTINGS[entry];
  await crossTenantAccess.addPartner(other.tenantId, setting ? { [name]: setting } : {});
}

/** A cloud that this one cannot be opened to is refused, and stays closed. */
export async function openCloud(
  { allowClouds }: B2BClient["crossTenantAccess"],
  cloud: CloudName,
): Promise<void> {
  const opened = await allowClouds([clouds[cloud].instance]).safe();
  if (!opened.ok && !opened.error.is("invalid-input")) throw opened.error;
}

/** Whether a side lets nobody through. A setting for certain people or applications lets somebody through. */
export function shutsAllOut({ general, entry }: Side): boolean {
  const isInherited = entry === "none" || entry === "empty";
  return isInherited ? general === "blocked" : entry === "blocked";
}
