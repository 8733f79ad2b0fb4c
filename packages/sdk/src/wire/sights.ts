import type { WireResponse } from "./response.ts";
import type { WireRequest } from "./transport.ts";

/** An object of the directory, as a write has left it or as an answer shows it. */
export interface Sight {
  readonly id: string;
  /** Its properties, as far as they are said; `undefined`: it is not there. */
  readonly shown: Readonly<Record<string, unknown>> | undefined;
}

/** What a success has written: what a read shows from then on. */
export interface Written extends Sight {
  /** For example `users`. */
  readonly collection: string;
  /** Whether this is all there is to the object. Absent: what it had beside these properties it still has. */
  readonly isWhole?: true;
}

/** What an answer shows of a collection. */
export interface Shown {
  readonly collection: string;
  readonly sights: readonly Sight[];
  /** Whether the collection has nothing but these, and what the pages before have shown. */
  readonly isWhole: boolean;
  /** Of a list in pages: the link that led here, and the one that leads on. */
  readonly from?: string | undefined;
  readonly next?: string | undefined;
}

/** Something in a collection that may have been written, and has no id that anybody knows: no list shows it. */
export function anythingIn(collection: string): Written {
  return { collection, id: "", shown: {} };
}

/** The accounts of the directory. */
export const USERS = "users";

/** The cross-tenant access settings that go for all organisations: the `policy` and the `default`. */
export const CROSS_TENANT_ACCESS = "crossTenantAccessPolicy";

/** Those for one organisation each, by its tenant id. */
export const PARTNERS = "crossTenantAccessPolicy/partners";

/** Whoever has an address. */
export function accountsWith(address: string): string {
  return collectionOf("users", address);
}

/** The groups and roles that somebody is in. */
export function membershipsOf(id: string): string {
  return collectionOf("memberships", id);
}

/** Those who own a group. */
export function ownersOf(id: string): string {
  return collectionOf("owners", id);
}

/** Those who answer for a guest. */
export function sponsorsOf(id: string): string {
  return collectionOf("sponsors", id);
}

/** What a user or a group is assigned to. */
export function assignmentsOf(id: string): string {
  return collectionOf("appRoleAssignments", id);
}

function collectionOf(kind: string, whose: string): string {
  if (typeof whose !== "string") throw new TypeError(`${kind}: whose they are must be an id or an address`);
  return `${kind}/${whose}`.toLowerCase();
}

/** An account that was made or changed, and the addresses that it has got by that. */
export function writtenUser(
  id: string,
  shown: Sight["shown"],
  addresses: readonly (string | null | undefined)[] = [],
): readonly Written[] {
  const found = addresses.flatMap((address) =>
    typeof address === "string" ? [{ collection: accountsWith(address), id, shown: {} }] : [],
  );
  return [{ collection: USERS, id, shown }, ...found];
}

/** What a read of one object shows; a 404 shows that it is not there, and any other refusal nothing. */
export function showsOne(collection: string, id: string): (response: WireResponse) => readonly Shown[] {
  return ({ status, body }) => {
    const showing = (sights: readonly Sight[]) => [{ collection, sights, isWhole: false }];
    if (status === 404) return showing([{ id, shown: undefined }]);
    return status === 200 ? showing(sightsOf(id, propertiesIn(body))) : [];
  };
}

/** What a page shows: its items wherever they may be known from, and on the last one that there are no others. */
export function showsPage(
  collections: readonly string[],
  sightOf: (item: Readonly<Record<string, unknown>>) => Sight | readonly Sight[] | undefined = byId,
): (response: WireResponse, request: WireRequest) => readonly Shown[] {
  return ({ status, body }, { target }) => {
    if (status !== 200) return [];
    const { value, "@odata.nextLink": link } = propertiesIn(body);
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const sights = items.flatMap((item) => sightOf(propertiesIn(item)) ?? []);
    const next = typeof link === "string" ? link : undefined;
    const from = "next" in target ? target.next : undefined;
    return collections.map((collection) =>
      collection === USERS
        ? { collection, sights, isWhole: false }
        : { collection, sights, isWhole: next === undefined, from, next },
    );
  };
}

type Properties = NonNullable<Sight["shown"]>;

function byId(item: Properties): readonly Sight[] {
  return typeof item.id === "string" ? sightsOf(item.id, item) : [];
}

/** By every name that a write may have gone by: a user has two. */
function sightsOf(name: string, shown: Properties): readonly Sight[] {
  const names = new Set([name, shown.id, shown.userPrincipalName]);
  return [...names].flatMap((id) => (typeof id === "string" ? [{ id, shown }] : []));
}

function propertiesIn(value: unknown): Properties {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
