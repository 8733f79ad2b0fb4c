import type {
  AccessTargets,
  B2BSetting,
  CrossTenantAccess,
  InboundTrust,
  Visitor,
} from "../schemas/index.ts";

/** Which entry decides: the one for the organisation, or the default. */
export type DecidedBy = "partner" | "default";

/** Whether somebody may come or go; `undefined` where that depends on who or to what, which was not said. */
export interface Passage {
  readonly allowed: boolean | undefined;
  readonly users: Decision;
  readonly applications: Decision;
}

/** One setting, and why it is as it is. */
export interface Decision {
  readonly allowed: boolean | undefined;
  readonly decidedBy: DecidedBy;
  /** In a sentence. */
  readonly because: string;
}

/** What goes for somebody of another organisation. */
export interface Visit {
  /** Guests from there, here. */
  readonly inbound: Passage;
  /** Our people, there, as far as this side decides it. */
  readonly outbound: Passage;
  readonly trust: Readonly<
    Record<keyof InboundTrust, { readonly accepted: boolean; readonly decidedBy: DecidedBy }>
  >;
}

/** What really goes: an entry for the organisation goes before the default, setting by setting. Pure. */
export function visitOf(
  visitor: Visitor,
  partner: CrossTenantAccess | undefined,
  general: CrossTenantAccess,
): Visit {
  const passage = (name: "b2bCollaborationInbound" | "b2bCollaborationOutbound"): Passage => {
    const users = decide("usersAndGroups", partner?.[name], general[name], visitor);
    const applications = decide("applications", partner?.[name], general[name], visitor);
    return { allowed: both(users.allowed, applications.allowed), users, applications };
  };
  const trusted = (name: keyof InboundTrust) => {
    const own = partner?.inboundTrust?.[name];
    return typeof own === "boolean"
      ? ({ accepted: own, decidedBy: "partner" } as const)
      : ({ accepted: general.inboundTrust?.[name] === true, decidedBy: "default" } as const);
  };
  return {
    inbound: passage("b2bCollaborationInbound"),
    outbound: passage("b2bCollaborationOutbound"),
    trust: {
      isMfaAccepted: trusted("isMfaAccepted"),
      isCompliantDeviceAccepted: trusted("isCompliantDeviceAccepted"),
      isHybridAzureADJoinedDeviceAccepted: trusted("isHybridAzureADJoinedDeviceAccepted"),
    },
  };
}

type Part = keyof B2BSetting;

function decide(
  part: Part,
  own: B2BSetting | null | undefined,
  general: B2BSetting | null | undefined,
  visitor: Visitor,
): Decision {
  const decidedBy = own?.[part] ? "partner" : "default";
  const targets = own?.[part] ?? general?.[part];
  const entry = decidedBy === "partner" ? "the entry for this organisation" : "the default";
  if (!targets) return { allowed: false, decidedBy, because: `${entry} says nothing of ${WHAT[part]}` };
  const named = isNamed(part, targets, visitor);
  const allows = targets.accessType === "allowed";
  const allowed = named === undefined ? undefined : named === allows;
  return { allowed, decidedBy, because: reasonOf(part, targets, entry, named) };
}

const WHAT: Readonly<Record<Part, string>> = { usersAndGroups: "users", applications: "applications" };
const EVERYTHING: Readonly<Record<Part, string>> = {
  usersAndGroups: "AllUsers",
  applications: "AllApplications",
};

/** Whether the setting names the visitor, or the application; `undefined` where that was not said. */
function isNamed(part: Part, { targets }: AccessTargets, visitor: Visitor): boolean | undefined {
  const names = targets.map(({ target }) => target.toLowerCase());
  if (names.includes(EVERYTHING[part].toLowerCase())) return true;
  if (names.length === 0) return false;
  const ids =
    part === "applications"
      ? visitor.appId && [visitor.appId]
      : visitor.userId && [visitor.userId, ...(visitor.groupIds ?? [])];
  return ids ? ids.some((id) => names.includes(id.toLowerCase())) : undefined;
}

function reasonOf(
  part: Part,
  { accessType, targets }: AccessTargets,
  entry: string,
  named: boolean | undefined,
): string {
  const verb = accessType === "allowed" ? "allows" : "blocks";
  const all = targets.some(({ target }) => target === EVERYTHING[part]);
  if (all) return `${entry} ${verb} all ${WHAT[part]}`;
  const some = `${entry} ${verb} certain ${WHAT[part]} alone`;
  if (named === undefined) return `${some}, and it was not said which is asked about`;
  return `${some}, ${named ? "this one among them" : "and this one is not among them"}`;
}

function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}
