import {
  type Access,
  addOwner,
  getApplication,
  getServicePrincipal,
  listOwners,
  type Owned,
  removeOwner,
} from "../../directory/index.ts";
import { readReference } from "../directory-object-body.ts";
import type { RouteContext } from "../exchange.ts";
import { LINKED, objectCount, objectPage, objectsOf } from "../object-page.ts";
import { COUNTED } from "../query-options.ts";
import type { Route } from "../router.ts";

/** Who looks after the applications of a set. */
function ownersIn(set: string, get: (view: Access["view"], key: string) => Owned): readonly Route[] {
  const owned = ({ access, keys }: RouteContext) => get(access.view, keys[0] ?? "");
  const owners = ({ keys }: RouteContext) =>
    objectsOf((view) => listOwners(view, get(view, keys[0] ?? "").id));
  const path = `/${set}/{id}/owners`;
  return [
    { path, takes: LINKED, methods: { GET: (context) => objectPage(context, owners(context)) } },
    {
      path: `${path}/$count`,
      takes: COUNTED,
      methods: { GET: (context) => objectCount(context, owners(context)) },
    },
    {
      path: `${path}/$ref`,
      methods: {
        POST(context) {
          const { directory, access, request } = context;
          addOwner(directory, access, owned(context), readReference(request.body));
          return { status: 204 };
        },
      },
    },
    {
      path: `${path}/{ownerId}/$ref`,
      methods: {
        DELETE(context) {
          removeOwner(context.access, owned(context), context.keys[1] ?? "");
          return { status: 204 };
        },
      },
    },
  ];
}

/** The owners of applications that are registered here, and of those that the directory knows. */
export const applicationOwnerRoutes: readonly Route[] = [
  ...ownersIn("applications", getApplication),
  ...ownersIn("servicePrincipals", getServicePrincipal),
];
