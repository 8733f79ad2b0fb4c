import { type Domain, getDomain, listDomains } from "../../directory/index.ts";
import type { Body } from "../body.ts";
import { bodyPage, unasked } from "../body-page.ts";
import type { RouteContext } from "../exchange.ts";
import { PAGED } from "../list-page.ts";
import type { Route } from "../router.ts";
import { selected, selectionIn } from "../selected.ts";

/** The domains that are verified here: those of the addresses that belong to the organisation. */
export const domainRoutes: readonly Route[] = [
  {
    path: "/domains",
    takes: PAGED,
    methods: {
      GET: (context) =>
        bodyPage(context, {
          set: setIn(context.request),
          model: unasked("Domain"),
          bodiesIn: () => listDomains(context.directory).map((domain) => ({ ...domain })),
          shown: (domain) => domainBody(context.request, domain),
          isOfDirectory: true,
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

function domainBody({ query }: RouteContext["request"], domain: Domain | Body): Body {
  return selected({ ...domain }, "domain", query.$select);
}

function contextOf(request: RouteContext["request"]): string {
  return `${request.origin}/${request.version}/$metadata#${setIn(request)}`;
}

function setIn({ query }: RouteContext["request"]): string {
  return `domains${selectionIn(query.$select)}`;
}
