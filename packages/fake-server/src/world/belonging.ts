import { type Directory, findByAddress, type LimitName } from "../directory/index.ts";
import type { FakeUser } from "./callers.ts";

/** Somewhere that people belong to, and who has made it. */
interface Place {
  readonly directory: Directory;
  readonly createdBy: string | undefined;
}

const PER_USER: LimitName = "tenants-created-by-user";

/**
 * In how many directories of one cloud somebody is. Clouds do not count each other's. Whoever has an address of a
 * verified domain is at home there, whether or not the directory was told to hold a user of that name.
 */
export function tenantsOf(
  address: string,
  instance: string,
  places: Iterable<Place>,
  home: Place | undefined,
): number {
  let count = 0;
  for (const place of places) {
    const { cloud, store } = place.directory;
    if (cloud.instance !== instance) continue;
    if (place === home || findByAddress(store.primary(), address).length > 0) count++;
  }
  return count;
}

/**
 * Refuses a directory to somebody who has made as many as one user may. Graph has no request that makes one, so nobody
 * else can say so.
 *
 * @throws RangeError
 */
export function refuseOneCreationTooMany(creator: FakeUser, places: readonly Place[]): void {
  const own = places.find(({ directory }) => directory.tenantId === creator.tenantId);
  const most = own?.directory.limits.of(PER_USER) ?? 0;
  const made = places.filter(({ createdBy }) => createdBy === creator.id).length;
  if (made + 1 > most) {
    throw new RangeError(`${creator.userPrincipalName} has created ${made} directories; the most is ${most}`);
  }
}
