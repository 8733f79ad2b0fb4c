import type { Commit } from "../replication/index.ts";
import type { Tenant } from "../world/index.ts";

/** Parts of a path that say how a list is read, and not which. */
const MANNERS = new Set(["$count", "delta", "delta()", "microsoft.graph.delta()"]);

/** Whether a commit changed what a path is read for: the object that it names, or one of the kind that it lists. */
export function isAbout({ directory: { store } }: Tenant, commit: Commit, path: string): boolean {
  const segments = path.toLowerCase().split("/").map(decoded);
  const listed = segments.findLast((segment) => !MANNERS.has(segment));
  const view = store.viewAt(Math.max(commit.lsn, store.readableFrom));
  return commit.ids.some((id) => {
    const object = view.get(id);
    const named = object?.kind === "user" ? [id, object.userPrincipalName.toLowerCase()] : [id];
    if (named.some((name) => segments.includes(name))) return true;
    // A relationship's id is made of those that it connects.
    if (segments.some((segment) => GUID.test(segment) && id.includes(segment))) return true;
    return object !== undefined && `${object.kind.toLowerCase()}s` === listed;
  });
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
