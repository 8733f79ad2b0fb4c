import { redeemsAutomatically } from "./automatic-redemption.ts";
import { refuseOneTenantTooMany } from "./belonging.ts";
import { creationBy } from "./creations.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject, User } from "./directory-object.ts";
import { refuseDomain } from "./domain-policy.ts";
import { invitationMail, type MailMessage } from "./mail.ts";
import { refuseOverQuota } from "./object-quota.ts";
import type { Principal } from "./principal.ts";
import { refuseUnreachable } from "./reachability.ts";
import { Refusal } from "./refusal.ts";
import { sponsorships } from "./sponsors.ts";
import { newTicket, redeemUrlOf } from "./tickets.ts";
import { type Access, findByAddress, findUser, userOf } from "./users.ts";
import { refuseInviter, refuseResetter } from "./who-may-invite.ts";

export interface InvitationRequest {
  readonly invitedUserEmailAddress: string;
  readonly inviteRedirectUrl: string;
  readonly invitedUserDisplayName: string | null;
  readonly invitedUserType: "Guest" | "Member";
  readonly sendInvitationMessage: boolean;
  readonly message: MailMessage;
  /** The guest whose redemption starts over; null for an ordinary invitation. */
  readonly resetOf: string | null;
  /** The account that is invited itself, whatever else has the address; null for an ordinary invitation. */
  readonly accountId: string | null;
  /** Users and groups who are to answer for the guest, by object id. */
  readonly sponsorIds: readonly string[];
}

export interface IssuedInvitation {
  readonly id: string;
  readonly userId: string;
  readonly redeemUrl: string;
  readonly status: "PendingAcceptance" | "Completed";
}

/**
 * What an invited address may not hold.
 *
 * @see https://learn.microsoft.com/graph/api/resources/invitation
 */
const FORBIDDEN = new Set('~!#$%^&*()+=[]{}\\/|;:"<>?, \t\r\n');

/** Invites an address: makes a guest of it, or sends the guest it already has another ticket. */
export function invite(
  directory: Directory,
  access: Access,
  inviter: Principal,
  request: InvitationRequest,
): IssuedInvitation {
  refuseInviter(access, inviter);
  if (request.resetOf !== null) refuseResetter(access, inviter, request.resetOf);
  const address = request.invitedUserEmailAddress;
  const domain = domainOf(address);
  refuseDomain(directory, domain);
  refuseUnreachable(directory, domain);
  const user = inviteeOf(directory, access, request);
  const ticket = newTicket(directory, user.id, request.inviteRedirectUrl, address);
  const redeemUrl = redeemUrlOf(directory, ticket);
  const writes = new Map<string, DirectoryObject>([
    [user.id, user],
    [`ticket/${user.id}`, ticket],
    ...(access.primary.get(user.id) === undefined ? creationBy(directory, access, user.id) : []),
    ...sponsorships(directory, access, user.id, request.sponsorIds),
  ]);
  // Where both organisations have agreed that nobody is asked, nobody is sent an invitation either.
  const isSent = request.sendInvitationMessage && !redeemsAutomatically(directory, domain);
  if (isSent) {
    const from = inviter.userId === undefined ? undefined : findUser(access.primary, inviter.userId);
    const { message } = request;
    const mail = invitationMail(directory, { address, guest: user, inviter: from, message, redeemUrl });
    writes.set(mail.id, mail);
  }
  access.commit("invitations.create", writes);
  if (isSent) directory.onMail();
  const status = user.externalUserState === "Accepted" ? "Completed" : "PendingAcceptance";
  return { id: directory.newId(`invitation/${user.id}`), userId: user.id, redeemUrl, status };
}

function inviteeOf(directory: Directory, access: Access, request: InvitationRequest): User {
  if (request.resetOf !== null) return resetGuest(directory, access, request.resetOf, request);
  return request.accountId === null
    ? guestFor(directory, access, request)
    : accountAsGuest(directory, access, request.accountId, request);
}

/** The guest with this address as the primary knows it, or a new one. */
function guestFor(directory: Directory, access: Access, request: InvitationRequest): User {
  const existing = findByAddress(access.primary, request.invitedUserEmailAddress)[0];
  if (existing?.creationType === "Invitation" && existing.accountEnabled) return existing;
  if (existing)
    throw new Refusal({ reason: "user-exists", id: existing.id, blocked: !existing.accountEnabled });
  if (directory.holdsDomain(domainOf(request.invitedUserEmailAddress))) {
    throw new Refusal({ reason: "domain-verified-here" });
  }
  refuseOneTenantTooMany(directory, request.invitedUserEmailAddress);
  refuseOverQuota(directory);
  return newGuest(directory, request);
}

function newGuest(directory: Directory, request: InvitationRequest): User {
  const { invitedUserEmailAddress: address, invitedUserDisplayName, invitedUserType: userType } = request;
  const id = directory.newId(`guest/${address.toLowerCase()}`);
  const guest = guestOf(directory, id, address);
  return { ...guest, userType, displayName: invitedUserDisplayName ?? guest.displayName };
}

/** A guest as an invitation makes one, who has yet to redeem. */
export function guestOf(directory: Directory, id: string, address: string): User {
  const nickname = `${address.replace("@", "_")}#EXT#`;
  const userPrincipalName = `${nickname}@${directory.initialDomain}`;
  return userOf({
    id,
    userPrincipalName,
    mailNickname: nickname,
    displayName: address.slice(0, address.indexOf("@")),
    mail: address,
    otherMails: [address],
    proxyAddresses: [`SMTP:${address}`],
    userType: "Guest",
    creationType: "Invitation",
    ...yetToRedeem(directory, userPrincipalName),
    createdDateTime: directory.timestamp(),
  });
}

/**
 * Lets a guest redeem anew: id, name, groups and apps stay, the old sign-in is unlinked. Whoever is no guest has nothing
 * to redeem; how the service says so is assumed.
 *
 * @see https://learn.microsoft.com/entra/external-id/reset-redemption-status
 */
function resetGuest(directory: Directory, access: Access, id: string, request: InvitationRequest): User {
  const guest = namedUser(access, id);
  if (guest.creationType !== "Invitation") {
    throw new Refusal({ reason: "user-exists", id, blocked: !guest.accountEnabled });
  }
  const address = request.invitedUserEmailAddress.toLowerCase();
  const known = [guest.mail, ...guest.otherMails].some((mail) => mail?.toLowerCase() === address);
  if (!known) throw new Refusal({ reason: "address-not-on-user" });
  return { ...guest, ...yetToRedeem(directory, guest.userPrincipalName) };
}

/**
 * Makes an account of this directory one that signs in elsewhere, for good: id, name, type, groups and apps stay. Its
 * `mail` has to be the address. What the account then shows of having been invited is assumed; and so is that whoever may
 * invite may do this, that an account which is blocked is refused as by its address, and that a guest is invited again.
 *
 * @see https://learn.microsoft.com/entra/external-id/invite-internal-users
 */
function accountAsGuest(
  directory: Directory,
  access: Access,
  id: string,
  { invitedUserEmailAddress: address }: InvitationRequest,
): User {
  const account = namedUser(access, id);
  if (account.mail?.toLowerCase() !== address.toLowerCase()) {
    throw new Refusal({ reason: "address-not-on-user" });
  }
  if (!account.accountEnabled) throw new Refusal({ reason: "user-exists", id, blocked: true });
  if (account.creationType === "Invitation") return account;
  if (directory.holdsDomain(domainOf(address))) throw new Refusal({ reason: "domain-verified-here" });
  refuseOneTenantTooMany(directory, address);
  return { ...account, creationType: "Invitation", ...yetToRedeem(directory, account.userPrincipalName) };
}

/** Somebody of whom a request names the id: the instance that answers has to know them too. */
function namedUser(access: Access, id: string): User {
  const user = findUser(access.view, id) && findUser(access.primary, id);
  if (user === undefined) throw new Refusal({ reason: "resource-not-found", id });
  return user;
}

/** What tells that somebody has been invited, and is known by no account elsewhere yet. */
function yetToRedeem(directory: Directory, userPrincipalName: string) {
  return {
    externalUserState: "PendingAcceptance",
    externalUserStateChangeDateTime: directory.timestamp(),
    identities: [
      {
        signInType: "userPrincipalName",
        issuer: directory.initialDomain,
        issuerAssignedId: userPrincipalName,
      },
    ],
  } as const;
}

/** The domain of an address that can be invited. */
function domainOf(address: string): string {
  const [local = "", domain = "", more] = address.split("@");
  const labels = domain.split(".");
  const wellFormed =
    more === undefined &&
    local !== "" &&
    !/^[.-]|[.-]$/.test(local) &&
    ![...local, ...domain].some((character) => FORBIDDEN.has(character)) &&
    labels.length >= 2 &&
    labels.every((label) => label !== "" && !label.startsWith("-") && !label.endsWith("-"));
  if (!wellFormed) throw new Refusal({ reason: "address-invalid" });
  return domain.toLowerCase();
}
