import { type Directory, findByAddress, type User } from "../directory/index.ts";

/** The user of a directory who signs in with this name or address. A principal name goes before any other address. */
export function userNamed({ store }: Directory, name: string): User | undefined {
  const users = findByAddress(store.primary(), name);
  const wanted = name.toLowerCase();
  return users.find(({ userPrincipalName }) => userPrincipalName.toLowerCase() === wanted) ?? users[0];
}
