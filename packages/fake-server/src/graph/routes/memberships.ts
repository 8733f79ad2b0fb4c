import { getUser, groupsOf, ownRoles, refuseGuestSeeing, rolesOf, seesRoles } from "../../directory/index.ts";
import { project, readSelect, userModel } from "../../odata/index.ts";
import { directoryObjectBody } from "../directory-object-body.ts";
import { GraphError } from "../errors.ts";
import type { RouteContext, RouteHandler } from "../exchange.ts";
import { directoryRoleBody } from "../role-body.ts";
import type { Route } from "../router.ts";

/** Who the caller is, and what groups and roles somebody has: directly, or through a group too. */
export const membershipRoutes: readonly Route[] = [
  {
    path: "/me",
    methods: {
      GET(context) {
        const { access, request } = context;
        const select = readSelect(userModel, request.query.$select);
        const body = project(getUser(access.view, self(context)), select);
        const selected = request.query.$select === undefined ? "" : `(${request.query.$select})`;
        const metadata = `${request.origin}/${request.version}/$metadata#users${selected}/$entity`;
        return { status: 200, body: { "@odata.context": metadata, ...body } };
      },
    },
  },
  { path: "/me/memberOf", methods: { GET: (context) => memberships(context, self(context), ownRoles) } },
  {
    path: "/me/transitiveMemberOf",
    methods: { GET: (context) => memberships(context, self(context), rolesOf) },
  },
  { path: "/users/{key}/memberOf", methods: { GET: ofOther(ownRoles) } },
  { path: "/users/{key}/transitiveMemberOf", methods: { GET: ofOther(rolesOf) } },
];

type RolesIn = typeof rolesOf | typeof ownRoles;

function self({ caller }: RouteContext): string {
  if (caller.userId !== undefined) return caller.userId;
  throw new GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
}

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
    return group?.kind === "group" ? [directoryObjectBody(directory, group)] : [];
  });
  const roles = [...rolesIn(access.view, id)].map((role) => ({
    "@odata.type": "#microsoft.graph.directoryRole",
    ...directoryRoleBody(directory, role, seesRoles(caller)),
  }));
  const context = `${request.origin}/${request.version}/$metadata#directoryObjects`;
  return { status: 200, body: { "@odata.context": context, value: [...groups, ...roles] } };
}
