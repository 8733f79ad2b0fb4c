import type { Directory, DirectoryObject } from "../directory/index.ts";

/** The object of this id that is there already, or else `object`, as if it had been there all along. */
export function seedOnce<T extends DirectoryObject>({ store }: Directory, id: string, object: T): T {
  const existing = store.primary().get(id);
  if (existing !== undefined) return existing as T;
  store.seed(new Map([[id, object]]));
  return object;
}
