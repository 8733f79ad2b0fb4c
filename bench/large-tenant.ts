import { createWorld, type Realism, type Tenant, type World } from "@vestibule/fake-server";
import { callContext, type Transport, type WireRequest, type WireResponse } from "@vestibule/sdk/wire";

/** How many users the measured directories hold. */
export const USERS = 100_000;

/** A world whose one tenant is large. */
export interface LargeTenant {
  readonly world: World;
  readonly tenant: Tenant;
  /** Ids of all its users. */
  readonly ids: readonly string[];
  readonly transport: Transport;
}

export function largeTenant(realism: Realism): LargeTenant {
  const world = createWorld({ seed: 42, realism });
  // A tenant without a domain of its own holds only 50,000 objects.
  const tenant = world.cloud("public").tenant("contoso").domain("contoso.example");
  const transport = tenant.transport({ as: tenant.app("bench") });
  const ids = tenant.members(USERS).log.at(-1)?.ids ?? [];
  return { world, tenant, ids, transport };
}

/** What does not change from one request to the next. */
const READ = {
  operation: { id: "bench.get", effect: "read" },
  method: "GET",
  version: "v1.0",
  headers: {},
  context: callContext(),
} as const;

/** The request that reads `path`; made anew for each operation, as a client does. */
export function get(path: string, query?: Readonly<Record<string, string>>): WireRequest {
  return { ...READ, target: query === undefined ? { path } : { path, query } };
}

export function invite(address: string): WireRequest {
  return {
    operation: { id: "bench.invite", effect: "idempotent" },
    method: "POST",
    version: "v1.0",
    target: { path: "/invitations" },
    headers: {},
    body: {
      invitedUserEmailAddress: address,
      inviteRedirectUrl: "https://app.contoso.example/welcome",
    },
    context: callContext(),
  };
}

/** @throws Error where the answer has another status: what failed is not worth timing */
export function expectStatus(response: Pick<WireResponse, "status" | "body">, status: number): void {
  if (response.status !== status) {
    throw new Error(`status ${response.status} instead of ${status}: ${JSON.stringify(response.body)}`);
  }
}
