import { type Directory, type DirectoryObject, guestOf, objectLimit, userOf } from "../directory/index.ts";
import { checkGuests, checkMembers, checkOtherObjects } from "../furnishing/index.ts";

/**
 * Adds that many members, in one commit.
 *
 * @throws RangeError where the directory has no room for them
 */
export function fillWithMembers(directory: Directory, count: number): void {
  checkMembers({ count });
  refuseOverflow(directory, count);
  const { chance, initialDomain, store } = directory;
  const createdDateTime = directory.timestamp();
  const first = store.weight;
  const users = new Map<string, DirectoryObject>();
  for (let n = first; n < first + count; n++) {
    const mail = `member${n}@${initialDomain}`;
    const id = chance.guid(`user/${mail}`);
    users.set(
      id,
      userOf({
        id,
        userPrincipalName: mail,
        mail,
        displayName: `Member ${n}`,
        proxyAddresses: [`SMTP:${mail}`],
        createdDateTime,
      }),
    );
  }
  store.seed(users);
}

/** Guests who were invited, some of whom have yet to redeem. */
export interface GuestCount {
  /** How many have yet to redeem. Default: none. */
  readonly pending?: number;
}

/**
 * Adds that many guests, in one commit.
 *
 * @throws RangeError where the directory has no room for them, or more are to be pending than there are
 */
export function fillWithGuests(directory: Directory, count: number, options: GuestCount): void {
  checkGuests({ count, options });
  const { pending = 0 } = options;
  if (pending > count) throw new RangeError(`of ${count} guests, ${pending} cannot be pending`);
  refuseOverflow(directory, count);
  const { chance, store } = directory;
  const first = store.weight;
  const users = new Map<string, DirectoryObject>();
  for (let n = first; n < first + count; n++) {
    const mail = `guest${n}@${GUESTS_HOME}`;
    const id = chance.guid(`user/${mail}`);
    const externalUserState = n < first + pending ? "PendingAcceptance" : "Accepted";
    users.set(id, { ...guestOf(directory, id, mail), externalUserState });
  }
  store.seed(users);
}

/** A domain that no directory holds. */
const GUESTS_HOME = "guests.example";

/**
 * Adds that many objects that nothing here looks into.
 *
 * @throws RangeError where the directory has no room for them
 */
export function fillWithOthers(directory: Directory, count: number): void {
  checkOtherObjects({ count });
  refuseOverflow(directory, count);
  directory.store.seed(new Map([[directory.newId("otherObjects"), { kind: "otherObjects", count }]]));
}

function refuseOverflow(directory: Directory, count: number): void {
  const most = objectLimit(directory);
  if (directory.store.weight + count <= most) return;
  throw new RangeError(`${directory.name} may hold ${most} objects; a tenant with a domain() may hold more`);
}
