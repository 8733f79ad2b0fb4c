import type {
  AuthenticationStrength,
  ConditionalAccessPolicy,
  InboundTrust,
  SignInQuestion,
} from "../schemas/index.ts";
import { isOwn } from "./account-kind.ts";
import { nameOf, propertiesBeside } from "./unknown-part.ts";

/** What a policy comes to for one guest. */
export type Demand =
  /** It is met without the guest noticing. */
  | { readonly kind: "met" }
  | { readonly kind: "authenticate"; readonly strength: AuthenticationStrength; readonly named: boolean }
  | { readonly kind: "terms" }
  /** Nothing that this guest can do will do. */
  | { readonly kind: "impossible" }
  | { readonly kind: "unknown"; readonly missing: readonly string[] };

/** Everything that a demand is judged by. */
export interface Standing {
  readonly question: SignInQuestion;
  readonly trust: InboundTrust | null;
}

export const STRENGTH_ORDER: readonly AuthenticationStrength[] = [
  "mfa",
  "passwordless",
  "phishing-resistant",
];

/** The strengths that every directory has, by id. Those of one's own making are not read. */
const STRENGTHS: Readonly<Record<string, AuthenticationStrength>> = {
  "00000000-0000-0000-0000-000000000002": "mfa",
  "00000000-0000-0000-0000-000000000003": "passwordless",
  "00000000-0000-0000-0000-000000000004": "phishing-resistant",
};

/**
 * What a policy demands of the guest: all of its controls, or of several the one that costs least.
 *
 * @see https://learn.microsoft.com/entra/external-id/authentication-conditional-access
 */
export function demandsOf(policy: ConditionalAccessPolicy, standing: Standing): readonly Demand[] {
  const { grantControls } = policy;
  if (grantControls === null) return [];
  const { operator, builtInControls, authenticationStrength } = grantControls;
  const { termsOfUse = [], customAuthenticationFactors = [] } = grantControls;
  if (builtInControls.includes("block")) return [IMPOSSIBLE];
  const demands: readonly Demand[] = [
    ...builtInControls.map((control) => demandOf(control, policy, standing)),
    ...(authenticationStrength ? [demandOfStrength(authenticationStrength.id, policy, standing)] : []),
    ...termsOfUse.map((): Demand => ({ kind: "terms" })),
    ...customAuthenticationFactors.map(() => demandOf(CUSTOM, policy, standing)),
    ...propertiesBeside(JUDGED, grantControls).map((control) => unheardOf(control, policy)),
  ];
  if (operator === "AND" || demands.length < 2) return demands;
  return [operator === "OR" ? cheapest(demands, standing) : unheardOf("operator", policy)];
}

const CUSTOM = "customAuthenticationFactors";
const JUDGED = [...["operator", "builtInControls", "termsOfUse", CUSTOM], "authenticationStrength"];

/** Controls that only a directory's own people can satisfy; whether one of them does, nobody can tell from here. */
const FOR_ONES_OWN_PEOPLE: ReadonlySet<string> = new Set([
  "approvedApplication",
  "compliantApplication",
  "passwordChange",
  "riskRemediation",
  CUSTOM,
]);

const MET: Demand = { kind: "met" };
const IMPOSSIBLE: Demand = { kind: "impossible" };

function unheardOf(control: string, policy: ConditionalAccessPolicy): Demand {
  const what = `whether the guest can satisfy the control ${control} of the policy ${nameOf(policy)}`;
  return { kind: "unknown", missing: [what] };
}

function demandOf(control: string, policy: ConditionalAccessPolicy, standing: Standing): Demand {
  const { question, trust } = standing;
  const { homeTenantId, device, guest } = question;
  const isHere = isOwn(guest);
  const ofDevice = (isTrusted: boolean, is: boolean | undefined): Demand => {
    if (!isHere && (!isTrusted || homeTenantId === null)) return IMPOSSIBLE;
    if (is === undefined) return { kind: "unknown", missing: ["with which device the guest signs in"] };
    return is ? MET : IMPOSSIBLE;
  };
  switch (control) {
    case "mfa":
      return authentication({ strength: "mfa", named: false }, policy, standing);
    case "compliantDevice":
      return ofDevice(trust?.isCompliantDeviceAccepted === true, device?.isCompliant);
    case "domainJoinedDevice":
      return ofDevice(trust?.isHybridAzureADJoinedDeviceAccepted === true, device?.isHybridJoined);
    default:
      return FOR_ONES_OWN_PEOPLE.has(control) && !isHere ? IMPOSSIBLE : unheardOf(control, policy);
  }
}

/**
 * What is asked for because of a risk has to be done with a method that was there before, where it is done in this directory:
 * who has none is kept out, so that nobody who has stolen a password registers one.
 *
 * @see https://learn.microsoft.com/entra/external-id/authentication-conditional-access#risk-based-conditional-access
 */
function authentication(
  asked: Omit<Extract<Demand, { kind: "authenticate" }>, "kind">,
  { conditions }: ConditionalAccessPolicy,
  standing: Standing,
): Demand {
  const isRiskBased = (conditions.signInRiskLevels ?? []).length > 0;
  if (!isRiskBased || isTrusted(standing)) return { kind: "authenticate", ...asked };
  const { guest } = standing.question;
  // Who is yet to be invited has registered nothing here.
  const isToCome = guest?.id === undefined && !isOwn(guest);
  const isRegistered = guest?.isMfaRegistered ?? (isToCome ? false : undefined);
  if (isRegistered === undefined) {
    return { kind: "unknown", missing: ["whether the guest has a method registered in this directory"] };
  }
  return isRegistered ? { kind: "authenticate", ...asked } : IMPOSSIBLE;
}

/** Strengths are for accounts in Entra alone; without trust only the weakest can be had in another directory. */
function demandOfStrength(id: string, policy: ConditionalAccessPolicy, standing: Standing): Demand {
  const { question } = standing;
  const strength = STRENGTHS[id.toLowerCase()];
  const isHere = isOwn(question.guest);
  if (!isHere && question.homeTenantId === null) return IMPOSSIBLE;
  if (strength === undefined) {
    const what = `which methods the authentication strength of the policy ${nameOf(policy)} allows`;
    return { kind: "unknown", missing: [what] };
  }
  if (!isHere && !isTrusted(standing) && strength !== "mfa") return IMPOSSIBLE;
  const demand = authentication({ strength, named: true }, policy, standing);
  if (strength === "mfa" || isEnough(homeStrength(question), strength)) return demand;
  if (question.homeCanDo === undefined) {
    const what = `how strongly the guest can authenticate${isHere ? "" : " at home"}`;
    return { kind: "unknown", missing: [what] };
  }
  return isEnough(question.homeCanDo, strength) ? demand : IMPOSSIBLE;
}

/** Whether what is done at home counts here, so that it is done there. */
export function isTrusted({ question, trust }: Standing): boolean {
  return question.homeTenantId !== null && trust?.isMfaAccepted === true;
}

/** Of several controls one is enough; nobody does more than that. */
function cheapest(demands: readonly Demand[], standing: Standing): Demand {
  const silent = demands.find((demand) => isSilent(demand, standing));
  if (silent) return silent;
  const open = demands.flatMap((demand) => (demand.kind === "unknown" ? demand.missing : []));
  if (open.length > 0) return { kind: "unknown", missing: open };
  return (
    demands.find(({ kind }) => kind === "authenticate") ??
    demands.find(({ kind }) => kind === "terms") ??
    (demands.length > 0 ? IMPOSSIBLE : MET)
  );
}

/** Whether the guest need not do anything for it. */
export function isSilent(demand: Demand, standing: Standing): boolean {
  return demand.kind === "met" || isMetAtHome(demand, standing);
}

/** What the guest has done at home anyway counts here, where it is trusted. */
export function isMetAtHome(demand: Demand, standing: Standing): boolean {
  if (demand.kind !== "authenticate" || !isTrusted(standing)) return false;
  return isEnough(homeStrength(standing.question), demand.strength);
}

/** What the guest's own organisation asks for by itself. */
export function homeStrength({ homeMfa }: SignInQuestion): AuthenticationStrength | undefined {
  if (homeMfa === undefined || homeMfa === "not-required") return undefined;
  return homeMfa === "required" ? "mfa" : homeMfa;
}

function isEnough(done: AuthenticationStrength | undefined, wanted: AuthenticationStrength): boolean {
  return done !== undefined && STRENGTH_ORDER.indexOf(done) >= STRENGTH_ORDER.indexOf(wanted);
}
