import { type Decision, explain, type MissingFact, type Reach } from "../clouds/index.ts";
import type { SignInQuestion } from "../schemas/index.ts";
import type { ResourceTenantSettings, SignInPrediction } from "./predict.ts";

/** What the rule for the boundary of the clouds comes to for people of an organisation; `undefined` where it lets them through. */
export function boundaryFor(reach: Reach): Decision | undefined {
  if (reach.reachable) return undefined;
  return { allowed: reach.reachable, decidedBy: "clouds", because: explain(reach), missing: [] };
}

export const UNSAID: Decision = {
  ...{ allowed: undefined, decidedBy: "clouds", missing: [] },
  because: "nobody knows which cloud the guest's account lives in; `homeCloud` would tell",
};

/** What is left of a prediction for a guest who has to be let in first. */
export function letIn(
  { homeTenantId, homeLetsOut }: Pick<SignInQuestion, "homeTenantId" | "homeLetsOut">,
  { boundary, passage }: Pick<ResourceTenantSettings, "boundary" | "passage">,
  prediction: SignInPrediction,
): SignInPrediction {
  const isKeptIn = homeTenantId !== null && homeLetsOut === false;
  const decisions = [
    ...[boundary, passage?.users, passage?.applications].filter((one) => one !== undefined),
    ...(isKeptIn ? [KEPT_IN] : []),
  ];
  const shutOutBy = decisions.filter(({ allowed }) => allowed === false);
  if (shutOutBy.length > 0) return { outcome: "blocked", challenges: [], shutOutBy, missing: [] };
  if (decisions.every(({ allowed }) => allowed)) return prediction;
  // Out is out, whichever of the two it is that keeps the guest there.
  if (prediction.outcome === "blocked") return { ...prediction, challenges: [] };
  const open = decisions.flatMap(({ allowed, missing, because }) => {
    if (allowed !== undefined) return [];
    return missing.length > 0
      ? missing.map((fact) => FACTS[fact])
      : [`whether the guest is let in: ${because}`];
  });
  return { outcome: "unknown", challenges: [], missing: [...new Set([...open, ...prediction.missing])] };
}

const KEPT_IN: Decision = {
  ...{ allowed: false, decidedBy: "home", missing: [] },
  because: "the guest's own organisation does not let its people be guests here",
};

const FACTS: Readonly<Record<MissingFact, string>> = {
  userId: "who the guest is in its own organisation, by object id",
  groupIds: "which groups the guest is in at home",
  appId: "which application the guest opens",
};
