import { organizationOf } from "../../directory/index.ts";
import { profileOf } from "../../schema/index.ts";
import type { Body } from "../body.ts";
import { bodyPage, unasked } from "../body-page.ts";
import { GraphError } from "../errors.ts";
import type { RouteContext } from "../exchange.ts";
import { PAGED } from "../list-page.ts";
import type { Route } from "../router.ts";
import { selected, selectionIn } from "../selected.ts";

/** What is shown only where it is selected. */
const ON_REQUEST = ["mobileDeviceManagementAuthority", "directorySizeQuota"];

/** The organisation that the directory belongs to. */
export const organizationRoutes: readonly Route[] = [
  {
    path: "/organization",
    takes: PAGED,
    methods: {
      GET: (context) =>
        bodyPage(context, {
          set: setIn(context),
          model: unasked("Organization"),
          bodiesIn: () => [organizationBody(context)],
          isOfDirectory: true,
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
        const beside = isWhole(context) ? sizeOf(context) : {};
        const body = { ...organizationBody(context), ...beside };
        return { status: 200, body: { "@odata.context": `${contextOf(context)}/$entity`, ...body } };
      },
    },
  },
];

/**
 * How full the directory is. The beta says so to whoever selects it; v1.0 cannot select it, and shows it with the whole
 * of one organisation.
 *
 * @see https://learn.microsoft.com/graph/api/organization-get
 */
function sizeOf({ directory }: RouteContext): Body {
  const { directorySizeQuota } = organizationOf(directory);
  return { isMultipleDataLocationsForServicesEnabled: null, directorySizeQuota };
}

function isWhole({ request: { version, query } }: RouteContext): boolean {
  return version !== "beta" && query.$select === undefined;
}

function organizationBody({ directory, request }: RouteContext): Body {
  const { directorySizeQuota, ...known } = organizationOf(directory);
  const all = profileOf(directory.cloud.id).shown("organization", known);
  const shown = request.version === "beta" ? { ...all, directorySizeQuota } : all;
  const byDefault = Object.keys(all).filter((name) => !ON_REQUEST.includes(name));
  return selected(shown, "organization", request.query.$select, byDefault);
}

function contextOf(context: RouteContext): string {
  const { origin, version } = context.request;
  return `${origin}/${version}/$metadata#${setIn(context)}`;
}

function setIn({ request }: RouteContext): string {
  return `organization${selectionIn(request.query.$select)}`;
}
