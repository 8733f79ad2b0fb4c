import {
  type BoundaryPolicy,
  type Cloud,
  type HomeResolver,
  homeFor,
  reachBy,
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

/** What the service itself knows, and it is asked next: its own settings. */
export const SERVICE_KNOWS: ReadonlySet<string> = new Set<Undecided["reason"]>([
  "settings-unsettled",
  "settings-unread",
]);

const WARNINGS = {
  "home-unknown": "home-unknown",
  "settings-unsettled": "behind-own-writes",
  "settings-unread": "settings-unread",
  "policy-failed": "policy-failed",
} as const satisfies Record<Undecided["reason"], CallWarning["code"]>;

/** Why somebody is out of reach, or may be, in a sentence without its full stop. */
export function explain({
  reason,
  from,
  to,
}: Pick<Unreachable | Undecided, "reason" | "from" | "to">): string {
  switch (reason) {
    case "home-unknown":
      return from === undefined
        ? `nobody knows which cloud the guest's account lives in; this directory is in ${to}`
        : `the guest's account lives in the cloud ${from}, and nobody knows in which organisation; without its tenant id this directory, in ${to}, cannot tell whether it lets it in`;
    case "settings-unsettled":
      return "the settings that were read do not show yet what this client has just changed";
    case "settings-unread":
      return "this directory's cross-tenant access settings, or which organisation is its own, could not be read, or do not tell, so that nobody here knows whether they let the guest in";
    case "policy-failed":
      return "the policy of this client's `boundary` failed, gave no answer in time, or answered what is no reach";
    case "pair-unsupported":
      return `the guest's account lives in the cloud ${from}, this directory in ${to}: invitations do not cross that boundary`;
    case "cloud-not-enabled":
      return `the guest's account lives in the cloud ${from}, this directory in ${to}, and this directory has not opened that cloud`;
    case "partner-not-added":
      return `the guest's account lives in the cloud ${from}, this directory in ${to}: that cloud is open, but the guest's organisation has no entry in cross-tenant access`;
    case "closed-at-home":
      return "the cross-tenant access settings of the guest's organisation do not let its people be guests here";
    case "account-unsupported":
      return from === undefined
        ? `the guest has a personal account, and this directory's cloud, ${to}, takes none`
        : `the guest's organisation, in the cloud ${from}, is one without B2B collaboration`;
    case "partner-blocked":
      return "this directory's cross-tenant access settings let nobody in from the guest's organisation";
  }
}
