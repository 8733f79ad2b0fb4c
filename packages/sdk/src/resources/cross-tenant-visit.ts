import { type DecidedBy, type Decision, type Passage, passageOf, type Traveller } from "../clouds/index.ts";
import type { CrossTenantAccess, InboundTrust } from "../schemas/index.ts";

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
  visitor: Traveller,
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

/**
 * The same of an organisation that is the directory's own, of which settings for others say nothing; or (`isOwn` undefined)
 * that may be: whoever is shut out may be of that.
 */
export function visitOfOwn(visit: Visit, isOwn: true | undefined): Visit {
  const decide = (decision: Decision): Decision => {
    if (isOwn) return OWN;
    const because = `${decision.because}, unless ${OWN.because}`;
    return decision.allowed === false ? { ...decision, allowed: undefined, because } : decision;
  };
  const passage = ({ allowed, users, applications }: Passage): Passage => ({
    allowed: isOwn ?? (allowed || undefined),
    users: decide(users),
    applications: decide(applications),
  });
  return { ...visit, inbound: passage(visit.inbound), outbound: passage(visit.outbound) };
}

const OWN: Decision = {
  ...{ allowed: true, decidedBy: "none", missing: [] },
  because: "the organisation is the directory's own",
};
