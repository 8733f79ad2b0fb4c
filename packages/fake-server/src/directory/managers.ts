import type { View } from "../replication/index.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import { type Access, findUser, getUser } from "./users.ts";

/** Whom a user reports to. */
export interface Management {
  readonly kind: "management";
  readonly userId: string;
  readonly managerId: string;
}

/** The id of a user's manager, as the caller's instance shows it. */
export function managerOf(access: Access, key: string): string {
  const managerId = findManager(access.view, getUser(access.view, key).id);
  if (managerId === undefined) throw noManager();
  return managerId;
}

/** The id of a user's manager, as a view shows it. A manager who has been deleted is nobody's. */
export function findManager(view: View<DirectoryObject>, userId: string): string | undefined {
  const managerId = found(view, userId)?.managerId;
  return managerId !== undefined && findUser(view, managerId) !== undefined ? managerId : undefined;
}

/** The ids of the users who report to somebody. */
export function reportsOf(access: Pick<Access, "view">, key: string): readonly string[] {
  return listReports(access.view, getUser(access.view, key).id);
}

/** The same, as a view shows it. */
export function listReports(view: View<DirectoryObject>, managerId: string): readonly string[] {
  return view
    .find(`reportsTo:${managerId}`)
    .flatMap((object) => (object.kind === "management" ? [object.userId] : []))
    .filter((userId) => findUser(view, userId) !== undefined);
}

/** Makes a user somebody's manager, in place of the one before. Nobody manages themselves. */
export function setManager(access: Access, key: string, managerId: string): void {
  const { id: userId } = getUser(access.view, key);
  const manager = getUser(access.view, managerId);
  if (manager.id === userId) throw new Refusal({ reason: "reference-invalid" });
  const management: Management = { kind: "management", userId, managerId: manager.id };
  access.commit("users.setManager", new Map([[keyOf(userId), management]]));
}

export function removeManager(access: Access, key: string): void {
  const { id } = getUser(access.view, key);
  if (found(access.view, id) === undefined || found(access.primary, id) === undefined) throw noManager();
  access.commit("users.removeManager", new Map([[keyOf(id), null]]));
}

function found(view: View<DirectoryObject>, userId: string): Management | undefined {
  const management = view.get(keyOf(userId));
  return management?.kind === "management" ? management : undefined;
}

function keyOf(userId: string): string {
  return `management/${userId}`;
}

function noManager(): Refusal {
  return new Refusal({ reason: "resource-not-found", id: "manager" });
}
