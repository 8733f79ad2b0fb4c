import type { BoundaryPolicy } from "../clouds/index.ts";
import type { Middleware } from "../wire/index.ts";

/** Who is told of the client's own changes, and for how long they may not show. */
export interface OwnChangesOptions {
  readonly policy: BoundaryPolicy;
  /** How long an instance may show the settings as they were before a change, in milliseconds. Default 120,000. */
  readonly windowMs?: number;
}

/**
 * Has the boundary's policy forget what it remembers of cross-tenant access once this client changes that: who has just
 * opened a cloud wants to invite from there.
 */
export function ownChanges({ policy, windowMs = 120_000 }: OwnChangesOptions): Middleware {
  return (next) =>
    async function ownChanges(request) {
      const { effect, id } = request.operation;
      if (effect === "read" || !id.startsWith("crossTenantAccess.")) return next(request);
      try {
        return await next(request);
      } finally {
        policy.forget?.(windowMs);
      }
    };
}
