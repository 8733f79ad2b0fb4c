import type { ConditionalAccessPolicy } from "../schemas/index.ts";
import { isCovered } from "./coverage.ts";
import { type Demand, demandsOf, isSilent, type Standing } from "./grant.ts";

/** A policy that is the reason for a challenge. */
export interface PolicyReference {
  readonly id: string;
  readonly displayName: string | null;
}

/** What one policy comes to. */
export interface Verdict {
  readonly reference: PolicyReference;
  readonly demands: readonly Demand[];
  /** What would have to be known to tell whether the policy is about this sign-in at all. Empty: it is. */
  readonly turnsOn: readonly string[];
}

/** What the policies that are in force come to. One that is not about this sign-in, or asks nothing of this guest, is left out. */
export function verdictsOn(
  policies: readonly ConditionalAccessPolicy[],
  standing: Standing,
): readonly Verdict[] {
  return policies
    .filter(({ state }) => state === "enabled")
    .map((policy) => verdictOn(policy, standing))
    .filter(({ demands }) => demands.some((demand) => !isSilent(demand, standing)));
}

function verdictOn(policy: ConditionalAccessPolicy, standing: Standing): Verdict {
  const { id, displayName } = policy;
  const covered = isCovered(policy, standing.question);
  return {
    reference: { id, displayName },
    demands: covered === false ? [] : demandsOf(policy, standing),
    turnsOn: typeof covered === "boolean" ? [] : covered,
  };
}
