import { B2BError, checked, inTheNameOf } from "../errors/index.ts";
import {
  type Answer,
  CALL_OPTIONS,
  type Call,
  type CallOptions,
  callOf,
  getInvitePolicy,
  getInviter,
  grantGuestInviter,
  type Line,
  listGuestInviterAssignments,
  listMemberships,
  listOf,
  perform,
  RIGHTS_LAG_MS,
  type RightsChanges,
  type RoleGrant,
  revokeGuestInviter,
  sharedTime,
  startCall,
} from "../resources/index.ts";
import { readInviterQuestion, readUserId } from "../schemas/index.ts";
import { type InviterFacts, type InviterVerdict, inviterVerdict } from "./judge-inviter.ts";

/** A verdict, and from when on it holds. */
export interface CanInvite extends InviterVerdict {
  /**
   * In how many milliseconds the verdict is sure to be what the service goes by. 0 where this client has changed neither
   * the setting nor the user's role within the last hour; what others changed cannot be seen.
   */
  readonly certainInMs: number;
}

/** What came of handing out the role. */
export type GuestInviterGrant = RoleGrant & {
  /** How long it may take until the role acts, in milliseconds: up to an hour, as documented. */
  readonly actsWithinMs: number;
};

/** Options of {@link Delegation.canInvite}. */
export interface CanInviteOptions extends CallOptions {
  /** What the token that invites carries, where you know it: `roles` of an application's, `scp` of a user's. Default: `User.Invite.All` is taken for granted, and `assumed` says so. */
  readonly permissions?: readonly string[] | undefined;
}

/** Who may invite, and letting others do it. */
export interface Delegation {
  /**
   * Tells whether somebody may invite, which setting or role decides it, and what would help. Reads no more than it has
   * to: `Policy.Read.All` always; a user who is named, with `User.Read.All`, where nothing else keeps them from inviting;
   * and which roles they have only where the setting asks for it, those of groups included. What may not be read is named in
   * `missing`, and never guessed; that a user who may not be read is there, and not blocked, `assumed` says.
   *
   * A change of the setting or of a role acts up to an hour later. `certainInMs` says so for what this client has changed.
   *
   * @param who - `"me"`, the caller itself; or a user of this directory, by object id
   * @throws B2BError `not-found` for a user that is not there, unless the setting or the token lets nobody invite anyway; `invalid-input` before anything is sent
   */
  canInvite(who: "me" | (string & {}), options?: CanInviteOptions): Promise<CanInvite>;

  /**
   * Gives a user the role Guest Inviter, in the whole directory. Twice is as good as once. Needs
   * `RoleManagement.ReadWrite.Directory`, and of a user the role Privileged Role Administrator.
   *
   * @throws B2BError `not-found` where the user is not there; `forbidden` where the caller may not assign roles
   */
  grantGuestInviter(userId: string, options?: CallOptions): Call<GuestInviterGrant>;

  /**
   * Takes the role Guest Inviter away from a user. A role that comes by a group stays: take the user out of the group.
   * Needs the same as granting it.
   */
  revokeGuestInviter(userId: string, options?: CallOptions): Promise<"revoked" | "not-granted">;
}

export function delegation(line: Line, rights: RightsChanges): Delegation {
  return {
    canInvite: (who, options = {}) => inTheNameOf(CAN_INVITE, () => canInvite(line, rights, who, options)),
    grantGuestInviter: (userId, options = {}) => callOf(grant(line, rights, userId, options)),
    revokeGuestInviter: (userId, options = {}) =>
      inTheNameOf(REVOKE, () => revoke(line, rights, userId, options)),
  };
}

const CAN_INVITE = "delegation.canInvite";

async function canInvite(
  line: Line,
  rights: RightsChanges,
  who: string,
  options: CanInviteOptions,
): Promise<CanInvite> {
  const left = sharedTime(line, CAN_INVITE, options, [...CALL_OPTIONS, "permissions"]);
  const { permissions } = options;
  checked(CAN_INVITE, readInviterQuestion({ who, permissions }));
  const policy = await unlessForbidden(() => startCall(line, getInvitePolicy, undefined, left()));
  const facts = { allowInvitesFrom: policy?.allowInvitesFrom, permissions };
  // Only where the setting leaves it to some does it matter who it is.
  const early = inviterVerdict({ ...facts, inviter: undefined });
  const setting = policy?.allowInvitesFrom;
  const whose = ([MEMBERS, ADMINS] as const).find((one) => one === setting) ?? "nobody";
  // Whoever calls is there, and may sign in.
  const matters = early.allowed !== false && (whose !== "nobody" || who !== "me");
  const { inviter, id, isRead } = matters
    ? await factsOf(line, who, whose, left)
    : { inviter: undefined, id: idIn(who), isRead: true };
  const { assumed, ...verdict } = matters ? inviterVerdict({ ...facts, inviter }) : early;
  return {
    ...verdict,
    assumed: isRead || who === "me" ? assumed : [...assumed, UNSEEN],
    certainInMs: rights.settlesInMs(id, line.clock.now()),
  };
}

const UNSEEN = "that the user is there and not blocked from signing in; reading it needs User.Read.All";

/** The settings that leave inviting to some. */
const MEMBERS = "adminsGuestInvitersAndAllMembers";
const ADMINS = "adminsAndGuestInviters";

/** Who it is, as far as it could be read. */
export interface WhoInvites {
  readonly inviter: InviterFacts["inviter"];
  /** The user's object id, where it is one. */
  readonly id: string | undefined;
  /** Whether the account could be read. */
  readonly isRead: boolean;
}

function idIn(who: string): string | undefined {
  return who === "me" ? undefined : who;
}

async function factsOf(
  line: Line,
  who: string,
  whoseRoles: typeof MEMBERS | typeof ADMINS | "nobody",
  left: () => CallOptions,
): Promise<WhoInvites> {
  const read = await unlessForbidden(async () => ({ user: await startCall(line, getInviter, who, left()) }));
  if (read && read.user === undefined) {
    return { inviter: { kind: "application" }, id: undefined, isRead: true };
  }
  if (read === undefined && who === "me") return { inviter: undefined, id: undefined, isRead: false };
  const { id = idIn(who), userType, accountEnabled } = read?.user ?? {};
  // A member who may invite as one needs no role.
  const isLet = whoseRoles === "nobody" || (whoseRoles === MEMBERS && userType === "Member");
  const roles = isLet ? NO_ROLES : await rolesOf(line, who, left);
  return {
    inviter: { kind: "user", userType, accountEnabled, ...roles },
    ...{ id, isRead: read !== undefined },
  };
}

/** Who calls: all that {@link inviterVerdict} may want to know of them, under whatever setting. `undefined` where the caller may not read even that. */
export function readInviterFacts(line: Line, options: CallOptions): Promise<WhoInvites> {
  return factsOf(line, "me", ADMINS, () => options);
}

const NO_ROLES = { roles: [], allRoles: true };

async function rolesOf(
  line: Line,
  who: string,
  left: () => CallOptions,
): Promise<{ readonly roles: readonly string[]; readonly allRoles: boolean }> {
  const memberships = await unlessForbidden(() => listOf(line, listMemberships, who, left()).collect());
  if (memberships === undefined) return { roles: [], allRoles: false };
  const held = memberships.filter((one) => one["@odata.type"] === "#microsoft.graph.directoryRole");
  const roles = held.flatMap(({ roleTemplateId }) => roleTemplateId ?? []);
  // A role without a name is there, and may not be seen.
  return { roles, allRoles: roles.length === held.length };
}

async function unlessForbidden<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof B2BError && error.is("forbidden")) return undefined;
    throw error;
  }
}

async function grant(
  line: Line,
  rights: RightsChanges,
  userId: string,
  options: CallOptions,
): Promise<Answer<GuestInviterGrant>> {
  try {
    const { value, meta } = await perform(line, grantGuestInviter, userId, options);
    const assignmentId = value.status === "granted" ? value.assignmentId : undefined;
    // An earlier attempt may have done it just now.
    if (assignmentId !== undefined || meta.attempts > 1)
      rights.noteRole(userId, line.clock.now(), assignmentId);
    return { value: { ...value, actsWithinMs: RIGHTS_LAG_MS }, meta };
  } catch (error) {
    if (error instanceof B2BError && error.outcome === "unknown") rights.noteRole(userId, line.clock.now());
    throw error;
  }
}

const REVOKE = "delegation.revokeGuestInviter";

async function revoke(
  line: Line,
  rights: RightsChanges,
  userId: string,
  options: CallOptions,
): Promise<"revoked" | "not-granted"> {
  checked(REVOKE, readUserId(userId));
  const left = sharedTime(line, REVOKE, options);
  const listed = await listOf(line, listGuestInviterAssignments, userId, left()).collect();
  const own = rights.assignmentOf(userId);
  const all = [...listed.map(({ id }) => id), ...(own === undefined ? [] : [own])];
  const ids = new Set(all.filter((id) => !rights.isRemoved(id, line.clock.now())));
  for (const id of ids) {
    await startCall(line, revokeGuestInviter, { id, principalId: userId }, left());
    rights.noteRemoved(id, line.clock.now());
    rights.noteRole(userId, line.clock.now());
  }
  return ids.size > 0 ? "revoked" : "not-granted";
}
