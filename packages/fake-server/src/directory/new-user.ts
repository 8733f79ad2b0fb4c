import { creationBy } from "./creations.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject, User } from "./directory-object.ts";
import { refuseOverQuota } from "./object-quota.ts";
import { refusePassword } from "./passwords.ts";
import { refuseTakenAddresses, refuseTakenName } from "./uniqueness.ts";
import { refuseValues } from "./user-values.ts";
import { type Access, type NewUser, userOf } from "./users.ts";

/** What a new account is made of. The password is judged, and not kept. */
export interface NewAccount extends Partial<Omit<NewUser, "id" | "createdDateTime">> {
  readonly userPrincipalName: string;
  readonly mailNickname: string;
  readonly displayName: string;
  readonly accountEnabled: boolean;
}

/**
 * Makes an account that signs in here. One of the type `Guest` is nobody's guest: there is no invitation to redeem.
 *
 * @see https://learn.microsoft.com/graph/api/user-post-users
 */
export function createUser(
  directory: Directory,
  access: Access,
  account: NewAccount,
  password: string,
): User {
  refuseValues(directory, account);
  refusePassword(password);
  const { userPrincipalName, mail } = account;
  const user = userOf({
    ...account,
    id: directory.newId(`member/${userPrincipalName.toLowerCase()}`),
    createdDateTime: directory.timestamp(),
    identities: [
      {
        signInType: "userPrincipalName",
        issuer: directory.initialDomain,
        issuerAssignedId: userPrincipalName,
      },
    ],
    ...(mail && { proxyAddresses: [`SMTP:${mail}`] }),
  });
  refuseTakenName(access, user);
  refuseTakenAddresses(access, user);
  refuseOverQuota(directory);
  const creation = creationBy(directory, access, user.id);
  access.commit("users.create", new Map<string, DirectoryObject>([[user.id, user], ...creation]));
  return user;
}
