import type { View } from "../replication/index.ts";
import { type AuthorizationPolicy, authorizationPolicy } from "./authorization-policy.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { rolesOf } from "./directory-roles.ts";
import { owns } from "./owners.ts";
import type { Principal } from "./principal.ts";
import { Refusal } from "./refusal.ts";
import { ROLE_ACTIONS } from "./role-actions.ts";
import { roleTemplate } from "./role-templates.ts";
import { type Access, findUser } from "./users.ts";

/** What the directory lets its members do or not. */
type MemberSetting = "allowedToCreateApps" | "allowedToCreateSecurityGroups";

/** What a user has to be allowed in person, however much is lent to the application. */
export interface UserRight {
  /** What a role of the user's allows, without `microsoft.directory/` in front: `users/basic/update`. */
  readonly action: string;
  /** Whether users may do it to themselves; or which properties of themselves alone they may write. */
  readonly bySelf?: true | readonly string[];
  /** Whether whoever owns the object may do it. */
  readonly byOwner?: boolean;
  /** The setting that lets members do it without a role. Guests need one. */
  readonly byMemberWhere?: MemberSetting;
  /** Whether the setting lets them do it to what they own alone. */
  readonly ofOwned?: true;
}

const PREFIX = "microsoft.directory/";

/** What it is to be done to: the object, and the properties of it that are written. */
interface Aim {
  readonly target?: DirectoryObject | undefined;
  readonly properties?: readonly string[];
}

/**
 * Refuses a user who may not do it in person, where roles are judged. An application on its own is nobody.
 *
 * @see https://learn.microsoft.com/entra/fundamentals/users-default-permissions
 */
export function refuseUser(access: Access, { userId }: Principal, right: UserRight, aim: Aim = {}): void {
  if (userId === undefined || hasStanding(access, userId, right, aim)) return;
  if (!hasRoleFor(access.viewAs("rights"), userId, right.action)) {
    throw new Refusal({ reason: "privileges-insufficient" });
  }
}

/** Whether it is allowed without a role. */
function hasStanding(
  access: Access,
  userId: string,
  { bySelf, byOwner, byMemberWhere, ofOwned }: UserRight,
  { target, properties = [] }: Aim,
): boolean {
  const isSelf = target?.kind === "user" && target.id === userId;
  if (
    isSelf &&
    bySelf !== undefined &&
    (bySelf === true || properties.every((name) => bySelf.includes(name)))
  )
    return true;
  const isOwn = target !== undefined && "id" in target && owns(access.view, userId, target.id);
  if (byOwner && isOwn) return true;
  // Of what is not there it is said that it is not.
  if (ofOwned && target !== undefined && !isOwn) return false;
  return byMemberWhere !== undefined && isLetAsMember(access, userId, byMemberWhere);
}

function isLetAsMember(access: Access, userId: string, setting: MemberSetting): boolean {
  const { defaultUserRolePermissions }: AuthorizationPolicy = authorizationPolicy(access.viewAs("rights"));
  return defaultUserRolePermissions[setting] && findUser(access.primary, userId)?.userType === "Member";
}

/** Whether a user, or an application, has a role that allows an action. */
export function hasRoleFor(view: View<DirectoryObject>, principalId: string, action: string): boolean {
  return [...rolesOf(view, principalId)].some((role) =>
    actionsOf(view, role).some((allowed) => covers(allowed, PREFIX + action)),
  );
}

/** What a role allows: a built-in one, or one that the directory has made for itself. */
function actionsOf(view: View<DirectoryObject>, roleId: string): readonly string[] {
  const template = roleTemplate(roleId);
  if (template !== undefined) return ROLE_ACTIONS[template.displayName];
  const custom = view.get(roleId);
  if (custom?.kind !== "roleDefinition") return [];
  return custom.rolePermissions.flatMap(({ allowedResourceActions }) => allowedResourceActions);
}

/** `users/allProperties/allTasks` takes in all that can be done to users; `users/allProperties/read` all reading. */
function covers(allowed: string, wanted: string): boolean {
  const whole = /^(.*)\/allProperties\/(allTasks|read|update)$/.exec(allowed);
  if (whole === null) return allowed === wanted;
  const [, resource = "", task] = whole;
  return wanted.startsWith(`${resource}/`) && (task === "allTasks" || wanted.endsWith(`/${task}`));
}
