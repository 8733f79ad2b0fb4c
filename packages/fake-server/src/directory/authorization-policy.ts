import type { View } from "../replication/index.ts";
import type { DirectoryObject } from "./directory-object.ts";
import type { Access } from "./users.ts";

/** Who may invite: each value takes in all of the one before. */
export type AllowInvitesFrom =
  | "none"
  | "adminsAndGuestInviters"
  | "adminsGuestInvitersAndAllMembers"
  | "everyone";

/**
 * What members and guests may do here, under Graph's own property names.
 *
 * @see https://learn.microsoft.com/graph/api/resources/authorizationpolicy
 */
export interface AuthorizationPolicy {
  readonly kind: "authorizationPolicy";
  readonly displayName: string;
  readonly description: string;
  readonly allowInvitesFrom: AllowInvitesFrom;
  /** One of three: guests read like members, within limits, or nothing but themselves. */
  readonly guestUserRoleId: string;
  readonly allowedToSignUpEmailBasedSubscriptions: boolean;
  readonly allowEmailVerifiedUsersToJoinOrganization: boolean;
  readonly allowedToUseSSPR: boolean;
  readonly blockMsolPowerShell: boolean;
  readonly allowUserConsentForRiskyApps: boolean | null;
  readonly defaultUserRolePermissions: {
    readonly allowedToCreateApps: boolean;
    readonly allowedToCreateSecurityGroups: boolean;
    readonly allowedToCreateTenants: boolean | null;
    readonly allowedToReadBitlockerKeysForOwnedDevice: boolean | null;
    readonly allowedToReadOtherUsers: boolean;
    readonly permissionGrantPoliciesAssigned: readonly string[];
  };
}

/** The key of the one policy. */
export const AUTHORIZATION_POLICY = "authorizationPolicy";

/**
 * What a directory comes with. In the clouds of the US government nobody may invite at first; a world says so where it
 * is as real as is documented.
 *
 * @see https://learn.microsoft.com/graph/api/resources/authorizationpolicy
 */
const AT_FIRST: AuthorizationPolicy = {
  kind: "authorizationPolicy",
  displayName: "Authorization Policy",
  description: "Used to manage authorization related settings across the company.",
  allowInvitesFrom: "everyone",
  guestUserRoleId: "10dae51f-b6af-4016-8d66-8c2a99b929b3",
  allowedToSignUpEmailBasedSubscriptions: true,
  allowEmailVerifiedUsersToJoinOrganization: false,
  allowedToUseSSPR: true,
  blockMsolPowerShell: false,
  allowUserConsentForRiskyApps: null,
  defaultUserRolePermissions: {
    allowedToCreateApps: true,
    allowedToCreateSecurityGroups: true,
    allowedToCreateTenants: true,
    allowedToReadBitlockerKeysForOwnedDevice: true,
    allowedToReadOtherUsers: true,
    permissionGrantPoliciesAssigned: [],
  },
};

/** What may be changed; of the members' permissions too what is not named stays. */
export type AuthorizationPolicyChanges = Partial<
  Omit<AuthorizationPolicy, "kind" | "defaultUserRolePermissions">
> & { readonly defaultUserRolePermissions?: Partial<AuthorizationPolicy["defaultUserRolePermissions"]> };

export function authorizationPolicy(view: View<DirectoryObject>): AuthorizationPolicy {
  const policy = view.get(AUTHORIZATION_POLICY);
  return policy?.kind === "authorizationPolicy" ? policy : AT_FIRST;
}

export function readAuthorizationPolicy(access: Access): AuthorizationPolicy {
  return authorizationPolicy(access.view);
}

export function updateAuthorizationPolicy(access: Access, changes: AuthorizationPolicyChanges): void {
  const changed = changedPolicy(authorizationPolicy(access.primary), changes);
  access.commit("authorizationPolicy.update", new Map([[AUTHORIZATION_POLICY, changed]]));
}

export function changedPolicy(
  policy: AuthorizationPolicy,
  { defaultUserRolePermissions, ...changes }: AuthorizationPolicyChanges,
): AuthorizationPolicy {
  return {
    ...policy,
    ...changes,
    defaultUserRolePermissions: { ...policy.defaultUserRolePermissions, ...defaultUserRolePermissions },
  };
}
