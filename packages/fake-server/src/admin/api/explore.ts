import type { DirectoryObject } from "../../directory/index.ts";
import type { View } from "../../replication/index.ts";
import type { Tenant } from "../../world/index.ts";
import { Problem } from "./problem.ts";

/** From where a directory is looked at; without either, from where everything is known. */
export interface Standpoint {
  /** As this instance shows it now. */
  readonly reader: string | null;
  /** As it was after this commit. */
  readonly lsn: number | null;
}

/** What to show of what there is. */
export interface Wanted {
  /** What its name, id or kind has in it, whatever the case. */
  readonly q: string;
  readonly differing: boolean;
  readonly limit: number;
}

/** How what is shown differs from what the directory knows: not there yet, there in an older state, or there no more. */
type Difference = "missing" | "older" | "gone";

/** An object as it is seen from there, and as it is known. */
interface Pair {
  readonly place: number;
  readonly difference: Difference | null;
  /** As it is seen from there; null where it is missing. */
  readonly value: DirectoryObject | null;
  /** As the directory knows it, where that is otherwise. */
  readonly newest: DirectoryObject | null;
}

/** The kinds that a person looks for. What carries a link, a code or a secret is not among them. */
const KINDS: ReadonlySet<DirectoryObject["kind"]> = new Set([
  ...(["user", "group", "application", "servicePrincipal", "deletedItem"] as const),
  ...(["membership", "ownership", "sponsorship", "management"] as const),
  ...(["appRoleAssignment", "roleAssignment", "roleDefinition", "activatedRole"] as const),
  ...(["conditionalAccessPolicy", "namedLocation", "authorizationPolicy", "domainPolicy"] as const),
  ...(["crossTenantAccess", "crossTenantPolicy", "identitySynchronization", "identityProviders"] as const),
]);

/** The objects of a directory as seen from somewhere, and what of them is otherwise there than it is known to be. */
export function explored(tenant: Tenant, from: Standpoint, { q, differing, limit }: Wanted): object {
  const { store } = tenant.directory;
  const newest = store.primary();
  const view = viewFrom(tenant, from);
  const words = q.trim().toLowerCase();
  const objects: object[] = [];
  const found = { total: 0, differing: 0 };
  for (const pair of paired(view, newest)) {
    const { kind } = objectOf(pair);
    if (!KINDS.has(kind) || (differing && pair.difference === null)) continue;
    // A name costs something in a large directory: only who is looked for, or shown, gets one.
    if (words !== "" && !isCalled(pair, view, words)) continue;
    found.total++;
    if (pair.difference !== null) found.differing++;
    if (objects.length < limit) objects.push({ kind, name: nameOf(objectOf(pair), view), ...pair });
  }
  return { lsn: view.lsn, newest: newest.lsn, readableFrom: store.readableFrom, ...found, objects };
}

function viewFrom({ directory: { store, now }, readers, name }: Tenant, { reader, lsn }: Standpoint) {
  if (reader !== null) {
    const one = readers.find((known) => known.name === reader);
    if (one === undefined) {
      const names = readers.map((known) => known.name).join(", ");
      throw new Problem(404, `${name} has no instance "${reader}"; there are ${names}`);
    }
    return store.viewAt(one.advance(now()));
  }
  if (lsn === null) return store.primary();
  if (Number.isInteger(lsn) && lsn >= store.readableFrom && lsn <= store.last) return store.viewAt(lsn);
  throw new Problem(400, `lsn has to be a whole number from ${store.readableFrom} to ${store.last}`);
}

/** Every object that is in either, in order of creation, with what it is in both. */
function* paired(view: View<DirectoryObject>, newest: View<DirectoryObject>): Generator<Pair> {
  const there = view.entries();
  let next = there.next();
  for (const [place, known] of newest.entries()) {
    for (; !next.done && next.value[0] < place; next = there.next()) yield goneSince(next.value);
    if (next.done || next.value[0] !== place) {
      yield { place, value: null, newest: known, difference: "missing" };
      continue;
    }
    const [, value] = next.value;
    const isSame = value === known;
    yield { place, value, newest: isSame ? null : known, difference: isSame ? null : "older" };
    next = there.next();
  }
  for (; !next.done; next = there.next()) yield goneSince(next.value);
}

function goneSince([place, value]: readonly [place: number, value: DirectoryObject]): Pair {
  return { place, value, newest: null, difference: "gone" };
}

function objectOf({ value, newest }: Pair): DirectoryObject {
  return (value ?? newest) as DirectoryObject;
}

/** Whether its name, id or kind has these words in it. */
function isCalled(pair: Pair, view: View<DirectoryObject>, words: string): boolean {
  const object = objectOf(pair);
  const { id = "" } = object as { readonly id?: string };
  return [nameOf(object, view), object.kind, id].some((text) => text.toLowerCase().includes(words));
}

/** What a person calls it. */
function nameOf(object: DirectoryObject, view: View<DirectoryObject>): string {
  const called = (id: string) => titleOf(view.get(id)) ?? id;
  switch (object.kind) {
    case "membership":
      return `${called(object.memberId)} in ${called(object.groupId)}`;
    case "ownership":
      return `${called(object.ownerId)} owns ${called(object.ownedId)}`;
    case "sponsorship":
      return `${called(object.sponsorId)} answers for ${called(object.userId)}`;
    case "management":
      return `${called(object.managerId)} manages ${called(object.userId)}`;
    case "appRoleAssignment":
      return `${called(object.principalId)} at ${called(object.resourceId)}`;
    case "roleAssignment":
      return `${called(object.principalId)} as ${object.roleDefinitionId}`;
    case "deletedItem":
      return titleOf(object.object) ?? object.object.id;
    default:
      return titleOf(object) ?? object.kind;
  }
}

function titleOf(object: DirectoryObject | undefined): string | undefined {
  const { displayName, userPrincipalName, id } = (object ?? {}) as {
    readonly displayName?: string | null;
    readonly userPrincipalName?: string;
    readonly id?: string;
  };
  return displayName ?? userPrincipalName ?? id;
}
