import type { Directory } from "./directory.ts";
import type { DirectoryObject, User } from "./directory-object.ts";
import { rolesOf } from "./directory-roles.ts";
import { isStrong } from "./passwords.ts";
import { Refusal } from "./refusal.ts";
import { refuseTakenAddresses, refuseTakenName } from "./uniqueness.ts";
import { withMail } from "./user-changes.ts";
import { type Access, getUser, userOf } from "./users.ts";

/** What a user signs in with once it is the organisation's own. */
export interface Conversion {
  readonly userPrincipalName: string;
  readonly password: string;
  readonly mail?: string | undefined;
}

/**
 * Makes a user of another organisation one of this one, who signs in here: with the same id, as a member. What becomes of
 * its link and of what says that it was invited is assumed: nothing is left of either.
 *
 * @see https://learn.microsoft.com/graph/api/user-convertexternaltointernalmemberuser
 * @see https://learn.microsoft.com/entra/identity/users/convert-external-users-internal
 */
export function convertToInternal(
  directory: Directory,
  access: Access,
  key: string,
  { userPrincipalName, password, mail }: Conversion,
): User {
  const seen = getUser(access.view, key);
  const current = getUser(access.primary, seen.id);
  if (!isExternal(directory, current)) throw new Refusal({ reason: "internal-already" });
  if (rolesOf(access.primary, current.id).size > 0) throw new Refusal({ reason: "converted-with-roles" });
  const at = userPrincipalName.lastIndexOf("@");
  if (at < 1 || !directory.holdsDomain(userPrincipalName.slice(at + 1))) {
    throw new Refusal({ reason: "name-outside-domains" });
  }
  if (!isStrong(password)) throw new Refusal({ reason: "password-invalid" });
  const converted = userOf({
    ...current,
    ...withMail(current, mail),
    userPrincipalName,
    userType: "Member",
    creationType: null,
    externalUserState: null,
    externalUserStateChangeDateTime: null,
    lastPasswordChangeDateTime: directory.timestamp(),
    identities: [
      {
        signInType: "userPrincipalName",
        issuer: directory.initialDomain,
        issuerAssignedId: userPrincipalName,
      },
    ],
  });
  refuseTakenName(access, converted);
  if (converted.mail !== current.mail) refuseTakenAddresses(access, converted);
  const writes = new Map<string, DirectoryObject | null>([[converted.id, converted]]);
  const ticket = `ticket/${converted.id}`;
  if (access.primary.get(ticket) !== undefined) writes.set(ticket, null);
  access.commit("users.convert", writes);
  return converted;
}

/** Whether somebody else vouches for who a user is. */
function isExternal({ initialDomain }: Directory, { creationType, identities }: User): boolean {
  return creationType === "Invitation" || identities.some(({ issuer }) => issuer !== initialDomain);
}
