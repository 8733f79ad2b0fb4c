import { type Directory, objectLimit, objectsUsed } from "../../directory/index.ts";
import { type Body, badRequest } from "../body.ts";
import { GraphError } from "../errors.ts";
import type { RouteContext } from "../exchange.ts";
import type { Route } from "../router.ts";

/** What is shown where nothing is selected. */
const DEFAULT = ["id", "displayName", "tenantType", "verifiedDomains"];
/** What only the beta knows, and shows where it is selected. */
const BETA = ["directorySizeQuota"];

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

function organizationBody({ directory, request }: RouteContext): Body {
  const known = [...DEFAULT, ...(request.version === "beta" ? BETA : [])];
  const selected = request.query.$select?.split(",").map((name) => name.trim()) ?? DEFAULT;
  const unknown = selected.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw badRequest(`Could not find a property named '${unknown}' on type 'microsoft.graph.organization'.`);
  }
  const all: Body = {
    id: directory.tenantId,
    displayName: directory.name,
    tenantType: "AAD",
    verifiedDomains: domainsOf(directory),
    directorySizeQuota: { used: objectsUsed(directory), total: objectLimit(directory) },
  };
  return Object.fromEntries(selected.map((name) => [name, all[name]]));
}

function domainsOf({ initialDomain, customDomains }: Directory): readonly Body[] {
  return [initialDomain, ...customDomains].map((name) => ({
    name,
    isInitial: name === initialDomain,
    isDefault: name === initialDomain,
    type: "Managed",
    capabilities: "Email, OfficeCommunicationsOnline",
  }));
}

function contextOf({ request }: RouteContext): string {
  const selected = request.query.$select === undefined ? "" : `(${request.query.$select})`;
  return `${request.origin}/${request.version}/$metadata#organization${selected}`;
}
