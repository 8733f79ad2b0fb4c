import {
  type Deleted,
  getDeleted,
  listDeleted,
  type PresentObject,
  purgeDeleted,
  restoreDeleted,
} from "../../directory/index.ts";
import { readBody, type Shape } from "../body.ts";
import { directoryObjectBody } from "../directory-object-body.ts";
import { ENTITIES, entityBody, entityOf } from "../entities.ts";
import { entityCount, entityPage, LISTED, type Listed, whole } from "../entity-page.ts";
import type { RouteContext } from "../exchange.ts";
import { COUNTED } from "../query-options.ts";
import type { Route } from "../router.ts";

/** How a user is to come back; of other objects it has no effect. */
const WISHES: Shape = { newUserPrincipalName: "string", autoReconcileProxyConflict: "boolean" };
const KINDS = Object.keys(ENTITIES) as PresentObject["kind"][];

/** What has been deleted, and can be restored for 30 days. A list takes the type of what is wanted. */
export const deletedItemRoutes: readonly Route[] = [
  ...KINDS.flatMap((kind): readonly Route[] => [
    {
      path: `/directory/deletedItems/microsoft.graph.${kind}`,
      hasIndex: true,
      takes: LISTED,
      methods: { GET: (context) => entityPage(context, kind, deletedOf(context, kind)) },
    },
    {
      path: `/directory/deletedItems/microsoft.graph.${kind}/$count`,
      hasIndex: true,
      takes: COUNTED,
      methods: { GET: (context) => entityCount(context, kind, deletedOf(context, kind)) },
    },
  ]),
  {
    path: "/directory/deletedItems/{id}",
    methods: {
      GET(context) {
        const { directory, access, keys } = context;
        const { object, deletedAt } = getDeleted(directory, access.view, keys[0] ?? "");
        const annotations = {
          "@odata.context": metadata(context),
          "@odata.type": `#microsoft.graph.${object.kind}`,
        };
        const body = { ...annotations, ...entityBody(directory.cloud.id, object, deletedAt) };
        return { status: 200, body };
      },
      DELETE({ directory, access, keys }) {
        purgeDeleted(directory, access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
  {
    path: "/directory/deletedItems/{id}/restore",
    methods: {
      POST(context) {
        const { directory, access, request, keys } = context;
        const wishes = request.body === undefined ? {} : readBody(request.body, "restore", WISHES);
        const restored = restoreDeleted(directory, access, keys[0] ?? "", wishes);
        const body = { "@odata.context": metadata(context), ...directoryObjectBody(directory, restored) };
        return { status: 200, body };
      },
    },
  },
];

function deletedOf({ directory }: RouteContext, kind: PresentObject["kind"]): Listed {
  return whole((view) => listDeleted(directory, view, kind).map(shown));
}

function shown({ object, deletedAt }: Deleted) {
  return entityOf(object, deletedAt);
}

function metadata({ request }: RouteContext): string {
  return `${request.origin}/${request.version}/$metadata#directoryObjects/$entity`;
}
