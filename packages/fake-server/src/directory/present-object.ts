import type { View } from "../replication/index.ts";
import type { Application, ServicePrincipal } from "./application.ts";
import type { DirectoryObject, User } from "./directory-object.ts";
import type { Group } from "./group.ts";
import { Refusal } from "./refusal.ts";

/** What has an id of its own that references lead to. */
export type PresentObject = User | Group | Application | ServicePrincipal;

/** The object with this id, as a view shows it; `undefined` for a deleted one as well. */
export function findPresent(view: View<DirectoryObject>, id: string): PresentObject | undefined {
  const object = view.get(id.toLowerCase());
  switch (object?.kind) {
    case "user":
      return object.deletedAt === null ? object : undefined;
    case "group":
    case "application":
    case "servicePrincipal":
      return object;
    default:
      return undefined;
  }
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Refuses what no object has for an id. */
export function refuseNoGuid(id: string): void {
  if (!GUID.test(id)) throw new Refusal({ reason: "id-invalid", id });
}

export function getPresent(view: View<DirectoryObject>, id: string): PresentObject {
  refuseNoGuid(id);
  const object = findPresent(view, id);
  if (object === undefined) throw new Refusal({ reason: "resource-not-found", id });
  return object;
}
