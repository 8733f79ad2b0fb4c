import {
  activatedRole,
  activatedRoles,
  activateRole,
  addRoleMember,
  holdersOf,
  removeRoleMember,
} from "../../directory/index.ts";
import type { EntityModel, PropertyModel } from "../../odata/index.ts";
import { type Body, badRequest, readBody } from "../body.ts";
import { bodyPage } from "../body-page.ts";
import { readReference } from "../directory-object-body.ts";
import type { RouteContext } from "../exchange.ts";
import { PAGED } from "../list-page.ts";
import { LINKED, objectPage, objectsOf } from "../object-page.ts";
import { parameterIn } from "../path.ts";
import { directoryRoleBody } from "../role-body.ts";
import type { Route } from "../router.ts";
import { selected, selectionIn } from "../selected.ts";

const EXACT: PropertyModel = { type: "string", operators: { eq: "default" } };
const SHOWN: PropertyModel = { type: "string", operators: {} };
/** What roles in use can be asked for. No page says so; clients look roles up by their template and by their name. */
const MODEL: EntityModel = {
  name: "DirectoryRole",
  defaultSelect: [],
  properties: { id: EXACT, displayName: EXACT, roleTemplateId: EXACT, description: SHOWN },
};

/** The roles in use, by an id of their own or by that of their template, and who has them. */
export const directoryRoleRoutes: readonly Route[] = [
  {
    path: "/directoryRoles",
    takes: ["$filter", ...PAGED],
    methods: {
      GET: (context) =>
        bodyPage(context, {
          set: `directoryRoles${selectionIn(context.request.query.$select)}`,
          model: MODEL,
          bodiesIn: (view) =>
            activatedRoles({ view }).map((role) => directoryRoleBody(context.directory, role)),
          shown: (body) => selectedOf(context, body),
          isOfDirectory: true,
        }),
      POST(context) {
        const { directory, access, request } = context;
        const { roleTemplateId } = readBody(request.body, "directoryRole", { roleTemplateId: "string" });
        if (!roleTemplateId) throw badRequest("A value is required for property 'roleTemplateId'.");
        const role = activateRole(access, String(roleTemplateId));
        const context_ = `${request.origin}/${request.version}/$metadata#directoryRoles/$entity`;
        return { status: 201, body: { "@odata.context": context_, ...directoryRoleBody(directory, role) } };
      },
    },
  },
  {
    path: "/directoryRoles/{id}",
    methods: {
      GET(context) {
        const body = selectedOf(context, directoryRoleBody(context.directory, roleIn(context)));
        const metadata = `${contextOf(context.request, "directoryRoles")}/$entity`;
        return { status: 200, body: { "@odata.context": metadata, ...body } };
      },
    },
  },
  {
    path: "/directoryRoles/{id}/members",
    takes: LINKED,
    methods: {
      GET(context) {
        const role = roleIn(context);
        return objectPage(
          context,
          objectsOf((view) => holdersOf(view, role)),
        );
      },
    },
  },
  {
    path: "/directoryRoles/{id}/members/$ref",
    methods: {
      POST(context) {
        const { directory, access, request } = context;
        addRoleMember(directory, access, roleIn(context), readReference(request.body));
        return { status: 204 };
      },
    },
  },
  {
    path: "/directoryRoles/{id}/members/{member}/$ref",
    methods: {
      DELETE(context) {
        removeRoleMember(context.access, roleIn(context), context.keys[1] ?? "");
        return { status: 204 };
      },
    },
  },
];

function roleIn({ directory, access, keys }: RouteContext): string {
  const [id = ""] = keys;
  return activatedRole(directory, access, { id, roleTemplateId: parameterIn(id, "roleTemplateId") });
}

function selectedOf({ request }: RouteContext, role: Body): Body {
  return selected(role, "directoryRole", request.query.$select);
}

function contextOf({ origin, version, query }: RouteContext["request"], set: string): string {
  return `${origin}/${version}/$metadata#${set}${selectionIn(query.$select)}`;
}
