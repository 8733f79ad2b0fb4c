import type { Directory } from "./directory.ts";
import type { DirectoryObject, Sponsorship } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import { type Access, findUser, getUser } from "./users.ts";

/** What makes users and groups the sponsors of a guest: to be written together with the guest. */
export function sponsorships(
  { limits }: Directory,
  access: Access,
  userId: string,
  sponsorIds: readonly string[],
): readonly (readonly [string, Sponsorship])[] {
  const known = new Set(sponsorIds.map((id) => sponsorOf(access, id)));
  const all = new Set([...sponsorIdsOf(access, userId), ...known]);
  const most = limits.of("sponsors-per-guest");
  if (all.size > most) throw new Refusal({ reason: "too-many-sponsors", most });
  return [...known].map((sponsorId) => [
    sponsorshipId(userId, sponsorId),
    { kind: "sponsorship", userId, sponsorId },
  ]);
}

/** Makes somebody, or a group, a sponsor of a guest. */
export function addSponsor(directory: Directory, access: Access, key: string, sponsorId: string): void {
  const { id } = getUser(access.view, key);
  const writes = new Map<string, DirectoryObject>(sponsorships(directory, access, id, [sponsorId]));
  access.commit("users.addSponsor", writes);
}

export function removeSponsor(access: Access, key: string, sponsorId: string): void {
  const id = sponsorshipId(getUser(access.view, key).id, sponsorId.toLowerCase());
  if (access.primary.get(id) === undefined) {
    throw new Refusal({ reason: "resource-not-found", id: sponsorId });
  }
  access.commit("users.removeSponsor", new Map([[id, null]]));
}

/** The ids of a user's sponsors, as the caller's instance shows them. */
export function listSponsors(access: Pick<Access, "view">, key: string): readonly string[] {
  const { id } = getUser(access.view, key);
  return access.view
    .find(`sponsorsOf:${id}`)
    .flatMap((object) => (object.kind === "sponsorship" ? [object.sponsorId] : []))
    .filter((sponsorId) => canSponsor(access, sponsorId));
}

/** The ids of the users whom somebody answers for. */
export function listSponsored(access: Pick<Access, "view">, key: string): readonly string[] {
  const { id } = getUser(access.view, key);
  return access.view
    .find(`sponsoredBy:${id}`)
    .flatMap((object) => (object.kind === "sponsorship" ? [object.userId] : []))
    .filter((userId) => findUser(access.view, userId) !== undefined);
}

function sponsorIdsOf(access: Access, userId: string): readonly string[] {
  return access.primary
    .find(`sponsorsOf:${userId}`)
    .flatMap((object) => (object.kind === "sponsorship" ? [object.sponsorId] : []));
}

function sponsorOf(access: Access, id: string): string {
  if (!canSponsor(access, id)) throw new Refusal({ reason: "resource-not-found", id });
  return id.toLowerCase();
}

function canSponsor({ view }: Pick<Access, "view">, id: string): boolean {
  const sponsor = view.get(id.toLowerCase());
  return sponsor?.kind === "group" || (sponsor?.kind === "user" && sponsor.deletedAt === null);
}

function sponsorshipId(userId: string, sponsorId: string): string {
  return `sponsorship/${userId}/${sponsorId}`;
}
