import {
  allGroupsOf,
  type Directory,
  type DirectoryObject,
  findManager,
  getPresent,
  groupsOf,
  listMembers,
  listOwners,
  listReports,
  listSponsored,
  listSponsors,
  listTransitiveMembers,
  ownRoles,
  type PresentObject,
  type Principal,
  rolesOf,
  roleTemplate,
  seesRoles,
} from "../directory/index.ts";
import type { View } from "../replication/index.ts";
import type { Body } from "./body.ts";
import { directoryRoleBody } from "./role-body.ts";

/** Where related objects are looked for, and who looks. */
export interface Sighted {
  readonly directory: Directory;
  readonly view: View<DirectoryObject>;
  readonly caller: Principal;
}

/** An object at the other end of a relationship. A role has no properties that could be asked for by name. */
export type Related = PresentObject | { readonly kind: "directoryRole"; readonly body: Body };

/** A relationship that can be read along with an object. */
export interface Relation {
  /** The route that reads it alone: it takes the same permissions. */
  readonly path: string;
  /** Whether it leads to one object at the most. */
  readonly isOne?: true;
  /** Whether whoever may read it is shown all of what it leads to, whatever else the token shows. */
  readonly isWhole?: true;
  readonly related: (at: Sighted, id: string) => readonly Related[];
}

type Ids = (view: View<DirectoryObject>, id: string) => readonly string[];

function toObjects(path: string, ids: Ids): Relation {
  return { path, related: ({ view }, id) => ids(view, id).map((one) => getPresent(view, one)) };
}

function toMemberships(
  path: string,
  groups: Ids,
  roles: (...at: Parameters<Ids>) => Iterable<string>,
): Relation {
  return {
    path,
    related: ({ directory, view, caller }, id) => [
      ...groups(view, id).map((group) => getPresent(view, group)),
      // What the directory has defined for itself is no directoryRole.
      ...[...roles(view, id)]
        .filter((role) => roleTemplate(role) !== undefined)
        .map(
          (role): Related => ({
            kind: "directoryRole",
            body: directoryRoleBody(directory, role, seesRoles(caller)),
          }),
        ),
    ],
  };
}

/**
 * What can be expanded, by the kind of the object that it starts from.
 *
 * @see https://learn.microsoft.com/graph/api/resources/user#relationships
 * @see https://learn.microsoft.com/graph/api/resources/group#relationships
 */
export const RELATIONS: Readonly<Record<PresentObject["kind"], Readonly<Record<string, Relation>>>> = {
  user: {
    manager: {
      ...toObjects("/users/{key}/manager", (view, id) => [findManager(view, id) ?? []].flat()),
      isOne: true,
      isWhole: true,
    },
    directReports: { ...toObjects("/users/{key}/directReports", listReports), isWhole: true },
    memberOf: toMemberships("/users/{key}/memberOf", groupsOf, ownRoles),
    transitiveMemberOf: toMemberships("/users/{key}/transitiveMemberOf", allGroupsOf, rolesOf),
    sponsors: toObjects("/users/{key}/sponsors", (view, id) => listSponsors({ view }, id)),
    sponsorOf: toObjects("/users/{key}/sponsorOf", (view, id) => listSponsored({ view }, id)),
  },
  group: {
    members: toObjects("/groups/{id}/members", (view, id) => listMembers({ view }, id)),
    transitiveMembers: toObjects("/groups/{id}/transitiveMembers", (view, id) =>
      listTransitiveMembers({ view }, id),
    ),
    owners: toObjects("/groups/{id}/owners", listOwners),
    memberOf: toObjects("/groups/{id}/memberOf", groupsOf),
    transitiveMemberOf: toObjects("/groups/{id}/transitiveMemberOf", allGroupsOf),
  },
  application: { owners: toObjects("/applications/{id}/owners", listOwners) },
  servicePrincipal: { owners: toObjects("/servicePrincipals/{id}/owners", listOwners) },
};
