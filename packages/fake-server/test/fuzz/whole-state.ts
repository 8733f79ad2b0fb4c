import type { FakeApp, Tenant, World } from "@vestibule/fake-server";
import { expect } from "vitest";
import { type DirectoryObject, keysOf, weightOf } from "../../src/directory/directory-object.ts";
import { routes } from "../../src/graph/routes/index.ts";
import { userModel } from "../../src/odata/index.ts";
import { ALONE } from "../../src/odata/shown-of-users.ts";

/**
 * Whatever was sent, a tenant is whole: what is written refers to what has been written, is found by its keys, counted
 * and told apart, and shown by every list that there is, in the published shape. (The last, the schema check sees to.)
 */
export async function expectWhole(world: World, tenant: Tenant, reader: FakeApp): Promise<void> {
  const { store } = tenant.directory;
  const primary = store.primary();
  const objects = [...primary.entries()].map(([, object]) => object);
  const written = new Set(store.commitsSince(0).flatMap(({ ids }) => ids));
  for (const object of objects) {
    for (const [name, id] of referencesIn(object)) {
      expect([object.kind, name, id, written.has(id)]).toEqual([object.kind, name, id, true]);
    }
    for (const key of keysOf(object)) expect(primary.find(key)).toContain(object);
  }
  expect(store.weight).toBe(objects.reduce((sum, object) => sum + weightOf(object), 0));
  for (const [what, names] of Object.entries(namesIn(objects))) {
    expect([what, names.filter((name, at) => names.indexOf(name) !== at)]).toEqual([what, []]);
  }
  for (const instance of store.readers) expect(store.viewOf(instance).lsn).toBe(store.last);
  await expectShown(world, tenant, reader);
}

/** What links one object to another. Objects that are gone for good have been there. */
function referencesIn(object: DirectoryObject): readonly (readonly [string, string])[] {
  switch (object.kind) {
    case "membership":
    case "ownership":
    case "sponsorship":
    case "management":
    case "appRoleAssignment":
    case "ticket":
      return Object.entries(object).filter(
        (entry): entry is [string, string] => REFERENCE.test(entry[0]) && typeof entry[1] === "string",
      );
    case "roleAssignment":
      return [["principalId", object.principalId]];
    default:
      return [];
  }
}

const REFERENCE = /^(?:group|member|owned|owner|user|sponsor|manager|principal|resource)Id$/;

/** What no two objects have in common. */
function namesIn(objects: readonly DirectoryObject[]): Readonly<Record<string, readonly string[]>> {
  const users = objects
    .filter((object) => object.kind === "user")
    .filter(({ deletedAt }) => deletedAt === null);
  const groups = objects.filter((object) => object.kind === "group");
  return {
    "principal names": users.map(({ userPrincipalName }) => userPrincipalName.toLowerCase()),
    "addresses for mail": users
      .flatMap(({ proxyAddresses }) => proxyAddresses)
      .map((one) => one.toLowerCase()),
    "nicknames of Microsoft 365 groups": groups
      .filter(({ groupTypes }) => groupTypes.includes("Unified"))
      .map(({ mailNickname }) => mailNickname.toLowerCase()),
    "ids of applications": objects.flatMap((object) => (object.kind === "application" ? [object.appId] : [])),
  };
}

/** Every list that can be asked for without a key, but for what is of whoever is signed in. */
const LISTS = routes
  .filter(({ path, methods }) => methods.GET !== undefined && !path.includes("{"))
  .filter(({ path }) => !path.startsWith("/me") && path !== "/invitations")
  .map(({ path, only = "v1.0" }) => `${only}${path}`);
const EVERY_PROPERTY = Object.keys(userModel.properties).filter((name) => !Object.hasOwn(ALONE, name));

async function expectShown(world: World, tenant: Tenant, reader: FakeApp): Promise<void> {
  const { token } = await tenant.credential({ as: reader }).getToken();
  const read = async (path: string) => {
    const headers = { authorization: `Bearer ${token}`, consistencylevel: "eventual" };
    const response = await world.fetch(`https://graph.microsoft.com/${path}`, { headers });
    expect([path, response.status]).toEqual([path, 200]);
    return response;
  };
  for (const path of LISTS) await read(path);
  await read(`v1.0/users?$select=${EVERY_PROPERTY.join(",")}`);
  const { value } = (await (await read("v1.0/groups?$select=id")).json()) as { value: { id: string }[] };
  for (const { id } of value.slice(0, 3)) await read(`v1.0/groups/${id}/transitiveMembers`);
}
