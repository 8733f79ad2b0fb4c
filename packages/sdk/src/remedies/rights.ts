import type { Remedy } from "./remedy.ts";

/** Of who lacks a right: which, and who hands it out. */
export const rights = {
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
  grantReadingRights: {
    action: "grant-permission",
    who: "resource-admin",
    text: "Grant the application what the answer names as missing, with admin consent, get a new token, and ask again.",
    link: "https://learn.microsoft.com/graph/permissions-reference",
  },
  grantReadingPolicies: {
    action: "grant-permission",
    who: "resource-admin",
    text: "Grant the application Policy.Read.All with admin consent, get a new token, and ask again.",
    link: "https://learn.microsoft.com/graph/permissions-reference",
  },
  grantReadingOrganization: {
    action: "grant-permission",
    who: "resource-admin",
    text: "Grant the application Organization.Read.All with admin consent, get a new token, and ask again.",
    link: "https://learn.microsoft.com/graph/permissions-reference",
  },
  resetAsAdmin: {
    action: "reset-as-admin",
    who: "resource-admin",
    text: "Let a Helpdesk or User Administrator reset the redemption. A Guest Inviter may not, and no application on its own for somebody who has a role.",
    link: "https://learn.microsoft.com/entra/external-id/reset-redemption-status",
  },
  grantResetPermission: {
    action: "grant-permission",
    who: "resource-admin",
    text: "Grant the application User.ReadWrite.All with admin consent, then get a new token: one issued before does not carry it.",
    link: "https://learn.microsoft.com/entra/external-id/reset-redemption-status",
  },
  createAsAdmin: {
    action: "create-as-admin",
    who: "resource-admin",
    text: "Let somebody with an administrator's role do it, or an application with a permission of its own: the limit is for people without such a role. What the caller has deleted counts for 30 days, and a quarter of it for 30 more.",
    link: "https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions",
  },
} as const satisfies Record<string, Remedy>;
