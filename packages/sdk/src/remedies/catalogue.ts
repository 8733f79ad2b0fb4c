import type { Remedy } from "./remedy.ts";

/** What the SDK knows to advise, each once. */
export const remedies = {
  askForOtherAddress: {
    action: "ask-for-other-address",
    who: "inviter",
    text: "Ask the person for an e-mail address outside that cloud: a work account in your own cloud, or a personal one.",
    link: "https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds",
  },
  askForWorkAddress: {
    action: "ask-for-other-address",
    who: "inviter",
    text: "Ask the person for the address of another account: a work account of an organisation that can collaborate with your cloud.",
    link: "https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds",
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
  askHomeToAllow: {
    action: "allow-partner",
    who: "home-admin",
    text: "Have the guest's organisation allow outbound B2B collaboration with yours; across clouds it also has to open your cloud, and add your organisation by its tenant id.",
    link: "https://learn.microsoft.com/entra/external-id/cross-tenant-access-settings-b2b-collaboration",
  },
  allowInviting: {
    action: "allow-inviting",
    who: "resource-admin",
    text: "Allow the caller to invite: raise `allowInvitesFrom` in the authorization policy.",
    link: "https://learn.microsoft.com/entra/external-id/external-collaboration-settings-configure",
  },
  grantGuestInviter: {
    action: "grant-guest-inviter",
    who: "resource-admin",
    text: "Give the inviting user the Guest Inviter role.",
    link: "https://learn.microsoft.com/entra/external-id/external-collaboration-settings-configure",
  },
  grantInvitePermission: {
    action: "grant-permission",
    who: "resource-admin",
    text: "Grant the application User.Invite.All with admin consent, then get a new token: one issued before does not carry it.",
    link: "https://learn.microsoft.com/graph/api/invitation-post",
  },
  grantPermission: {
    action: "grant-permission",
    who: "resource-admin",
    text: "Grant the application the permission that the operation's Graph page names, with admin consent, then get a new token.",
    link: "https://learn.microsoft.com/graph/permissions-reference",
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
  createAsAdmin: {
    action: "create-as-admin",
    who: "resource-admin",
    text: "Let somebody with an administrator's role do it, or an application with a permission of its own: the limit is for people without such a role. What the caller has deleted counts for 30 days, and a quarter of it for 30 more.",
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
  splitRequest: {
    action: "split-request",
    who: "inviter",
    text: "Ask for less at a time, in several requests.",
    link: "https://learn.microsoft.com/graph/best-practices-concept",
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
} as const satisfies Record<string, Remedy>;
