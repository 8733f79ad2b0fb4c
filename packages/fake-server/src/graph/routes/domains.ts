import { type Domain, getDomain, listDomains } from "../../directory/index.ts";
import type { Body } from "../body.ts";
import type { RouteContext } from "../exchange.ts";
import type { Route } from "../router.ts";
import { selected, selectionIn } from "../selected.ts";

/** The domains that are verified here: those of the addresses that belong to the organisation. */
export const domainRoutes: readonly Route[] = [
  {
    path: "/domains",
    methods: {
      GET: ({ directory, request }) => ({
        status: 200,
        body: {
          "@odata.context": contextOf(request),
          value: listDomains(directory).map((domain) => domainBody(request, domain)),
        },
      }),
    },
  },
  {
    path: "/domains/{id}",
    methods: {
      GET({ directory, request, keys }) {
        const domain = domainBody(request, getDomain(directory, keys[0] ?? ""));
        return { status: 200, body: { "@odata.context": `${contextOf(request)}/$entity`, ...domain } };
      },
    },
  },
];

function domainBody({ query }: RouteContext["request"], domain: Domain): Body {
  return selected({ ...domain }, "domain", query.$select);
}

function contextOf({ origin, version, query }: RouteContext["request"]): string {
  return `${origin}/${version}/$metadata#domains${selectionIn(query.$select)}`;
}
