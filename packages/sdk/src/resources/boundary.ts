import { type BoundaryPolicy, type HomeResolver, homeFor, type Reach } from "../clouds/index.ts";
import { B2BError, checked } from "../errors/index.ts";
import { readIdentity } from "../schemas/index.ts";
import { type CallOptions, checkOptions } from "./call-options.ts";

/** Who can be invited into this directory, as far as clouds and organisations go. */
export interface Boundary {
  /**
   * Tells whether somebody can be reached, and if not why, and what can be done. Asks the resolver and the policy of the
   * client's `boundary` option; without one nobody knows where anybody is at home.
   *
   * @param identity - an address, a domain, or a tenant id
   * @throws B2BError `invalid-input` for anything else
   */
  check(identity: string, options?: Pick<CallOptions, "signal">): Promise<Reach>;
}

/** Who finds out where somebody is at home, and who judges it. */
export interface Border {
  readonly resolver: HomeResolver;
  readonly policy: BoundaryPolicy;
}

export function boundary({ resolver, policy }: Border): Boundary {
  return {
    async check(identity, options = {}) {
      checkOptions("boundary.check", options, ["signal"]);
      const { signal } = options;
      checked("boundary.check", readIdentity(identity));
      try {
        return await policy.evaluate(await homeFor(resolver, identity, signal), signal);
      } catch (failure) {
        if (!signal?.aborted) throw failure;
        const details = { outcome: "not-sent", operation: "boundary.check", cause: failure } as const;
        throw new B2BError("aborted", "the caller gave up", details);
      }
    },
  };
}
