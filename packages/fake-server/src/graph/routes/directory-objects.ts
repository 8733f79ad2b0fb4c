import {
  allGroupsOf,
  type DirectoryObject,
  findPresent,
  getGroup,
  getPresent,
  getServicePrincipal,
  getUser,
  rolesOf,
} from "../../directory/index.ts";
import type { View } from "../../replication/index.ts";
import { badRequest, readBody } from "../body.ts";
import { deleteObject } from "../delete-object.ts";
import { contextOfObjects, directoryObjects, objectView } from "../directory-object-body.ts";
import { objectIdOf } from "../entities.ts";
import type { RouteAnswer, RouteContext } from "../exchange.ts";
import { directoryRoleBody } from "../role-body.ts";
import type { Route } from "../router.ts";
import { self } from "../self.ts";

const ANY = "directoryObject";

/** The object that a question about memberships is about, by what its path starts with. */
const ASKED: Readonly<Record<string, (view: View<DirectoryObject>, context: RouteContext) => string>> = {
  "/directoryObjects/{id}": (view, { keys }) => getPresent(view, keys[0] ?? "").id,
  "/users/{key}": (view, { keys }) => getUser(view, keys[0] ?? "").id,
  "/me": (view, context) => getUser(view, self(context)).id,
  "/groups/{id}": (view, { keys }) => getGroup({ view }, keys[0] ?? "").id,
  "/servicePrincipals/{id}": (view, { keys }) => getServicePrincipal(view, keys[0] ?? "").id,
};

/** Objects of any type, and questions about many of them at once. That too many are refused is documented; the texts are assumed. */
export const directoryObjectRoutes: readonly Route[] = [
  {
    path: "/directoryObjects/{id}",
    methods: {
      GET(context) {
        const { access, keys } = context;
        const object = getPresent(access.view, keys[0] ?? "");
        const { "@odata.type": type, ...body } = objectView(context).show(object);
        const annotations = {
          "@odata.context": `${contextOfObjects(context)}/$entity`,
          "@odata.type": type,
          "@odata.id": objectIdOf(context, object),
        };
        return { status: 200, body: { ...annotations, ...body } };
      },
      DELETE(context) {
        deleteObject(context, context.keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
  {
    path: "/directoryObjects/getByIds",
    methods: {
      POST(context) {
        const { directory, access, request } = context;
        const shape = { ids: "strings", types: "strings" } as const;
        const { types = [ANY], ...given } = readBody(request.body, "getByIds", shape);
        const ids = idsIn(given, "ids", directory.limits.of("ids-per-lookup"));
        const wanted = ids.filter((id) => {
          const kind = findPresent(access.view, id)?.kind;
          return (
            kind !== undefined && [kind, ANY].some((type) => (types as readonly string[]).includes(type))
          );
        });
        return directoryObjects(context, wanted);
      },
    },
  },
  ...Object.entries(ASKED).flatMap(([path, asked]) => questions(path, asked)),
];

/** Memberships count through other groups too; the questions about objects count roles as well. */
function questions(path: string, asked: (typeof ASKED)[string]): readonly Route[] {
  const groups = (context: RouteContext) => {
    const { view } = context.access;
    return allGroupsOf(view, asked(view, context));
  };
  const objects = (context: RouteContext) => {
    const { directory, access } = context;
    const roles = [...rolesOf(access.view, asked(access.view, context))];
    return [...groups(context), ...roles.map((role) => String(directoryRoleBody(directory, role).id))];
  };
  return [
    check(`${path}/checkMemberGroups`, "groupIds", groups),
    check(`${path}/checkMemberObjects`, "ids", objects),
    all(`${path}/getMemberGroups`, groups),
    all(`${path}/getMemberObjects`, objects),
  ];
}

/** Which of the given ids are among those that somebody belongs to. */
function check(path: string, name: string, belonging: (context: RouteContext) => readonly string[]): Route {
  return {
    path,
    methods: {
      POST(context) {
        const { directory, request } = context;
        const given = readBody(request.body, path.slice(path.lastIndexOf("/") + 1), { [name]: "strings" });
        const ids = idsIn(given, name, directory.limits.of("groups-per-check"));
        const held = new Set(belonging(context));
        return strings(
          context,
          ids.filter((id) => held.has(id.toLowerCase())),
        );
      },
    },
  };
}

/** All that somebody belongs to; security groups alone where that is wanted. */
function all(path: string, belonging: (context: RouteContext) => readonly string[]): Route {
  return {
    path,
    methods: {
      POST(context) {
        const action = path.slice(path.lastIndexOf("/") + 1);
        const { securityEnabledOnly } = readBody(context.request.body, action, {
          securityEnabledOnly: "boolean?",
        });
        const isShown = (id: string) => {
          const object = context.access.view.get(id);
          return securityEnabledOnly !== true || object?.kind !== "group" || object.securityEnabled;
        };
        return strings(context, belonging(context).filter(isShown));
      },
    },
  };
}

function strings({ request }: RouteContext, value: readonly string[]): RouteAnswer {
  const context = `${request.origin}/${request.version}/$metadata#Collection(Edm.String)`;
  return { status: 200, body: { "@odata.context": context, value } };
}

function idsIn(given: Readonly<Record<string, unknown>>, name: string, most: number): readonly string[] {
  const ids = given[name];
  if (!Array.isArray(ids)) throw badRequest(`The required property '${name}' is missing or empty.`);
  if (ids.length > most) throw badRequest(`Too many ${name}: ${ids.length}. Max allowed: ${most}.`);
  return ids as readonly string[];
}
