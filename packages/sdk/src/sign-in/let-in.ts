import {
  type Cloud,
  type CloudId,
  canBeOpened,
  type Decision,
  explain,
  instanceOf,
  isAcrossClouds,
  type MissingFact,
  type Unreachable,
} from "../clouds/index.ts";
import type { SignInQuestion } from "../schemas/index.ts";
import type { ResourceTenantSettings, SignInPrediction } from "./predict.ts";

/** By what people of an organisation are let over the boundary, or not. */
interface Crossing {
  readonly openClouds: readonly string[];
  /** Whether there is an entry for the organisation. */
  readonly isListed: boolean;
  /** Whether the organisation has B2B collaboration at all. */
  readonly collaborates: boolean;
}

/**
 * Whether the boundary of the clouds lets people of an organisation through; `undefined` where there is none on the way.
 * It takes an organisation with B2B collaboration; from another cloud, a pair that can be opened, the other one open here, and an entry for the organisation.
 *
 * @see https://learn.microsoft.com/entra/external-id/cross-cloud-settings
 */
export function boundaryFor(
  own: Cloud,
  homeCloud: CloudId | undefined,
  crossing: Crossing,
): Decision | undefined {
  if (homeCloud === undefined) return UNSAID;
  const reason = obstacle(own, homeCloud, crossing);
  if (reason === undefined) return undefined;
  const because = explain({ reason, from: homeCloud, to: own.id });
  return { allowed: false, decidedBy: "clouds", because, missing: [] };
}

const UNSAID: Decision = {
  ...{ allowed: undefined, decidedBy: "clouds", missing: [] },
  because: "nobody knows which cloud the guest's account lives in; `homeCloud` would tell",
};

function obstacle(
  own: Cloud,
  homeCloud: CloudId,
  { openClouds, isListed, collaborates }: Crossing,
): Unreachable["reason"] | undefined {
  if (!collaborates) return "account-unsupported";
  if (!isAcrossClouds(own, homeCloud)) return undefined;
  const instance = instanceOf(homeCloud);
  if (!canBeOpened(own, instance)) return "pair-unsupported";
  if (!openClouds.includes(instance)) return "cloud-not-enabled";
  return isListed ? undefined : "partner-not-added";
}

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
