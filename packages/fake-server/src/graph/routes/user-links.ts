import {
  getPresent,
  managerOf,
  refuseGuestSeeing,
  removeManager,
  reportsOf,
  setManager,
} from "../../directory/index.ts";
import { contextOfObjects, objectView, readReference } from "../directory-object-body.ts";
import type { RouteAnswer, RouteContext } from "../exchange.ts";
import { LINKED, objectPage, objectsOf } from "../object-page.ts";
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
  {
    path: "/users/{key}/directReports",
    takes: LINKED,
    methods: {
      GET(context) {
        refuseGuestSeeing(context.access, context.caller, context.keys[0] ?? "");
        return reports(context, context.keys[0] ?? "");
      },
    },
  },
  {
    path: "/me/directReports",
    takes: LINKED,
    methods: { GET: (context) => reports(context, self(context)) },
  },
];

function manager(context: RouteContext, key: string): RouteAnswer {
  const { access } = context;
  const body = objectView(context).show(getPresent(access.view, managerOf(access, key)));
  return { status: 200, body: { "@odata.context": `${contextOfObjects(context)}/$entity`, ...body } };
}

function reports(context: RouteContext, key: string): RouteAnswer {
  return objectPage(
    context,
    objectsOf((view) => reportsOf({ view }, key)),
  );
}
