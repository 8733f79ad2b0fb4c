import { remedies } from "../remedies/index.ts";
import type { SignInQuestion } from "../schemas/index.ts";
import {
  type PolicyReference,
  predictSignIn,
  type ResourceTenantSettings,
  type SignInPrediction,
  trustIn,
} from "../sign-in/index.ts";
import { type Facts, isOwnDomain } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";
import { unreadFinding } from "./seen.ts";

/** The id of somebody, or of an organisation, that no policy names. */
const UNNAMED = "00000000-0000-0000-0000-000000000000";
const ABOUT = {
  limitation: "double-mfa",
  source: "https://learn.microsoft.com/entra/external-id/authentication-conditional-access",
} as const;

/** What the guest will meet at sign-in. It is never in the way of the invitation itself. */
export function judgeMfa(facts: Facts): readonly Finding[] {
  const { policies, visit } = facts;
  const unread = [policies, visit].find((one) => "unread" in one);
  if (unread && "unread" in unread) {
    const because = "a guest may be asked for multifactor authentication twice, or be kept out";
    return [
      unreadFinding(unread, "what conditional access and the inbound trust ask of guests", {
        ...ABOUT,
        because,
      }),
    ];
  }
  if ("unread" in policies || "unread" in visit) return [];
  const settings = {
    policies: policies.value,
    inboundTrust: visit.value ? trustIn(visit.value) : null,
  };
  const question = questionFor(facts);
  const [first, ...others] = guestsIn(facts, settings.policies).map((guest) =>
    predicted({ ...question, guest }, settings, knowsHome(facts)),
  );
  if (first === undefined) return [];
  const isCertain = others.every(({ outcome }) => outcome === first.outcome);
  return findingsOf(isCertain ? first : { outcome: "unknown", challenges: [], missing: [ACCOUNT] }, facts);
}

/** Where nobody knows the home, somebody is kept out for certain only if people of every kind of home are. */
function predicted(
  question: SignInQuestion,
  settings: ResourceTenantSettings,
  isHomeKnown: boolean,
): SignInPrediction {
  const prediction = predictSignIn(question, settings);
  if (isHomeKnown || prediction.outcome !== "blocked") return prediction;
  const homes = [UNNAMED, ...organisationsIn(settings.policies)];
  const isOut = homes.every(
    (homeTenantId) => predictSignIn({ ...question, homeTenantId }, settings).outcome === "blocked",
  );
  return isOut ? prediction : { outcome: "unknown", challenges: [], missing: [ORGANISATION] };
}

const ORGANISATION = "the guest's organisation";

/** The organisations whose people some policy treats otherwise than everybody's. */
function organisationsIn(policies: ResourceTenantSettings["policies"]): readonly string[] {
  return policies.flatMap(({ conditions: { users } }) =>
    [users?.includeGuestsOrExternalUsers, users?.excludeGuestsOrExternalUsers].flatMap(
      (scope) => scope?.externalTenants?.members ?? [],
    ),
  );
}

/** Where nobody has said what is asked for at home, the answer is for a home that asks. */
function questionFor(facts: Facts): SignInQuestion {
  const { home, question } = facts;
  const tenantId = home.kind === "tenant" ? home.tenant.tenantId : undefined;
  return {
    ...question.signIn,
    homeMfa: question.signIn?.homeMfa ?? "required",
    // For people of one's own organisation home is here, and asks once.
    homeTenantId: (isOwnDomain(facts) !== true && tenantId) || null,
  };
}

type Guest = NonNullable<SignInQuestion["guest"]>;

const ACCOUNT = "whether somebody has the address already, and who";

/** Whoever the guest may be: where nobody could look, also one who is here already, and each whom a policy names. */
function guestsIn(facts: Facts, policies: ResourceTenantSettings["policies"]): readonly Guest[] {
  if (!("unread" in facts.namesakes) || facts.input.invitedUser !== undefined) return [guestIn(facts)];
  const named = policies.flatMap(({ conditions: { users } }) => [
    ...(users?.includeUsers ?? []),
    ...(users?.excludeUsers ?? []),
  ]);
  const ids = [UNNAMED, ...new Set(named.filter((id) => id.includes("-")))];
  return [guestIn(facts), ...ids.map((id) => ({ id }))];
}

/** The account that the invitation will go to, or make. Of one that is here already the invitation changes no user type. */
function guestIn({ input, namesakes }: Facts): Guest {
  const meant = input.invitedUser?.id;
  const found = "unread" in namesakes ? [] : namesakes.value;
  const known =
    meant === undefined
      ? (found.find(({ creationType }) => creationType === "Invitation") ?? found[0])
      : found.find(({ id }) => id.toLowerCase() === meant.toLowerCase());
  if (known === undefined) {
    return meant === undefined ? { userType: input.invitedUserType ?? "Guest" } : { id: meant };
  }
  const { id, userType, creationType } = known;
  // An account that is invited itself becomes a guest's.
  const isTold = meant === undefined || input.resetRedemption === true;
  return { id, userType: userType === "Member" ? "Member" : "Guest", ...(isTold && { creationType }) };
}

function knowsHome(facts: Facts): boolean {
  const { home } = facts;
  if (isOwnDomain(facts) === true) return true;
  return home.kind === "tenant" ? home.tenant.tenantId !== undefined : home.kind !== "unknown";
}

function findingsOf(
  { outcome, challenges, blockedBy = [], missing, spare }: SignInPrediction,
  facts: Facts,
): readonly Finding[] {
  const isHomeKnown = knowsHome(facts);
  const prompts = challenges.filter(({ kind }) => kind !== "terms");
  const isHere = prompts.some(({ tenant }) => tenant === "resource");
  if (outcome === "blocked") {
    return [
      finding({
        ...{ ...ABOUT, severity: "caution" },
        observed: `the guest cannot sign in as described: ${named(blockedBy)} keeps such guests out`,
        because: "the invitation goes through, and is of no use",
        remedies: [remedies.changePolicy],
      }),
    ];
  }
  if (outcome === "unknown") {
    return [
      finding({
        ...{ ...ABOUT, severity: "info", remedies: [] },
        observed: `what the guest will be asked for depends on ${missing.join(", ")}`,
        because: "a guest may be asked for multifactor authentication twice; tell it in `signIn`",
      }),
    ];
  }
  if (outcome !== "mfa-twice" && (isHomeKnown || !isHere)) return [];
  const notAccepted = isHomeKnown
    ? "here, and what was done at home is not accepted"
    : "here, and whether what was done at home is accepted turns on the organisation";
  return [
    finding({
      ...{ ...ABOUT, severity: "caution" },
      observed: `${named(prompts.flatMap(({ because }) => because))} asks for multifactor authentication ${
        isHere ? notAccepted : "of a stronger kind, at home"
      }`,
      because: isHomeKnown ? twice(facts) : `${TWICE_IF}, and is not trusted here`,
      remedies: [isHere ? (spare ?? remedies.trustPartnerMfa) : remedies.changePolicy],
    }),
  ];
}

const TWICE_IF = "the guest does it twice if the own organisation asks as well";

function twice(facts: Facts): string {
  if (facts.question.signIn?.homeMfa === undefined) return `${TWICE_IF}; tell that in \`signIn.homeMfa\``;
  const unless = isOwnDomain(facts) === undefined ? " unless that is this one, which could not be read" : "";
  return `the guest's own organisation asks as well, so that the guest does it twice${unless}`;
}

function named(policies: readonly PolicyReference[]): string {
  const names = policies.map(({ displayName, id }) => JSON.stringify(displayName ?? id));
  return [...new Set(names)].join(" and ");
}
