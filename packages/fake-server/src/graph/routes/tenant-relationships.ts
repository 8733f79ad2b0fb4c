import { tenantInformation } from "../../directory/index.ts";
import { badRequest } from "../body.ts";
import type { RouteContext } from "../exchange.ts";
import { parameterIn } from "../path.ts";
import type { Route } from "../router.ts";

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;

/** Which tenant has a domain, and what another tenant is called. */
export const tenantRelationshipRoutes: readonly Route[] = [
  {
    path: "/tenantRelationships/findTenantInformationByDomainName/{parameter}",
    methods: { GET: (context) => information(context, "domainName", DOMAIN) },
  },
  {
    path: "/tenantRelationships/findTenantInformationByTenantId/{parameter}",
    methods: { GET: (context) => information(context, "tenantId", GUID) },
  },
];

/** That text of another form is refused is assumed. */
function information({ directory, request, keys }: RouteContext, name: string, form: RegExp) {
  const value = parameterIn(keys[0] ?? "", name);
  if (value === undefined) throw badRequest(`Resource not found for the segment '${keys[0]}'.`);
  if (!form.test(value)) throw badRequest(`Invalid value specified for parameter '${name}'.`);
  const context = `${request.origin}/${request.version}/$metadata#microsoft.graph.tenantInformation`;
  return {
    status: 200,
    body: { "@odata.context": context, ...tenantInformation(directory, value) },
  };
}
