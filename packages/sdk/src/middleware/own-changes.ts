import type { BoundaryPolicy } from "../clouds/index.ts";
import type { Middleware } from "../wire/index.ts";

/**
 * Has the boundary's policy forget what it remembers of cross-tenant access once this client changes that: who has just
 * opened a cloud wants to invite from there.
 */
export function ownChanges(policy: BoundaryPolicy): Middleware {
  return (next) =>
    async function ownChanges(request) {
      const { effect, id } = request.operation;
      if (effect === "read" || !id.startsWith("crossTenantAccess.")) return next(request);
      try {
        return await next(request);
      } finally {
        policy.forget?.();
      }
    };
}
