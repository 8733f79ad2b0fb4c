import { invalidInput, problemUnless } from "../errors/index.ts";
import { type Remedy, remedies } from "../remedies/index.ts";
import { isGuid, type Problem } from "../schemas/index.ts";
import { carriesAny } from "./carries-any.ts";
import { INVITER_ROLES } from "./inviter-roles.ts";

/** What is known of somebody who wants to invite. What could not be read is `undefined`. */
export interface InviterFacts {
  /** Of the directory's authorization policy. */
  readonly allowInvitesFrom: string | null | undefined;
  readonly inviter:
    | { readonly kind: "application" }
    | {
        readonly kind: "user";
        readonly userType: string | null | undefined;
        /** Whether the account may sign in at all. Default: it may. */
        readonly accountEnabled?: boolean | null | undefined;
        /** The roles that could be made out, by template id. */
        readonly roles: readonly string[];
        /** Whether those are all. */
        readonly allRoles: boolean;
      }
    | undefined;
  /** What the token that invites carries: an application's permissions, or a user's scopes. */
  readonly permissions?: readonly string[] | undefined;
}

/** Whether somebody may invite, and why. */
export interface InviterVerdict {
  /** `undefined` where it depends on what could not be read: see {@link InviterVerdict.missing | missing}. */
  readonly allowed: boolean | undefined;
  /** What settles it: the setting alone, a role or the user type that the setting asks for, the token, or an account that is blocked. `undefined` where nothing does. */
  readonly decidedBy: "allowInvitesFrom" | "role" | "userType" | "permission" | "account" | undefined;
  /** In a sentence. */
  readonly because: string;
  /** The setting, where it could be read. */
  readonly allowInvitesFrom: string | undefined;
  /** The role that lets the user invite, by its name, where one does. */
  readonly role: string | undefined;
  /** What would let them invite; empty where they may. */
  readonly remedies: readonly Remedy[];
  /** What would have to be known, and could not be read. */
  readonly missing: readonly string[];
  /** What was taken for granted, since nobody said otherwise. */
  readonly assumed: readonly string[];
}

/** The least permission, and those that include it. @see https://learn.microsoft.com/graph/api/invitation-post */
const LEAST = "User.Invite.All";
const ENOUGH: readonly string[] = [LEAST, "User.ReadWrite.All", "Directory.ReadWrite.All"];

/**
 * Who may invite, by what Microsoft documents: the token needs a permission, and the directory's setting leaves it to
 * nobody, to administrators and Guest Inviters, to all members, or to everybody. An application is held to `none` alone.
 *
 * @throws B2BError `invalid-input` for facts that cannot be right
 * @see https://learn.microsoft.com/entra/external-id/external-collaboration-settings-configure
 */
export function judgeInviter(facts: InviterFacts): InviterVerdict {
  const { inviter, permissions } = facts ?? {};
  const isInviter =
    inviter === undefined ||
    inviter?.kind === "application" ||
    (inviter?.kind === "user" && Array.isArray(inviter.roles));
  const problems = [
    ...problemUnless(
      typeof facts === "object" && facts !== null && "allowInvitesFrom" in facts,
      "facts",
      "must be an object with `allowInvitesFrom`, undefined where it could not be read, and `inviter`",
    ),
    ...problemUnless(
      isInviter,
      "inviter",
      'must be { kind: "application" } or { kind: "user", userType, roles, allRoles }; undefined where nobody knows',
    ),
    ...(inviter?.kind === "user" && isInviter ? roleProblems(inviter.roles) : []),
    ...problemUnless(
      permissions === undefined || isListOfTexts(permissions),
      "permissions",
      'must be a list, for example ["User.Invite.All"]',
    ),
  ];
  if (problems.length > 0) throw invalidInput("judgeInviter", problems);
  return inviterVerdict(facts);
}

/** A role by its name would be one that is none of those that may invite. */
function roleProblems(roles: readonly unknown[]): readonly Problem[] {
  const known = INVITER_ROLES.map(({ id, name }) => `${id} (${name})`).join(", ");
  const expected = `must be the id of a role's template (a GUID); those that may invite are ${known}`;
  return roles.flatMap((role, n) => (isGuid(role) ? [] : [{ path: `inviter.roles[${n}]`, expected }]));
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

/** The verdict on facts that have been found right. */
export function inviterVerdict(facts: InviterFacts): InviterVerdict {
  const { allowInvitesFrom, permissions } = facts;
  const about = {
    allowInvitesFrom: allowInvitesFrom ?? undefined,
    assumed: permissions ? [] : [`that the token carries ${LEAST}`],
  };
  if (permissions && !carriesAny(permissions, ENOUGH)) {
    return {
      ...about,
      ...no("permission", `the token does not carry ${LEAST}`, [remedies.grantInvitePermission]),
    };
  }
  const { inviter } = facts;
  if (inviter?.kind === "user" && inviter.accountEnabled === false) {
    const because = "the account is blocked from signing in, and nobody invites by it";
    return { ...about, ...no("account", because, [remedies.unblockAccount]) };
  }
  return { ...about, ...bySetting(facts) };
}

type Part = Omit<InviterVerdict, "allowInvitesFrom" | "assumed">;

function bySetting(facts: InviterFacts): Part {
  switch (facts.allowInvitesFrom) {
    case "none":
      return no("allowInvitesFrom", "the directory lets nobody invite, administrators neither", [
        remedies.allowInviting,
      ]);
    case "everyone":
      return yes("allowInvitesFrom", "the directory lets everybody invite, guests too");
    case "adminsGuestInvitersAndAllMembers":
    case "adminsAndGuestInviters":
      return byInviter(facts, facts.allowInvitesFrom);
    case undefined:
      return open("nobody could read who may invite here", [
        "`allowInvitesFrom` of the authorization policy; reading it needs Policy.Read.All",
      ]);
    default:
      return open("the directory's setting has a value that is not known yet", [
        `what the value ${JSON.stringify(facts.allowInvitesFrom)} of \`allowInvitesFrom\` means`,
      ]);
  }
}

function byInviter({ inviter, permissions }: InviterFacts, setting: string): Part {
  if (inviter === undefined) {
    return open("nobody could read who it is", ["who invites; reading it needs User.Read, or User.Read.All"]);
  }
  if (inviter.kind === "application") return byApplication(setting, permissions);
  const { userType, roles, allRoles } = inviter;
  const takesMembers = setting === "adminsGuestInvitersAndAllMembers";
  if (takesMembers && userType === "Member") {
    return yes("userType", "the directory lets all members invite, and this is one");
  }
  const held = roles.map((id) => id.toLowerCase());
  const role = INVITER_ROLES.find(({ id }) => held.includes(id));
  if (role) return { ...yes("role", `the directory lets the role ${role.name} invite`), role: role.name };
  const missing = [
    ...(takesMembers && userType === undefined
      ? ["whether the user is a member; reading it needs User.Read.All"]
      : []),
    ...(allRoles ? [] : ["which roles the user has; reading them needs RoleManagement.Read.Directory"]),
  ];
  if (missing.length > 0) return open("it depends on what could not be read of the user", missing);
  const whom = takesMembers
    ? "members, administrators and Guest Inviters"
    : "administrators and Guest Inviters";
  return no("allowInvitesFrom", `the directory leaves inviting to ${whom}, and this is none of them`, [
    remedies.grantGuestInviter,
    remedies.allowInviting,
  ]);
}

/** That a higher permission alone is not enough where it is left to administrators was seen; for the other setting nobody says. */
function byApplication(setting: string, permissions: readonly string[] | undefined): Part {
  if (permissions === undefined || carriesAny(permissions, [LEAST])) {
    return yes("permission", `an application that has ${LEAST} may invite unless nobody may`);
  }
  if (setting === "adminsAndGuestInviters") {
    return no("permission", `where inviting is left to few, an application needs ${LEAST} itself`, [
      remedies.grantInvitePermission,
    ]);
  }
  return open("nothing says whether an application with a higher permission alone may invite here", [
    `whether it is enough not to have ${LEAST} itself`,
  ]);
}

function yes(decidedBy: InviterVerdict["decidedBy"], because: string): Part {
  return { allowed: true, decidedBy, because, role: undefined, remedies: [], missing: [] };
}

function no(decidedBy: InviterVerdict["decidedBy"], because: string, advice: readonly Remedy[]): Part {
  return { allowed: false, decidedBy, because, role: undefined, remedies: advice, missing: [] };
}

function open(because: string, missing: readonly string[]): Part {
  return {
    ...{ allowed: undefined, decidedBy: undefined, because, role: undefined, missing },
    remedies: [remedies.grantReadingRights],
  };
}
