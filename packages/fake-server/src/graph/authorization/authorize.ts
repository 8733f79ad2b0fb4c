import {
  applicationWithAppId,
  type DirectoryObject,
  findUser,
  owns,
  type Principal,
  Refusal,
  type RefusalReason,
  refuseUser,
} from "../../directory/index.ts";
import type { View } from "../../replication/index.ts";
import { GraphError } from "../errors.ts";
import type { RouteContext } from "../exchange.ts";
import {
  type OperationRights,
  OWNED_BY,
  type Rights,
  type RightsByTarget,
  type Target,
} from "./operation-rights.ts";

type Asked = Pick<RouteContext, "access" | "caller" | "keys"> & {
  /** What the request writes. */
  readonly body?: unknown;
  /** The names of the properties that it writes, or selects. Absent: none in particular. */
  readonly properties?: readonly string[];
};

const TARGETS = new Set(["user", "group", "application", "servicePrincipal"]);

/**
 * Refuses a caller whose token does not carry what an operation takes, or whose user may not do it in person: before
 * anything else of the request is looked at.
 *
 * @throws GraphError where no application can call it; Refusal for all else
 */
export function authorize(rights: Rights, asked: Asked): void {
  const { access, caller, properties = [] } = asked;
  const target = goesByTarget(rights, caller) ? targetOf(rights, asked) : undefined;
  const row = "byTarget" in rights ? rowOf(rights, target) : rights;
  if (row === undefined) return;
  const carried = carriedBy(caller, ownedByNone(access, caller, row, target), target);
  if (carried === undefined) {
    throw new GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
  }
  if (!carried && !carriesEach(caller, row, asked)) throw new Refusal(refusalOf(caller, row));
  if (row.user !== undefined) refuseUser(access, caller, row.user, { target, properties });
}

/** Whether it matters what is asked for: to an application it seldom does. */
function goesByTarget(rights: Rights, { userId }: Principal): boolean {
  if ("byTarget" in rights) return true;
  const { self, user, ownedAlone } = rights;
  return userId === undefined ? ownedAlone !== undefined : self !== undefined || user !== undefined;
}

/** Services have words of their own for a token that carries too little. */
function refusalOf(
  { userId, permissions = [] }: Principal,
  { refusal, delegated, application = [] }: OperationRights,
): RefusalReason {
  if (refusal !== "log-permissions-missing") return { reason: refusal ?? "privileges-insufficient" };
  const [least = ""] = userId === undefined ? application : delegated;
  const missing = least.split(" and ").filter((one) => !permissions.includes(one));
  return { reason: refusal, permissions: missing };
}

/** What is asked for of an application where it does not own what it wants to change. */
function ownedByNone(
  { view }: Asked["access"],
  { userId, principalId = "" }: Principal,
  row: OperationRights,
  target: DirectoryObject | undefined,
): OperationRights {
  if (row.ownedAlone === undefined || userId !== undefined || target === undefined) return row;
  if ("id" in target && owns(view, principalId, target.id)) return row;
  return { ...row, application: (row.application ?? []).filter((permission) => permission !== OWNED_BY) };
}

/** Whether the token carries enough; `undefined` where no application's could. */
function carriedBy(
  caller: Principal,
  { delegated, self, application }: OperationRights,
  target: DirectoryObject | undefined,
): boolean | undefined {
  if (caller.userId === undefined) return application && holdsOneOf(caller, application);
  const isAboutSelf = target?.kind === "user" && target.id === caller.userId;
  return holdsOneOf(caller, delegated) || (isAboutSelf && self !== undefined && holdsOneOf(caller, self));
}

/** Whether the token carries what is enough for each of the properties that are written or selected, where there is such a thing. */
function carriesEach(
  caller: Principal,
  { byProperty }: OperationRights,
  { properties = [] }: Asked,
): boolean {
  if (byProperty === undefined || properties.length === 0) return false;
  const enough = new Map(Object.entries(byProperty).map(([name, anyOf]) => [name.toLowerCase(), anyOf]));
  return properties.every((name) => {
    const anyOf = enough.get(name.toLowerCase());
    return anyOf !== undefined && holdsOneOf(caller, anyOf);
  });
}

/** Where none is named, none is needed. */
function holdsOneOf({ permissions }: Principal, anyOf: readonly string[]): boolean {
  if (permissions === undefined || anyOf.length === 0) return true;
  return anyOf.some((allOf) => allOf.split(" and ").every((one) => permissions.includes(one)));
}

function targetOf(
  rights: Rights,
  { access: { view }, caller: { userId = "" }, keys: [key = ""], body }: Asked,
): DirectoryObject | undefined {
  if ("byTarget" in rights) return targetIn(view, key);
  if (rights.toCaller) return targetIn(view, userId);
  if (rights.toAppInBody === undefined) return targetIn(view, key);
  const { appId } = (body ?? {}) as { readonly appId?: unknown };
  return typeof appId === "string" ? applicationWithAppId(view, appId) : undefined;
}

/** What is there of the object that the first key of a path names, deleted ones too. */
function targetIn(view: View<DirectoryObject>, key: string): DirectoryObject | undefined {
  const object = view.get(key.toLowerCase()) ?? findUser(view, key);
  return object?.kind === "deletedItem" ? object.object : object;
}

/** `undefined` where nothing is there that it could be done to: the caller is told so. */
function rowOf(
  { byTarget }: RightsByTarget,
  target: DirectoryObject | undefined,
): OperationRights | undefined {
  if (target === undefined || !TARGETS.has(target.kind)) return undefined;
  const kind = target.kind === "group" && target.isAssignableToRole ? "groupForRoles" : target.kind;
  return byTarget[kind as Target];
}
