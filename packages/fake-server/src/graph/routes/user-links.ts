import { managerOf, refuseGuestSeeing, removeManager, reportsOf, setManager } from "../../directory/index.ts";
import { directoryObjectBody, readReference } from "../directory-object-body.ts";
import type { RouteAnswer, RouteContext } from "../exchange.ts";
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
    methods: {
      GET(context) {
        refuseGuestSeeing(context.access, context.caller, context.keys[0] ?? "");
        return reports(context, context.keys[0] ?? "");
      },
    },
  },
  { path: "/me/directReports", methods: { GET: (context) => reports(context, self(context)) } },
];

function manager(context: RouteContext, key: string): RouteAnswer {
  const body = directoryObjectBody(context.access.view, managerOf(context.access, key));
  return { status: 200, body: { "@odata.context": `${contextOf(context)}/$entity`, ...body } };
}

function reports(context: RouteContext, key: string): RouteAnswer {
  const value = reportsOf(context.access, key).map((id) => directoryObjectBody(context.access.view, id));
  return { status: 200, body: { "@odata.context": contextOf(context), value } };
}

function contextOf({ request }: RouteContext): string {
  return `${request.origin}/${request.version}/$metadata#directoryObjects`;
}
