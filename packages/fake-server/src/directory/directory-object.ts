import type { Application, AppRoleAssignment, ServicePrincipal } from "./application.ts";
import type { AuthorizationPolicy } from "./authorization-policy.ts";
import type { ConditionalAccessPolicy, NamedLocation } from "./conditional-access-policy.ts";
import type { CrossTenantAccess, CrossTenantPolicy } from "./cross-tenant-access.ts";
import type { DeletedItem } from "./deleted-item.ts";
import type { DomainPolicy } from "./domain-policy.ts";
import type { Group } from "./group.ts";
import type { IdentityProviders } from "./identity-providers.ts";
import type { RedemptionRecord } from "./redemption-record.ts";
import type { SignInRecord } from "./sign-in-record.ts";

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
export interface User {
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

/** A role that somebody has in the whole directory. */
export interface RoleAssignment {
  readonly kind: "roleAssignment";
  readonly id: string;
  /** A user, a group that roles can be assigned to, or an application. */
  readonly principalId: string;
  /** Of a built-in role: its template's id. */
  readonly roleDefinitionId: string;
  readonly directoryScopeId: "/";
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

/** A mail as it was sent. */
export interface Mail {
  readonly kind: "mail";
  readonly about: "invitation";
  readonly id: string;
  readonly from: string;
  /** Under which name it comes from there. */
  readonly fromName: string;
  /** Whom an answer goes to: who invited, if that is somebody with a mail address. */
  readonly replyTo: string | null;
  readonly to: string;
  /** The first of those who were to get a copy: the service supports one, and drops the rest. */
  readonly cc: string | null;
  readonly subject: string;
  readonly language: string;
  /** What the inviter had to say; null as well where it was left out, because an application invited, or somebody without a mail address. */
  readonly text: string | null;
  readonly redeemUrl: string;
  readonly sentDateTime: string;
  /** The same in milliseconds on the world's clock. */
  readonly sentAt: number;
}

/** The mail with a one-time passcode. */
export interface PasscodeMail {
  readonly kind: "passcodeMail";
  readonly about: "passcode";
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly language: string;
  readonly passcode: string;
  readonly sentDateTime: string;
  /** The same in milliseconds on the world's clock. */
  readonly sentAt: number;
}

export type DirectoryObject =
  | User
  | Group
  | Application
  | ServicePrincipal
  | DeletedItem
  | Membership
  | Ownership
  | Creation
  | OtherObjects
  | Sponsorship
  | AppRoleAssignment
  | RoleAssignment
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
  | CrossTenantPolicy;

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
    case "membership":
      return [`membersOf:${object.groupId}`, `groupsOf:${object.memberId}`];
    case "ownership":
      return [`ownersOf:${object.groupId}`];
    case "creation":
      return [`createdBy:${object.creatorId}`];
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
