import type { Session, View } from "../replication/index.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject, User } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import type { UserDetails } from "./user-details.ts";

export type Access = Session<DirectoryObject>;

/** What a new user is told apart by; the rest has a default. */
export type NewUser = Pick<User, "id" | "userPrincipalName" | "createdDateTime"> &
  Partial<Omit<User, "kind">>;

const NONE: readonly never[] = Object.freeze([]);

/** A user with every property, in one order: objects of one shape keep a hundred thousand of them small. */
const blank = (): Mutable<Omit<User, keyof UserDetails>> => ({
  kind: "user",
  id: "",
  userPrincipalName: "",
  displayName: null,
  givenName: null,
  surname: null,
  mail: null,
  mailNickname: null,
  otherMails: NONE,
  proxyAddresses: NONE,
  userType: "Member",
  creationType: null,
  externalUserState: null,
  externalUserStateChangeDateTime: null,
  identities: NONE,
  accountEnabled: true,
  createdDateTime: "",
  companyName: null,
  department: null,
  jobTitle: null,
  usageLocation: null,
  preferredLanguage: null,
  mobilePhone: null,
  officeLocation: null,
  businessPhones: NONE,
  deletedAt: null,
});

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A user as the directory keeps it: with every property, and lists that nobody can change. */
export function userOf(given: NewUser): User {
  const user: Mutable<User> = Object.assign(blank(), given);
  user.otherMails = frozen(given.otherMails);
  user.proxyAddresses = frozen(given.proxyAddresses);
  user.identities = frozen(given.identities?.map((identity) => Object.freeze({ ...identity })));
  user.businessPhones = frozen(given.businessPhones);
  return user;
}

/** The user with this object id or principal name, as a view shows it. */
export function findUser(view: View<DirectoryObject>, key: string): User | undefined {
  const byId = view.get(key.toLowerCase());
  if (byId !== undefined) return isPresentUser(byId) ? byId : undefined;
  const name = key.toLowerCase();
  return mayHaveAddress(view, key).find((user) => user.userPrincipalName.toLowerCase() === name);
}

/** The users who have, or had at some time, an address or principal name: where the rest is looked at anyway. */
export function mayHaveAddress(view: View<DirectoryObject>, address: string): readonly User[] {
  const users: User[] = [];
  for (const object of view.candidates(address.toLowerCase())) if (isPresentUser(object)) users.push(object);
  return users;
}

/** The users who have an address or principal name, in any of its places. */
export function findByAddress(view: View<DirectoryObject>, address: string): readonly User[] {
  return view.find(address.toLowerCase()).filter(isPresentUser);
}

export function getUser(view: View<DirectoryObject>, key: string): User {
  const user = findUser(view, key);
  if (user === undefined) throw new Refusal({ reason: "resource-not-found", id: key });
  return user;
}

/** Users that a view shows, in order of creation, each with its place. */
export function* listUsers(
  view: View<DirectoryObject>,
  from = 0,
): Generator<readonly [place: number, user: User]> {
  for (const entry of view.entries(from)) {
    if (isPresentUser(entry[1])) yield entry as readonly [number, User];
  }
}

export function deleteUser(directory: Directory, access: Access, key: string): void {
  const { id } = getUser(access.view, key);
  const current = findUser(access.primary, id);
  if (current === undefined) throw new Refusal({ reason: "resource-not-found", id: key });
  access.commit("users.delete", new Map([[id, { ...current, deletedAt: directory.now() }]]));
}

/** Whether a user had been deleted by then, in milliseconds on the world's clock, whichever instance knows of it. */
export function wasDeleted({ store }: Directory, id: string, at: number): boolean {
  const object = store.primary().get(id);
  return object?.kind === "user" && object.deletedAt !== null && object.deletedAt <= at;
}

function isPresentUser(object: DirectoryObject): object is User {
  return object.kind === "user" && object.deletedAt === null;
}

function frozen<T>(list: readonly T[] | undefined): readonly T[] {
  if (list === undefined || list.length === 0) return NONE;
  return Object.isFrozen(list) ? list : Object.freeze([...list]);
}
