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
import { bareCount } from "../bare-count.ts";
import type { Body } from "../body.ts";
import { contextOfObjects, objectView } from "../directory-object-body.ts";
import { entityOf } from "../entities.ts";
import { entityCount, entityPage, whole } from "../entity-page.ts";
import type { RouteAnswer, RouteContext } from "../exchange.ts";
import { asShown } from "../limited.ts";
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
    { path, methods: { GET: (context) => answerWith(context, memberships(context, whose(context), reach)) } },
    {
      path: `${path}/$count`,
      methods: { GET: (context) => bareCount(context, memberships(context, whose(context), reach).length) },
    },
    {
      path: `${path}/microsoft.graph.group`,
      methods: { GET: (context) => entityPage(context, "group", groups(context)) },
    },
    {
      path: `${path}/microsoft.graph.group/$count`,
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
function memberships(context: RouteContext, key: string, reach: Reach): readonly Body[] {
  const { directory, access, caller } = context;
  const { names, show } = objectView(context);
  const groups = groupsIn(access.view, key, reach).map((group) => asShown(show(group), caller, group));
  const { id } = getUser(access.view, key);
  // What the directory has defined for itself is no directoryRole.
  const roles = [...reach.roles(access.view, id)]
    .filter((role) => roleTemplate(role) !== undefined)
    .map((role) => ({
      "@odata.type": "#microsoft.graph.directoryRole",
      ...only(directoryRoleBody(directory, role, seesRoles(caller)), names),
    }));
  return [...groups, ...roles];
}

function only(body: Body, names: readonly string[] | undefined): Body {
  if (names === undefined) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)));
}

function answerWith(context: RouteContext, value: readonly Body[]): RouteAnswer {
  return { status: 200, body: { "@odata.context": contextOfObjects(context), value } };
}
