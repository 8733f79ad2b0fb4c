import type { Tenant, World } from "@vestibule/fake-server";
import { type B2BClient, clouds, createB2BClient } from "@vestibule/sdk";
import fc from "fast-check";

export const CLOUDS = ["public", "usgov", "usgov-dod", "china"] as const;
export type CloudName = (typeof CLOUDS)[number];
const everybody = (accessType: "allowed" | "blocked") => ({
  usersAndGroups: { accessType, targets: [{ target: "AllUsers", targetType: "user" }] },
  applications: { accessType, targets: [{ target: "AllApplications", targetType: "application" }] },
});

/** One side's settings towards the other. */
export const side = fc.record({
  opensCloud: fc.constantFrom(true, true, true, false),
  general: fc.constantFrom("unset", "blocked"),
  entry: fc.constantFrom("none", "empty", "allowed", "blocked"),
});
export type Side = typeof side extends fc.Arbitrary<infer T> ? T : never;

/** Every cloud invites from every cloud. */
export const pairs = CLOUDS.flatMap((here) => CLOUDS.map((there) => [here, there] as const));

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
  if (opensCloud) await crossTenantAccess.allowClouds([clouds[other.cloud].instance]);
  if (general === "blocked") await crossTenantAccess.updateDefault({ [name]: everybody("blocked") });
  if (entry === "none") return;
  const changes = entry === "empty" ? {} : { [name]: everybody(entry as "allowed") };
  await crossTenantAccess.addPartner(other.tenantId, changes);
}
