import type { GraphRequest, GraphResponse } from "../../graph/index.ts";
import type { Reader } from "../../replication/index.ts";
import type { EffectPlan, Exchange } from "../exchange.ts";
import { refusal, refuses, withBody } from "../spoilt.ts";

interface Page {
  readonly value: readonly unknown[];
  readonly [annotation: string]: unknown;
}

const badRequest = (message: string): EffectPlan => ({
  effect: refuses(400, "Request_BadRequest", message),
  appliesTo: ({ method }) => method !== "GET",
});

/** Spoils a page of a list; an answer that is none stays what it is. */
function page(spoil: (page: Page, exchange: Exchange) => unknown): EffectPlan {
  return {
    appliesTo: isList,
    effect: (exchange) => {
      const response = exchange.answer();
      return isPage(response) ? withBody(response, spoil(response.body, exchange)) : response;
    },
  };
}

function isList({ method, path }: GraphRequest): boolean {
  return method === "GET" && /^\/(?:users|groups\/[^/]+\/members)$/i.test(path);
}

function isPage(response: GraphResponse): response is GraphResponse & { readonly body: Page } {
  return Array.isArray((response.body as Partial<Page> | undefined)?.value);
}

/** The object that a path is about. */
function objectIn({ path }: GraphRequest): string | undefined {
  return /^\/(?:users|groups|servicePrincipals)\/([^/]+)/i.exec(path)?.[1];
}

/** The instance that knows least. */
function furthestBehind({ directory }: Exchange): Reader | undefined {
  const readers = directory.store.withRole("graph");
  for (const reader of readers) directory.store.viewOf(reader);
  return readers.toSorted((one, other) => one.applied - other.applied)[0];
}

/**
 * What goes wrong within the directory: answers of an instance that knows too little, and of one that is in trouble.
 * Texts are those that were reported of the service.
 *
 * @see https://learn.microsoft.com/graph/api/group-update for references to objects that are not there yet
 */
export const directoryEffects = {
  "object-missing": {
    appliesTo: (request) => objectIn(request) !== undefined,
    effect: (exchange) =>
      refusal(
        exchange,
        404,
        "Request_ResourceNotFound",
        `Resource '${decodeURIComponent(objectIn(exchange.request) ?? "")}' does not exist or one of its queried reference-property objects are not present.`,
      ),
  },
  "company-information-missing": {
    effect: refuses(
      404,
      "Directory_ObjectNotFound",
      "Unable to read the company information from the directory.",
    ),
  },
  "reference-invalid": badRequest("Not a valid reference update"),
  "referenced-object-missing": badRequest(
    "The source resource object or one of the objects being referenced don't exist.",
  ),
  "property-values-invalid": badRequest("One or more property values specified are invalid."),
  "conflict-with-the-unseen": badRequest(
    "Another object with the same value for property userPrincipalName already exists.",
  ),
  "replica-unavailable": {
    effect: refuses(503, "Directory_ReplicaUnavailable", "The directory replica is unavailable."),
  },
  "concurrency-violation": {
    appliesTo: ({ method }) => method !== "GET",
    effect: refuses(
      409,
      "Directory_ConcurrencyViolation",
      "A conflicting update of the same object is under way.",
    ),
  },
  "quota-exceeded": {
    appliesTo: ({ method, path }) => method === "POST" && /^\/invitations$/i.test(path),
    effect: refuses(
      403,
      "Directory_QuotaExceeded",
      "The directory object quota limit for the Tenant has been exceeded. Please ask your administrator to increase the quota limit or delete objects to reduce the used quota.",
    ),
  },
  "page-token-expired": {
    appliesTo: ({ query }) => query.$skiptoken !== undefined,
    effect: refuses(
      400,
      "Directory_ExpiredPageToken",
      "The specified page token value has expired and can no longer be included in your request.",
    ),
  },
  "duplicate-page-item": page(({ value, ...rest }) => ({ ...rest, value: [...value.slice(0, 1), ...value] })),
  "empty-page": page(({ value: _, ...rest }, { request }) => ({
    ...rest,
    "@odata.nextLink": linkTo(request),
    value: [],
  })),
  "count-off": page((body) =>
    "@odata.count" in body ? { ...body, "@odata.count": Number(body["@odata.count"]) + 7 } : body,
  ),
  "unknown-property": {
    isForeign: true,
    effect: ({ answer }) => {
      const response = answer();
      const isObject = typeof response.body === "object" && response.body !== null;
      return isObject ? withBody(response, { ...response.body, brandNewProperty: { deep: [1] } }) : response;
    },
  },
  "stale-read": {
    appliesTo: ({ method }) => method === "GET",
    effect: (exchange) => {
      const reader = furthestBehind(exchange);
      return exchange.answer({ ...exchange.party, ...(reader && { instance: reader.name }) });
    },
  },
  "instance-stalls": {
    forMs: 20_000,
    effect: (exchange) => {
      const { directory, forMs } = exchange;
      furthestBehind(exchange)?.stall(directory.now() + forMs);
      return exchange.answer();
    },
  },
} as const satisfies Readonly<Record<string, EffectPlan>>;

/** The same request, as a link. */
function linkTo({ origin, version, path, query }: GraphRequest): string {
  const options = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${origin}/${version}${path}${options.length > 0 ? `?${options.join("&")}` : ""}`;
}
