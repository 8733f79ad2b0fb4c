import type { LinkProblem } from "../../directory/index.ts";
import type { RefusedBecause } from "../../redemption/index.ts";

/** Why somebody is not let in, and what whoever runs the application can do. */
interface Reason {
  readonly why: string;
  readonly next: string;
}

const ASK_THE_INVITER = "Whoever invites has to change that; the guest may then open the link again.";

export const reasons: Readonly<Record<RefusedBecause, Reason>> = {
  "link-not-valid": {
    why: "The link is not good.",
    next: "Whoever invites can give the guest a new link: by resetting the redemption, or by inviting again.",
  },
  "no-account": {
    why: "Nothing that this organisation takes vouches for the address.",
    next: "One-time passcodes, or another identity provider, would let the guest in.",
  },
  "wrong-account": {
    why: "That account is not the one that was invited.",
    next: "Open the link again and sign in with the address that was invited, or invite the other one.",
  },
  "account-disabled": { why: "The account is disabled.", next: ASK_THE_INVITER },
  "account-deleted": { why: "The account was deleted.", next: "Restore it, or invite anew." },
  "domain-not-taken": { why: "The list of domains does not let this one in.", next: ASK_THE_INVITER },
  "cloud-unreachable": {
    why: "The account is in another national cloud, which is not open.",
    next: "Both sides have to open the cloud and name each other; or ask for an address in this cloud.",
  },
  "blocked-here": {
    why: "The cross-tenant access settings of the organisation that invites do not let it in.",
    next: ASK_THE_INVITER,
  },
  "blocked-on-either-side": {
    why: "The cross-tenant access settings of either organisation do not let it through.",
    next: "Look at the inbound settings here, and have the guest’s organisation look at its outbound ones.",
  },
  "session-ended": { why: "The guest has been signed out meanwhile.", next: "Open the link again." },
  "consent-refused": {
    why: "The guest did not want the organisation to know who they are.",
    next: "The guest is still pending, and may open the link again.",
  },
  "mfa-denied": {
    why: "The second factor was denied.",
    next: "The guest is still pending, and may open the link again.",
  },
  "terms-declined": { why: "The terms of use were declined.", next: "The guest may open the link again." },
  "blocked-by-policy": { why: "A conditional access policy blocks the sign-in.", next: ASK_THE_INVITER },
  "device-not-accepted": {
    why: "A policy asks for a device that is managed, and this one is not trusted.",
    next: "Trust the devices of the guest’s organisation, or leave guests out of the policy.",
  },
  "control-not-possible": {
    why: "A policy asks for something that a guest cannot do.",
    next: "Leave guests out of the policy, or add another control with OR.",
  },
  "too-weak": {
    why: "The guest’s second factor is weaker than a policy asks for.",
    next: "Trust the stronger methods of the guest’s organisation, or ask for a weaker strength.",
  },
  "not-registered": {
    why: "The sign-in looks risky, and the guest has no method that was registered before.",
    next: ASK_THE_INVITER,
  },
  "not-let-in": {
    why: "The guest’s own organisation, or this one, does not let it in.",
    next: ASK_THE_INVITER,
  },
};

export const linkProblems: Readonly<Record<LinkProblem, string>> = {
  unknown: "It stands for nobody here.",
  replaced: "A later invitation, or a reset, has replaced it.",
  expired: "Its time is up.",
  "guest-gone": "The guest has been deleted.",
};
