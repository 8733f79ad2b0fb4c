import type { AppCredential } from "./app-credentials.ts";
import type { Application, AppRoleAssignment, ServicePrincipal } from "./application.ts";
import type { AuthorizationPolicy } from "./authorization-policy.ts";
import type { ConditionalAccessPolicy, NamedLocation } from "./conditional-access-policy.ts";
import type { CrossTenantAccess, CrossTenantPolicy } from "./cross-tenant-access.ts";
import type { DeletedItem } from "./deleted-item.ts";
import type { DomainPolicy } from "./domain-policy.ts";
import type { Group } from "./group.ts";
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

export interface Membership {
  readonly kind: "membership";
  readonly groupId: string;
  readonly memberId: string;
}

/** Somebody, or an application, who looks after a group, an application or a service principal. */
export interface Ownership {
  readonly kind: "ownership";
  readonly ownedId: string;
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
  | Application
  | ServicePrincipal
  | AppCredential
  | DeletedItem
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
      return object.deletedAt === null ? addressesOf(object) : [...addressesOf(object), "deleted:user"];
    case "deletedItem":
      return [`deleted:${object.object.kind}`];
    case "group":
      return [object.kind, nicknameKey(object.mailNickname)];
    case "application":
      return [object.kind, `application:${object.appId}`];
    case "servicePrincipal":
      return [object.kind, `servicePrincipal:${object.appId}`];
    case "appCredential":
      return [`credentialsOf:${object.appId}`];
    case "membership":
      return [`membersOf:${object.groupId}`, `groupsOf:${object.memberId}`];
    case "ownership":
      return [`ownersOf:${object.ownedId}`];
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
    case "signInRecord":
      return [object.kind, `signInsOf:${object.userId}`];
    case "mail":
    case "passcodeMail":
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

/** How a group is found by its nickname, whose case does not count. */
export function nicknameKey(mailNickname: string): string {
  return `nickname:${mailNickname.toLowerCase()}`;
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

/** What counts towards the number of objects that a directory may hold. A deleted object goes on counting until it is gone for good. */
export function weightOf(object: DirectoryObject): number {
  return object.kind === "otherObjects" ? object.count : Number(COUNTING.has(object.kind));
}

const COUNTING: ReadonlySet<DirectoryObject["kind"]> = new Set([
  "user",
  "group",
  "application",
  "servicePrincipal",
  "deletedItem",
]);
