import type { WireRequest, WireResponse } from "@vestibule/sdk/wire";
import { expectStatus, get, type LargeTenant } from "./large-tenant.ts";

const NO_ROLE = "00000000-0000-0000-0000-000000000000";

/** Reads something through each of the tenant's instances. */
export async function readThroughAll({ tenant, transport, ids }: LargeTenant): Promise<void> {
  const app = tenant.app("bench");
  const [id = ""] = ids;
  const missing = new Set(tenant.readers.map(({ name }) => name));
  while ([...missing].some((name) => name.startsWith("graph/"))) {
    const response = await transport.send(get(`/users/${id}`));
    expectStatus(response, 200);
    missing.delete(answererOf(response));
  }
  const advanced: WireRequest = {
    ...get("/users", { $count: "true", $top: "1" }),
    headers: { consistencylevel: "eventual" },
  };
  const counted = await transport.send(advanced);
  expectStatus(counted, 200);
  missing.delete(answererOf(counted));
  // Assignments to applications are judged by an instance that cannot be read in any other way.
  const assigned = await transport.send({
    ...get(`/servicePrincipals/${app.id}/appRoleAssignedTo`),
    method: "POST",
    body: { principalId: id, resourceId: app.id, appRoleId: NO_ROLE },
  });
  expectStatus(assigned, 201);
  missing.delete("apps/weu");
  if (missing.size > 0) throw new Error(`not read through: ${[...missing].join(", ")}`);
}

function answererOf({ headers }: WireResponse): string {
  return JSON.parse(headers.get("x-ms-ags-diagnostic") ?? "{}").ServerInfo.RoleInstance;
}
