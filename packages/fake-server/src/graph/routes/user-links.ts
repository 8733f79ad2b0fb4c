import {
  getPresent,
  managerOf,
  refuseGuestSeeing,
  removeManager,
  reportsOf,
  setManager,
} from "../../directory/index.ts";
import { contextOfObjects, objectView, readReference } from "../directory-object-body.ts";
import { entityOf } from "../entities.ts";
import { entityCount, entityPage, LISTED, whole } from "../entity-page.ts";
import type { RouteAnswer, RouteContext } from "../exchange.ts";
import { LINKED, objectCount, objectPage, objectsOf, refuseUnadvanced } from "../object-page.ts";
import { COUNTED } from "../query-options.ts";
import type { Route } from "../router.ts";
import { self } from "../self.ts";

/** Whom a user reports to, and who reports to a user. */
export const userLinkRoutes: readonly Route[] = [
  {
    path: "/users/{key}/manager",
    methods: {
      GET(context) {
        refuseGuestSeeing(context.access, context.caller, context.keys[0] ?? "");
        return manager(context, context.keys[0] ?? "");
      },
    },
  },
  { path: "/me/manager", methods: { GET: (context) => manager(context, self(context)) } },
  {
    path: "/users/{key}/manager/$ref",
    methods: {
      PUT({ access, request, keys }) {
        setManager(access, keys[0] ?? "", readReference(request.body));
        return { status: 204 };
      },
      DELETE({ access, keys }) {
        removeManager(access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
  ...reportRoutes("/users/{key}/directReports", ({ access, caller, keys: [key = ""] }) => {
    refuseGuestSeeing(access, caller, key);
    return key;
  }),
  ...reportRoutes("/me/directReports", self),
];

/** Who reports to somebody: whole, by number, and as users. */
function reportRoutes(path: string, whose: (context: RouteContext) => string): readonly Route[] {
  const reports = (context: RouteContext) => {
    const key = whose(context);
    return objectsOf((view) => reportsOf({ view }, key));
  };
  const users = (context: RouteContext) => {
    const key = whose(context);
    return whole((view) => reportsOf({ view }, key).map((id) => entityOf(getPresent(view, id))));
  };
  const cast = `${path}/microsoft.graph.user`;
  return [
    {
      path,
      takes: LINKED,
      methods: { GET: (context) => objectPage(context, reports(context), { isWhole: true }) },
    },
    {
      path: `${path}/$count`,
      takes: COUNTED,
      methods: { GET: (context) => objectCount(context, reports(context)) },
    },
    {
      path: cast,
      takes: LISTED,
      methods: {
        GET(context) {
          refuseUnadvanced(context);
          return entityPage(context, "user", users(context));
        },
      },
    },
    {
      path: `${cast}/$count`,
      takes: COUNTED,
      methods: { GET: (context) => entityCount(context, "user", users(context)) },
    },
  ];
}

function manager(context: RouteContext, key: string): RouteAnswer {
  const { access } = context;
  const body = objectView(context).show(getPresent(access.view, managerOf(access, key)));
  return { status: 200, body: { "@odata.context": `${contextOfObjects(context)}/$entity`, ...body } };
}
