import {
  allGroupsOf,
  type DirectoryObject,
  type Group,
  getUser,
  groupsOf,
  ownRoles,
  refuseGuestSeeing,
  rolesOf,
  roleTemplate,
  seesRoles,
} from "../../directory/index.ts";
import type { View } from "../../replication/index.ts";
import { entityOf } from "../entities.ts";
import { entityCount, entityPage, LISTED, whole } from "../entity-page.ts";
import type { RouteContext } from "../exchange.ts";
import { LINKED, objectCount, objectPage, refuseUnadvanced } from "../object-page.ts";
import { COUNTED } from "../query-options.ts";
import type { Related } from "../relations.ts";
import { directoryRoleBody } from "../role-body.ts";
import type { Route } from "../router.ts";
import { self } from "../self.ts";

/** Whose memberships are asked for. */
type Whose = (context: RouteContext) => string;

/** How memberships are found: one's own, or through a group too. */
interface Reach {
  readonly groups: typeof groupsOf;
  readonly roles: typeof rolesOf | typeof ownRoles;
}

const DIRECT: Reach = { groups: groupsOf, roles: ownRoles };
const TRANSITIVE: Reach = { groups: allGroupsOf, roles: rolesOf };

/** What groups and roles somebody has, whole, by number, and the groups alone. */
export const membershipRoutes: readonly Route[] = [
  ...routesOf("/me/memberOf", self, DIRECT),
  ...routesOf("/me/transitiveMemberOf", self, TRANSITIVE),
  ...routesOf("/users/{key}/memberOf", other, DIRECT),
  ...routesOf("/users/{key}/transitiveMemberOf", other, TRANSITIVE),
];

function routesOf(path: string, whose: Whose, reach: Reach): readonly Route[] {
  const groups = (context: RouteContext) => {
    const key = whose(context);
    return whole((view) => groupsIn(view, key, reach).map((group) => entityOf(group)));
  };
  return [
    {
      path,
      takes: LINKED,
      methods: { GET: (context) => objectPage(context, memberships(context, whose(context), reach)) },
    },
    {
      path: `${path}/$count`,
      takes: COUNTED,
      methods: { GET: (context) => objectCount(context, memberships(context, whose(context), reach)) },
    },
    {
      path: `${path}/microsoft.graph.group`,
      takes: LISTED,
      methods: {
        GET(context) {
          refuseUnadvanced(context);
          return entityPage(context, "group", groups(context));
        },
      },
    },
    {
      path: `${path}/microsoft.graph.group/$count`,
      takes: COUNTED,
      methods: { GET: (context) => entityCount(context, "group", groups(context)) },
    },
  ];
}

function other({ access, caller, keys }: RouteContext): string {
  const [key = ""] = keys;
  refuseGuestSeeing(access, caller, key);
  return key;
}

function groupsIn(view: View<DirectoryObject>, key: string, reach: Reach): readonly Group[] {
  const { id } = getUser(view, key);
  return reach.groups(view, id).flatMap((groupId) => {
    const group = view.get(groupId);
    return group?.kind === "group" ? [group] : [];
  });
}

/** Groups and roles in one list, told apart by their type. */
function memberships({ directory, caller }: RouteContext, key: string, reach: Reach) {
  return (view: View<DirectoryObject>): readonly Related[] => {
    const { id } = getUser(view, key);
    // What the directory has defined for itself is no directoryRole.
    const roles = [...reach.roles(view, id)].filter((role) => roleTemplate(role) !== undefined);
    return [
      ...groupsIn(view, key, reach),
      ...roles.map((role) => ({
        kind: "directoryRole" as const,
        body: directoryRoleBody(directory, role, seesRoles(caller)),
      })),
    ];
  };
}
