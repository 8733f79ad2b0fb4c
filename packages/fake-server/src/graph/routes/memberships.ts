import {
  type Group,
  getUser,
  groupsOf,
  ownRoles,
  refuseGuestSeeing,
  rolesOf,
  roleTemplate,
  seesRoles,
} from "../../directory/index.ts";
import type { Body } from "../body.ts";
import type { RouteContext, RouteHandler } from "../exchange.ts";
import { directoryRoleBody } from "../role-body.ts";
import type { Route } from "../router.ts";
import { self } from "../self.ts";

/** What groups and roles somebody has: directly, or through a group too. */
export const membershipRoutes: readonly Route[] = [
  { path: "/me/memberOf", methods: { GET: (context) => memberships(context, self(context), ownRoles) } },
  {
    path: "/me/transitiveMemberOf",
    methods: { GET: (context) => memberships(context, self(context), rolesOf) },
  },
  { path: "/users/{key}/memberOf", methods: { GET: ofOther(ownRoles) } },
  { path: "/users/{key}/transitiveMemberOf", methods: { GET: ofOther(rolesOf) } },
];

type RolesIn = typeof rolesOf | typeof ownRoles;

function ofOther(rolesIn: RolesIn): RouteHandler {
  return (context) => {
    const key = context.keys[0] ?? "";
    refuseGuestSeeing(context.access, context.caller, key);
    return memberships(context, key, rolesIn);
  };
}

/** Groups and roles in one list, told apart by their type. */
function memberships({ directory, access, caller, request }: RouteContext, key: string, rolesIn: RolesIn) {
  const { id } = getUser(access.view, key);
  const groups = groupsOf(access.view, id).flatMap((groupId) => {
    const group = access.view.get(groupId);
    return group?.kind === "group" ? [groupBody(group)] : [];
  });
  // What the directory has defined for itself is no directoryRole.
  const builtIn = [...rolesIn(access.view, id)].filter((role) => roleTemplate(role) !== undefined);
  const roles = builtIn.map((role) => ({
    "@odata.type": "#microsoft.graph.directoryRole",
    ...directoryRoleBody(directory, role, seesRoles(caller)),
  }));
  const context = `${request.origin}/${request.version}/$metadata#directoryObjects`;
  return { status: 200, body: { "@odata.context": context, value: [...groups, ...roles] } };
}

function groupBody({ kind: _, ...group }: Group): Body {
  return { "@odata.type": "#microsoft.graph.group", ...group };
}
