import { frozen } from "./frozen.ts";
import type { Remedy } from "./remedy.ts";
import { rights } from "./rights.ts";

/** What the SDK knows to advise, each once. */
export const remedies = /* @__PURE__ */ frozen({
  ...rights,
  askForOtherAddress: {
    action: "ask-for-other-address",
    who: "inviter",
    text: "Ask the person for an e-mail address outside that cloud: a work account in your own cloud, or a personal one.",
    link: "https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds",
  },
  askForOtherAccount: {
    action: "ask-for-other-address",
    who: "inviter",
    text: "Ask the person for the address of another account: a work account of an organisation that can collaborate with your directory, or a personal one.",
    link: "https://learn.microsoft.com/entra/external-id/what-is-b2b",
  },
  askForWorkAddress: {
    action: "ask-for-other-address",
    who: "inviter",
    text: "Ask the person for the address of another account: a work account of an organisation that can collaborate with your cloud.",
    link: "https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds",
  },
  addAddress: {
    action: "add-address",
    who: "inviter",
    text: "Set the guest's `mail` to the address, or add it to `otherMails`, and reset the redemption then: wait a moment for the directory to have it.",
    link: "https://learn.microsoft.com/entra/external-id/reset-redemption-status",
  },
  setMail: {
    action: "add-address",
    who: "resource-admin",
    text: "Set the account's `mail` to the address that the person has elsewhere, wait a moment for the directory to have it, and invite that.",
    link: "https://learn.microsoft.com/entra/external-id/invite-internal-users",
  },
  createMember: {
    action: "create-member",
    who: "resource-admin",
    text: "Create a member account for the person in your own directory, and let them sign in with that.",
    link: "https://learn.microsoft.com/graph/api/user-post-users",
  },
  trustPartnerMfa: {
    action: "trust-partner-mfa",
    who: "resource-admin",
    text: "Accept the multifactor authentication of the guest's own organisation in the inbound trust settings. It then counts here too, and you rely on how that organisation carries it out.",
    link: "https://learn.microsoft.com/entra/external-id/cross-tenant-access-settings-b2b-collaboration",
  },
  mendPolicy: {
    action: "mend-policy",
    who: "inviter",
    text: "Have `evaluate` of the policy in the client's `boundary` answer with a reach: { reachable: true, via } or { reachable: false, reason, … }.",
  },
  enableCloud: {
    action: "enable-cloud",
    who: "resource-admin",
    text: "Open the guest's cloud in the Microsoft cloud settings of cross-tenant access. The guest's organisation has to open yours.",
    link: "https://learn.microsoft.com/entra/external-id/cross-cloud-settings",
  },
  addPartner: {
    action: "add-partner",
    who: "resource-admin",
    text: "Add the guest's organisation to cross-tenant access, by its tenant id: a search by domain does not cross clouds. The guest's organisation has to add yours.",
    link: "https://learn.microsoft.com/entra/external-id/cross-cloud-settings",
  },
  allowPartner: {
    action: "allow-partner",
    who: "resource-admin",
    text: "Allow inbound B2B collaboration with the guest's organisation in cross-tenant access, for users and for applications.",
    link: "https://learn.microsoft.com/entra/external-id/cross-tenant-access-settings-b2b-collaboration",
  },
  askHomeToEnableWorker: {
    action: "enable-cloud",
    who: "home-admin",
    text: "Have the guest's organisation enable the application Microsoft B2B Cross Cloud Worker again: invitations across clouds go by it.",
    link: "https://learn.microsoft.com/entra/external-id/troubleshoot",
  },
  askHomeToAllow: {
    action: "allow-partner",
    who: "home-admin",
    text: "Have the guest's organisation allow outbound B2B collaboration with yours; across clouds it also has to open your cloud, and add your organisation by its tenant id.",
    link: "https://learn.microsoft.com/entra/external-id/cross-tenant-access-settings-b2b-collaboration",
  },
  allowDomain: {
    action: "allow-domain",
    who: "resource-admin",
    text: "Let the domain be invited: take it off the list of blocked domains, or add it to the list of allowed ones, in the external collaboration settings.",
    link: "https://learn.microsoft.com/entra/external-id/allow-deny-list",
  },
  askForAllowedAddress: {
    action: "ask-for-other-address",
    who: "inviter",
    text: "Ask the person for an address in a domain that this directory lets be invited.",
    link: "https://learn.microsoft.com/entra/external-id/allow-deny-list",
  },
  askAgain: {
    action: "wait",
    who: "inviter",
    text: "Ask again in a while: the settings could not be read this time.",
  },
  freeQuota: {
    action: "free-quota",
    who: "resource-admin",
    text: "Delete objects that nobody needs, guests who never accepted for a start. A deleted object still counts for 30 days unless it is deleted for good.",
    link: "https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions",
  },
  raiseQuota: {
    action: "raise-quota",
    who: "resource-admin",
    text: "Verify a custom domain (50,000 objects become 300,000), or ask Microsoft support for more.",
    link: "https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions",
  },
  leaveDirectories: {
    action: "leave-directories",
    who: "inviter",
    text: "Ask the person to leave directories that are of no use any more (My Account, Organizations), or to be invited with another account.",
    link: "https://learn.microsoft.com/entra/external-id/leave-the-organization",
  },
  removeOne: {
    action: "remove-one",
    who: "resource-admin",
    text: "Remove an owner who is no longer needed, and then add the new one.",
    link: "https://learn.microsoft.com/graph/api/group-delete-owners",
  },
  sponsorByGroup: {
    action: "assign-group",
    who: "resource-admin",
    text: "Put the sponsors into a group, and let the group be one sponsor; or remove a sponsor first.",
    link: "https://learn.microsoft.com/entra/external-id/b2b-sponsors",
  },
  assignGroup: {
    action: "assign-group",
    who: "resource-admin",
    text: "Assign a group to the application instead, with the guest as its member; or remove assignments that nobody uses.",
    link: "https://learn.microsoft.com/entra/identity/enterprise-apps/assign-user-or-group-access-portal",
  },
  mergePolicies: {
    action: "merge-policies",
    who: "resource-admin",
    text: "Let one policy stand for several that ask for the same, or delete those that are off: in whatever state, each counts.",
    link: "https://learn.microsoft.com/entra/identity/conditional-access/plan-conditional-access",
  },
  shortenList: {
    action: "shorten-list",
    who: "resource-admin",
    text: "Take domains off the list that nobody invites from any more, or keep the other kind of list where that is shorter.",
    link: "https://learn.microsoft.com/entra/external-id/allow-deny-list",
  },
  splitRequest: {
    action: "split-request",
    who: "inviter",
    text: "Ask for less at a time, in several requests.",
    link: "https://learn.microsoft.com/graph/best-practices-concept",
  },
  useAccount: {
    action: "use-account",
    who: "inviter",
    text: "Do not invite: let the person sign in with the account that is here. To have the person sign in elsewhere, an administrator sets the account's `mail` to an address there, and invites the account itself: with its id in `invitedUser`.",
    link: "https://learn.microsoft.com/entra/external-id/invite-internal-users",
  },
  unblockAccount: {
    action: "unblock-account",
    who: "resource-admin",
    text: "Let the account sign in again, if it was not blocked for a reason; an invitation does not do that.",
    link: "https://learn.microsoft.com/entra/external-id/troubleshoot",
  },
  changePolicy: {
    action: "change-policy",
    who: "resource-admin",
    text: "Leave guests out of the conditional access policy, or let it ask for something that a guest can do.",
    link: "https://learn.microsoft.com/entra/external-id/authentication-conditional-access",
  },
  findHome: {
    action: "find-home",
    who: "inviter",
    text: "Ask the person in which organisation and cloud the account lives, and tell the client: open it with a `boundary` whose resolver knows, `discoverHomes({ homes })` for example with the organisation's tenant id.",
    link: "https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc",
  },
  lookUp: {
    action: "look-up",
    who: "resource-admin",
    text: "Look it up in the admin center: Graph does not tell it here.",
    link: "https://learn.microsoft.com/entra/external-id/external-collaboration-settings-configure",
  },
  wait: {
    action: "wait",
    who: "inviter",
    text: "Wait and call again: the change has not reached every directory instance yet.",
    link: "https://learn.microsoft.com/entra/architecture/architecture",
  },
  inviteWithoutMail: {
    action: "invite-without-mail",
    who: "inviter",
    text: "Invite the address again with `sendInvitationMessage: false`: there is one guest then, whatever happened, and no second mail. Ask the person whether the first one came, or pass the new link on yourself.",
    link: "https://learn.microsoft.com/graph/api/invitation-post",
  },
  contactSupport: {
    action: "contact-support",
    who: "resource-admin",
    text: "Stop inviting and ask Microsoft support to lift the block; sending more makes it worse.",
  },
} as const satisfies Record<string, Remedy>);
