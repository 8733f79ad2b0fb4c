import type {
  AuthenticationStrength,
  ConditionalAccessPolicy,
  InboundTrust,
  SignInQuestion,
} from "../schemas/index.ts";
import { DEVICE } from "./coverage.ts";

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
export function demandsOf(
  { operator, builtInControls, authenticationStrength, ...more }: Controls,
  standing: Standing,
): readonly Demand[] {
  const { termsOfUse = [], customAuthenticationFactors = [] } = more;
  const demands: readonly Demand[] = [
    ...builtInControls.map((control) => demandOf(control, standing)),
    ...(authenticationStrength ? [demandOfStrength(authenticationStrength.id, standing)] : []),
    ...termsOfUse.map((): Demand => ({ kind: "terms" })),
    ...customAuthenticationFactors.map((): Demand => IMPOSSIBLE),
  ];
  if (operator === "AND") return demands;
  return [cheapest(demands, standing)];
}

type Controls = NonNullable<ConditionalAccessPolicy["grantControls"]>;

/** Controls that only a directory's own people can satisfy. */
const FOR_ONES_OWN_PEOPLE: ReadonlySet<string> = new Set([
  "approvedApplication",
  "compliantApplication",
  "passwordChange",
  "riskRemediation",
]);

const MET: Demand = { kind: "met" };
const IMPOSSIBLE: Demand = { kind: "impossible" };

function demandOf(control: string, { question, trust }: Standing): Demand {
  const { homeTenantId, device } = question;
  const ofDevice = (isTrusted: boolean, is: boolean | undefined): Demand => {
    if (!isTrusted || homeTenantId === null) return IMPOSSIBLE;
    if (is === undefined) return { kind: "unknown", missing: [DEVICE] };
    return is ? MET : IMPOSSIBLE;
  };
  switch (control) {
    case "mfa":
      return { kind: "authenticate", strength: "mfa", named: false };
    case "compliantDevice":
      return ofDevice(trust?.isCompliantDeviceAccepted === true, device?.isCompliant);
    case "domainJoinedDevice":
      return ofDevice(trust?.isHybridAzureADJoinedDeviceAccepted === true, device?.isHybridJoined);
    default:
      return FOR_ONES_OWN_PEOPLE.has(control)
        ? IMPOSSIBLE
        : { kind: "unknown", missing: [`whether the guest can satisfy the control ${control}`] };
  }
}

/** Strengths are for guests from Entra alone; without trust only the weakest can be had in another directory. */
function demandOfStrength(id: string, { question, trust }: Standing): Demand {
  const strength = STRENGTHS[id.toLowerCase()];
  if (question.homeTenantId === null) return IMPOSSIBLE;
  if (strength === undefined)
    return {
      kind: "unknown",
      missing: ["which methods an authentication strength of the directory's own allows"],
    };
  const demand: Demand = { kind: "authenticate", strength, named: true };
  if (trust?.isMfaAccepted !== true) return strength === "mfa" ? demand : IMPOSSIBLE;
  if (strength === "mfa" || isEnough(homeStrength(question), strength)) return demand;
  if (question.homeCanDo === undefined)
    return { kind: "unknown", missing: ["how strongly the guest can authenticate at home"] };
  return isEnough(question.homeCanDo, strength) ? demand : IMPOSSIBLE;
}

/** Of several controls one is enough; nobody does more than that. */
function cheapest(demands: readonly Demand[], standing: Standing): Demand {
  const silent = demands.find((demand) => demand.kind === "met" || isMetAtHome(demand, standing));
  if (silent) return silent;
  const open = demands.flatMap((demand) => (demand.kind === "unknown" ? demand.missing : []));
  if (open.length > 0) return { kind: "unknown", missing: open };
  return (
    demands.find(({ kind }) => kind === "authenticate") ??
    demands.find(({ kind }) => kind === "terms") ??
    (demands.length > 0 ? IMPOSSIBLE : MET)
  );
}

/** What the guest has done at home anyway counts here, where it is trusted. */
export function isMetAtHome(demand: Demand, { question, trust }: Standing): boolean {
  if (demand.kind !== "authenticate" || question.homeTenantId === null) return false;
  return trust?.isMfaAccepted === true && isEnough(homeStrength(question), demand.strength);
}

/** What the guest's own organisation asks for by itself. */
export function homeStrength({ homeMfa }: SignInQuestion): AuthenticationStrength | undefined {
  if (homeMfa === undefined || homeMfa === "not-required") return undefined;
  return homeMfa === "required" ? "mfa" : homeMfa;
}

function isEnough(done: AuthenticationStrength | undefined, wanted: AuthenticationStrength): boolean {
  return done !== undefined && STRENGTH_ORDER.indexOf(done) >= STRENGTH_ORDER.indexOf(wanted);
}
