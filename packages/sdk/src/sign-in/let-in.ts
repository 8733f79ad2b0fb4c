import { type MissingFact, type Passage, passageOf } from "../resources/index.ts";
import type { B2BSetting, SignInQuestion } from "../schemas/index.ts";
import type { SignInPrediction } from "./predict.ts";

/**
 * Whether a directory's settings let a guest in. They are about other Entra organisations: of an account in none they say
 * nothing.
 *
 * @see https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview
 */
export function passageFor(
  { homeTenantId, atHome, appId }: SignInQuestion,
  own: B2BSetting | null | undefined,
  general: B2BSetting | null | undefined,
): Passage | undefined {
  // Where Graph shows neither there is nothing that could shut anybody out.
  if (homeTenantId === null || (!own && !general)) return undefined;
  return passageOf({ ...atHome, appId }, own, general);
}

/** What is left of a prediction for a guest who has to be let in first. */
export function throughPassage(passage: Passage | undefined, prediction: SignInPrediction): SignInPrediction {
  if (passage === undefined || passage.allowed === true) return prediction;
  const decisions = [passage.users, passage.applications];
  if (passage.allowed === false) {
    const shutOutBy = decisions.filter(({ allowed }) => allowed === false);
    return { outcome: "blocked", challenges: [], shutOutBy, missing: [] };
  }
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

const FACTS: Readonly<Record<MissingFact, string>> = {
  userId: "who the guest is in its own organisation, by object id",
  groupIds: "which groups the guest is in at home",
  appId: "which application the guest opens",
};
