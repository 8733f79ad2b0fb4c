import type { Directory } from "./directory.ts";
import { Refusal } from "./refusal.ts";

/**
 * How many objects a directory may hold.
 *
 * @see https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions (2024-07-15)
 */
const OBJECTS = { withoutVerifiedDomain: 50_000, withVerifiedDomain: 300_000 };
/** How long a deleted user can be restored, and counts. */
const RESTORABLE_MS = 30 * 86_400_000;

export function objectLimit({ customDomains }: Directory): number {
  return customDomains.size > 0 ? OBJECTS.withVerifiedDomain : OBJECTS.withoutVerifiedDomain;
}

/** Refuses where the directory has no room for one object more. */
export function refuseOverQuota(directory: Directory): void {
  const limit = objectLimit(directory);
  if (directory.store.weight + 1 <= limit) return;
  if (directory.store.weight - expired(directory) + 1 > limit)
    throw new Refusal({ reason: "quota-exceeded" });
}

/** Users deleted so long ago that they are gone for good. Counted only where it matters: at the limit. */
function expired(directory: Directory): number {
  let count = 0;
  for (const [, object] of directory.store.primary().entries()) {
    if (
      object.kind === "user" &&
      object.deletedAt !== null &&
      object.deletedAt + RESTORABLE_MS <= directory.now()
    )
      count++;
  }
  return count;
}
