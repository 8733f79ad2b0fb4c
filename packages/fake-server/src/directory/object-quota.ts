import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";

/** How long a deleted object can be restored, and counts, in milliseconds. */
export const RESTORABLE_MS = 30 * 86_400_000;

/** How many objects the directory may hold. One that self-service sign-up has made keeps its limit when it verifies a domain. */
export function objectLimit({ customDomains, isSelfService, limits }: Directory): number {
  const isLarge = customDomains.size > 0 && !isSelfService;
  return limits.of(isLarge ? "directory-objects" : "directory-objects-without-domain");
}

/** How many it holds: whatever can still be restored counts. */
export function objectsUsed(directory: Directory): number {
  return directory.store.weight - expired(directory);
}

/** Refuses where the directory has no room for one object more. */
export function refuseOverQuota(directory: Directory): void {
  const limit = objectLimit(directory);
  if (directory.store.weight + 1 <= limit) return;
  if (objectsUsed(directory) + 1 > limit) throw new Refusal({ reason: "quota-exceeded", of: "Tenant" });
}

/** Objects deleted so long ago that they are gone for good. Counted only where it matters: at the limit. */
function expired(directory: Directory): number {
  let count = 0;
  for (const [, object] of directory.store.primary().entries()) {
    const deletedAt = deletedAtOf(object);
    if (deletedAt !== null && deletedAt + RESTORABLE_MS <= directory.now()) count++;
  }
  return count;
}

/** When an object was deleted that can, or could, be restored; null for one that is there. */
export function deletedAtOf(object: DirectoryObject): number | null {
  return object.kind === "user" || object.kind === "deletedItem" ? object.deletedAt : null;
}
