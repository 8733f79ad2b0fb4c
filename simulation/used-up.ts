import type { CallerOptions, Tenant, ThrottleOverrides } from "@vestibule/fake-server";
import { callContext, type Method } from "@vestibule/sdk/wire";

const NOBODY = "/users/0f0f0f0f-0000-4000-8000-0000000000fe";

/** Uses up what a directory takes at once, by requests that do nothing: a client finds everything taken. */
export async function useUp(
  tenant: Tenant,
  caller: CallerOptions["as"],
  { invitations, units, writes }: ThrottleOverrides,
): Promise<void> {
  // What each application has for itself, another process of the same one takes; the rest is everybody's.
  const own = tenant.transport({ as: caller });
  const others = tenant.transport({ as: tenant.app("bulk") });
  const ask = (transport: typeof own, method: Method, path: string) =>
    transport.send({
      operation: { id: "used-up", effect: "idempotent" },
      ...{ method, version: "v1.0", target: { path }, headers: {}, context: callContext() },
      ...(method !== "GET" && { body: {} }),
    });
  for (let n = 0; n < (invitations?.requests ?? 0); n++) await ask(others, "POST", "/invitations");
  const changes = Math.min(writes?.writes ?? 0, units?.units ?? Number.POSITIVE_INFINITY);
  for (let n = 0; n < changes; n++) await ask(own, "PATCH", NOBODY);
  for (let n = changes; n < (units?.units ?? 0); n++) await ask(own, "GET", NOBODY);
}
