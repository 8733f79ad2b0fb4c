import { type BoundaryPolicy, type HomeResolver, homeFor, type Reach, reachBy } from "../clouds/index.ts";
import { checked } from "../errors/index.ts";
import { readIdentity } from "../schemas/index.ts";
import type { Line } from "./call.ts";
import { type CallOptions, checkOptions } from "./call-options.ts";
import { waitInTime } from "./in-time.ts";

/** Who can be invited into this directory, as far as clouds and organisations go. */
export interface Boundary {
  /**
   * Tells whether somebody can be reached, and if not why, and what can be done. Asks the resolver and the policy of the
   * client's `boundary` option; without one nobody knows where anybody is at home.
   *
   * `reachable` is `undefined` where nobody can tell, in an outage of the resolver for example: such an invitation is let
   * through with a warning, unless the client's `onUnknown` says otherwise.
   *
   * Of the address itself nothing is said: what Graph takes for one, `preflight.invitation` tells.
   *
   * @param identity - an address, a domain, or a tenant id
   * @throws B2BError `invalid-input` for anything else; `aborted` and `timeout`, whatever is waited for
   */
  check(identity: string, options?: CallOptions): Promise<Reach>;
}

/** Who finds out where somebody is at home, and who judges it. */
export interface Border {
  readonly resolver: HomeResolver;
  readonly policy: BoundaryPolicy;
}

export function boundary({ cloud, clock }: Line, { resolver, policy }: Border): Boundary {
  return {
    async check(identity, options = {}) {
      checkOptions(ID, options);
      checked(ID, readIdentity(identity));
      return waitInTime(clock, ID, options, async (stop) =>
        reachBy(policy, cloud, await homeFor(resolver, identity, stop), stop),
      );
    },
  };
}

const ID = "boundary.check";
