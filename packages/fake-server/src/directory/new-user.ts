import { creationBy } from "./creations.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject, User } from "./directory-object.ts";
import { refuseOverQuota } from "./object-quota.ts";
import { refusePassword } from "./passwords.ts";
import { Refusal } from "./refusal.ts";
import { refuseTakenAddresses, refuseTakenName } from "./uniqueness.ts";
import { refuseLong } from "./user-lengths.ts";
import { type Access, type NewUser, userOf } from "./users.ts";

/** What a new account is made of. The password is judged, and not kept. */
export interface NewAccount extends Partial<Omit<NewUser, "id" | "createdDateTime">> {
  readonly userPrincipalName: string;
  readonly mailNickname: string;
  readonly displayName: string;
  readonly accountEnabled: boolean;
}

/** A name before the `@`, and a nickname, may hold these alone. */
const NAME = /^[A-Za-z0-9'._!#^~-]{1,64}$/;
const NICKNAME = /^[^@()\\[\]";:<>, ]{1,64}$/;

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
  refuseName(directory, account);
  refuseLong(account);
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

function refuseName(directory: Directory, { userPrincipalName, mailNickname }: NewAccount): void {
  const at = userPrincipalName.lastIndexOf("@");
  if (!NAME.test(userPrincipalName.slice(0, at)))
    throw new Refusal({ reason: "value-invalid", property: "userPrincipalName" });
  if (!directory.holdsDomain(userPrincipalName.slice(at + 1))) {
    throw new Refusal({ reason: "name-outside-own-domains" });
  }
  if (!NICKNAME.test(mailNickname)) throw new Refusal({ reason: "value-invalid", property: "mailNickname" });
}
