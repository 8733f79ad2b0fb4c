import { type DecidedBy, type Decision, type Passage, passageOf } from "../clouds/index.ts";
import type { CrossTenantAccess, InboundTrust, Visitor } from "../schemas/index.ts";

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
  const passage = (name: "b2bCollaborationInbound" | "b2bCollaborationOutbound") =>
    passageOf(visitor, partner?.[name], general[name]);
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

/** The same of the directory's own people, of whom settings for other organisations say nothing. */
export function ownVisit(visit: Visit): Visit {
  const because = "cross-tenant access is about other organisations, and this is the directory's own";
  const decision: Decision = { allowed: true, decidedBy: "none", because, missing: [] };
  const passage: Passage = { allowed: true, users: decision, applications: decision };
  return { ...visit, inbound: passage, outbound: passage };
}

/** The same where nobody could read which organisation is the directory's own: whoever is shut out may be of that. */
export function unlessOwn(visit: Visit): Visit {
  return { ...visit, inbound: perhapsOwn(visit.inbound), outbound: perhapsOwn(visit.outbound) };
}

function perhapsOwn({ allowed, users, applications }: Passage): Passage {
  const doubted = (decision: Decision): Decision =>
    decision.allowed === false
      ? { ...decision, allowed: undefined, because: `${decision.because}${UNLESS_OWN}` }
      : decision;
  return {
    allowed: allowed === false ? undefined : allowed,
    users: doubted(users),
    applications: doubted(applications),
  };
}

const UNLESS_OWN = "; unless the organisation is the directory's own, which could not be read";
