import type { Application, ServicePrincipal } from "./application.ts";
import type { Group } from "./group.ts";

/** What stands in the place of a group or an application that was deleted and can still be restored: to all who look for the object itself, it is not there. A deleted user keeps its place. */
export interface DeletedItem {
  readonly kind: "deletedItem";
  /** That of the object. */
  readonly id: string;
  readonly object: Group | Application | ServicePrincipal;
  /** When it was deleted, in milliseconds on the world's clock. */
  readonly deletedAt: number;
}

/** What is written in the place of an object that goes, and can come back. */
export function softDeleted(
  object: DeletedItem["object"],
  deletedAt: number,
): readonly [string, DeletedItem] {
  return [object.id, { kind: "deletedItem", id: object.id, object, deletedAt }];
}
