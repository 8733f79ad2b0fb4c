import { type Directory, type DirectoryObject, objectLimit, userOf } from "../directory/index.ts";
import { checkMembers, checkOtherObjects } from "../furnishing/index.ts";

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
