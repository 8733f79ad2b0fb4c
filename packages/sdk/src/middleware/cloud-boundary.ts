import {
  type BoundaryPolicy,
  type Cloud,
  explain,
  type HomeResolver,
  homeFor,
  reachBy,
  SERVICE_KNOWS,
  type Undecided,
  type Unreachable,
} from "../clouds/index.ts";
import { B2BError } from "../errors/index.ts";
import type { CallTrace, CallWarning, Middleware } from "../wire/index.ts";

/** Who is refused before anything is sent. */
export interface CloudBoundaryOptions {
  /** Finds out where a guest is at home. Asked once a call: one that asks the network should remember its answers. */
  readonly resolver: HomeResolver;
  /** Which homes can be invited. Default of the client: `articleBoundary`, never across a cloud's boundary. */
  readonly policy: BoundaryPolicy;
  /** `warn` lets every request through and notes a warning in the call's `meta()`. Default `enforce`. */
  readonly mode?: "enforce" | "warn";
  /** What becomes of a guest of whom nobody can tell, because the home is not known or the policy fails. Default `proceed`, with a warning: an outage of discovery must not stop inviting. */
  readonly onUnknown?: "proceed" | "refuse";
}

/**
 * Refuses an operation on a guest who is known to be out of reach, before a token is fetched or anything is sent.
 * Acts on `operation.guestIdentity`, and on nothing else.
 */
export function cloudBoundary(options: CloudBoundaryOptions & { readonly cloud: Cloud }): Middleware {
  const { cloud, resolver, policy, mode = "enforce", onUnknown = "proceed" } = options;
  const isRefused = (reach: Unreachable | Undecided) =>
    reach.reachable === false
      ? mode === "enforce"
      : onUnknown === "refuse" && !SERVICE_KNOWS.has(reach.reason);
  return (next) =>
    async function cloudBoundary(request) {
      const { guestIdentity, id } = request.operation;
      if (guestIdentity === undefined) return next(request);
      const { signal, trace } = request.context;
      const home = await homeFor(resolver, guestIdentity, signal);
      const reach = await reachBy(policy, cloud, home, signal);
      if (reach.reachable) return next(request);
      if (isRefused(reach)) throw boundaryError(id, reach);
      warn(trace, reach);
      return next(request);
    };
}

function boundaryError(operation: string, reach: Unreachable | Undecided): B2BError {
  return new B2BError("cloud-boundary", `${explain(reach)}. Nothing was sent.`, {
    outcome: "not-sent",
    operation,
    remedies: reach.remedies,
  });
}

function warn(trace: CallTrace, reach: Unreachable | Undecided): void {
  const code = reach.reachable === false ? "cloud-boundary" : WARNINGS[reach.reason];
  const text = `${explain(reach)}. The directory itself will judge.`;
  trace.warnings = [...trace.warnings, { code, text }];
}

const WARNINGS = {
  "home-unknown": "home-unknown",
  "settings-unsettled": "behind-own-writes",
  "settings-unread": "settings-unread",
  "policy-failed": "policy-failed",
} as const satisfies Record<Undecided["reason"], CallWarning["code"]>;
