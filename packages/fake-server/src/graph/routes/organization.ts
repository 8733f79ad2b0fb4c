import { organizationOf } from "../../directory/index.ts";
import { profileOf } from "../../schema/index.ts";
import type { Body } from "../body.ts";
import { GraphError } from "../errors.ts";
import type { RouteContext } from "../exchange.ts";
import type { Route } from "../router.ts";
import { selected, selectionIn } from "../selected.ts";

/** What is shown only where it is selected. */
const ON_REQUEST = ["mobileDeviceManagementAuthority", "directorySizeQuota"];

/** The organisation that the directory belongs to. */
export const organizationRoutes: readonly Route[] = [
  {
    path: "/organization",
    methods: {
      GET: (context) => ({
        status: 200,
        body: { "@odata.context": contextOf(context), value: [organizationBody(context)] },
      }),
    },
  },
  {
    path: "/organization/{id}",
    methods: {
      GET(context) {
        const [id = ""] = context.keys;
        if (id.toLowerCase() !== context.directory.tenantId) {
          throw new GraphError(404, "Request_ResourceNotFound", `Resource '${id}' does not exist.`);
        }
        const body = { "@odata.context": `${contextOf(context)}/$entity`, ...organizationBody(context) };
        return { status: 200, body };
      },
    },
  },
];

/** The size is what the beta alone knows. */
function organizationBody({ directory, request }: RouteContext): Body {
  const { directorySizeQuota, ...known } = organizationOf(directory);
  const all = profileOf(directory.cloud.id).shown("organization", known);
  const shown = request.version === "beta" ? { ...all, directorySizeQuota } : all;
  const byDefault = Object.keys(all).filter((name) => !ON_REQUEST.includes(name));
  return selected(shown, "organization", request.query.$select, byDefault);
}

function contextOf({ request }: RouteContext): string {
  const { origin, version, query } = request;
  return `${origin}/${version}/$metadata#organization${selectionIn(query.$select)}`;
}
