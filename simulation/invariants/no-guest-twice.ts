import { doneFor, type Run } from "../run.ts";

/** However often an address is invited, it is one guest; a deleted one may be followed by another. */
export function noGuestTwice({ calls, doneBy }: Run): readonly string[] {
  const made = new Map<string, Set<string>>();
  const deletions = new Map<string, number>();
  for (const { address, guest, kind, requests } of calls) {
    const done = doneFor(requests, doneBy);
    const key = address ?? guest?.address ?? "";
    if (kind === "delete") deletions.set(key, (deletions.get(key) ?? 0) + 1);
    const ids = done
      .filter(({ operation }) => operation === "invitations.create")
      .map(({ ids: [id] }) => id ?? "");
    if (ids.length > 0) made.set(key, new Set([...(made.get(key) ?? []), ...ids]));
  }
  return [...made]
    .filter(([key, ids]) => ids.size > 1 + (deletions.get(key) ?? 0))
    .map(([, ids]) => `one address became ${ids.size} guests`);
}
