import type { AuthorizationPolicy } from "./authorization-policy.ts";
import type { ConditionalAccessPolicy, NamedLocation } from "./conditional-access-policy.ts";
import type { CrossTenantAccess, CrossTenantPolicy } from "./cross-tenant-access.ts";
import type { DomainPolicy } from "./domain-policy.ts";
import type { IdentityProviders } from "./identity-providers.ts";
import type { IdentitySynchronization } from "./identity-synchronization.ts";
import type { Management } from "./managers.ts";
import type { RedemptionRecord } from "./redemption-record.ts";
import type { RoleAssignment } from "./role-assignment.ts";
import type { ActivatedRole, RoleDefinition } from "./role-definition.ts";
import type { Mail, PasscodeMail } from "./sent-mail.ts";
import type { SignInRecord } from "./sign-in-record.ts";
import type { UserDetails } from "./user-details.ts";

/**
 * How a user signs in.
 *
 * @inline
 */
export interface ObjectIdentity {
  readonly signInType: string;
  readonly issuer: string;
  readonly issuerAssignedId: string;
}

/** A user, under Graph's own property names. */
export interface User extends UserDetails {
  readonly kind: "user";
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly mail: string | null;
  readonly mailNickname: string | null;
  readonly otherMails: readonly string[];
  readonly proxyAddresses: readonly string[];
  readonly userType: "Guest" | "Member";
  readonly creationType: "Invitation" | null;
  readonly externalUserState: "PendingAcceptance" | "Accepted" | null;
  readonly externalUserStateChangeDateTime: string | null;
  readonly identities: readonly ObjectIdentity[];
  readonly accountEnabled: boolean;
  readonly createdDateTime: string;
  readonly companyName: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly usageLocation: string | null;
  readonly preferredLanguage: string | null;
  readonly mobilePhone: string | null;
  readonly officeLocation: string | null;
  readonly businessPhones: readonly string[];
  /** When it was deleted, in milliseconds; it can be restored for 30 days. */
  readonly deletedAt: number | null;
}

export interface Group {
  readonly kind: "group";
  readonly id: string;
  readonly displayName: string;
  /** Whether roles can be assigned to it, for its members to have. */
  readonly isAssignableToRole: boolean;
  readonly createdDateTime: string;
}

/** An application as the directory knows it: whom users are assigned to. */
export interface ServicePrincipal {
  readonly kind: "servicePrincipal";
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  /** Ids of the roles that it declares; with none, everybody gets the default role. */
  readonly appRoleIds: readonly string[];
  /** Whether it may create as much as an administrator may, when it calls on its own. */
  readonly isAdministrator: boolean;
  /** What it may do in this directory on its own, by the names of Graph's permissions; null for everything. */
  readonly permissions: readonly string[] | null;
}

export interface Membership {
  readonly kind: "membership";
  readonly groupId: string;
  readonly memberId: string;
}

/** Somebody, or an application, who looks after a group. */
export interface Ownership {
  readonly kind: "ownership";
  readonly groupId: string;
  readonly ownerId: string;
}

/** Who has made an object. */
export interface Creation {
  readonly kind: "creation";
  readonly creatorId: string;
  readonly objectId: string;
}

/** Objects of kinds that nothing here looks into: devices, contacts, units and the like. They count, and no more. */
export interface OtherObjects {
  readonly kind: "otherObjects";
  readonly count: number;
}

/** Somebody, or a group, who answers for a guest. */
export interface Sponsorship {
  readonly kind: "sponsorship";
  readonly userId: string;
  readonly sponsorId: string;
}

export interface AppRoleAssignment {
  readonly kind: "appRoleAssignment";
  readonly id: string;
  readonly principalId: string;
  readonly principalDisplayName: string | null;
  readonly resourceId: string;
  readonly resourceDisplayName: string;
  readonly appRoleId: string;
  readonly createdDateTime: string;
}

/** What a redeem link stands for. A later invitation of the same guest makes the earlier ticket worthless. */
export interface Ticket {
  readonly kind: "ticket";
  readonly ticket: string;
  readonly userId: string;
  readonly redirectUrl: string;
  /** The address that was invited: whoever redeems signs in with it. */
  readonly address: string;
  /** When it was issued, in milliseconds. */
  readonly issuedAt: number;
  /** The tickets that it has made worthless. */
  readonly replaced: readonly string[];
}

export type DirectoryObject =
  | User
  | Group
  | ServicePrincipal
  | Membership
  | Ownership
  | Creation
  | OtherObjects
  | Sponsorship
  | Management
  | AppRoleAssignment
  | RoleAssignment
  | RoleDefinition
  | ActivatedRole
  | AuthorizationPolicy
  | DomainPolicy
  | Ticket
  | Mail
  | PasscodeMail
  | RedemptionRecord
  | SignInRecord
  | IdentityProviders
  | ConditionalAccessPolicy
  | NamedLocation
  | CrossTenantAccess
  | CrossTenantPolicy
  | IdentitySynchronization;

/** The keys by which an object is found, beside its id. */
export function keysOf(object: DirectoryObject): readonly string[] {
  switch (object.kind) {
    case "user":
      return addressesOf(object);
    case "membership":
      return [`membersOf:${object.groupId}`, `groupsOf:${object.memberId}`];
    case "ownership":
      return [`ownersOf:${object.groupId}`];
    case "creation":
      return [`createdBy:${object.creatorId}`];
    case "management":
      return [`reportsTo:${object.managerId}`];
    case "sponsorship":
      return [`sponsorsOf:${object.userId}`, `sponsoredBy:${object.sponsorId}`];
    case "appRoleAssignment":
      return [`assignedTo:${object.resourceId}`, `assignmentsOf:${object.principalId}`];
    case "roleAssignment":
      return [object.kind, `rolesOf:${object.principalId}`];
    case "mail":
    case "passcodeMail":
    case "signInRecord":
    case "domainPolicy":
    case "roleDefinition":
    case "activatedRole":
    case "conditionalAccessPolicy":
    case "namedLocation":
      return [object.kind];
    case "crossTenantAccess":
      return ["crossTenantPartner"];
    default:
      return [];
  }
}

/** Every address and name of a user, without prefixes, in lower case. */
function addressesOf(user: User): readonly string[] {
  const name = user.userPrincipalName.toLowerCase();
  const keys = [name];
  const add = (address: string) => {
    const key = address.toLowerCase();
    if (!keys.includes(key)) keys.push(key);
  };
  if (user.mail !== null) add(user.mail);
  for (const address of user.otherMails) add(address);
  for (const address of user.proxyAddresses) add(address.slice(address.indexOf(":") + 1));
  return keys;
}

/** What counts towards the number of objects that a directory may hold. A deleted user goes on counting until it is gone for good. */
export function weightOf(object: DirectoryObject): number {
  if (object.kind === "otherObjects") return object.count;
  const { kind } = object;
  return kind === "user" || kind === "group" || kind === "servicePrincipal" ? 1 : 0;
}
