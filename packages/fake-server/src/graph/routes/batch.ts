import { type Body, badRequest, readBody, type Shape } from "../body.ts";
import type { GraphRequest, GraphResponse, RouteContext } from "../exchange.ts";
import { readQueryString } from "../query-options.ts";
import type { Route } from "../router.ts";

const BATCH: Shape = { requests: "objects" };
const PART: Shape = {
  id: "string",
  method: "string",
  url: "string",
  headers: "object?",
  body: "object?",
  dependsOn: "strings",
};
const METHODS = new Set(["GET", "POST", "PATCH", "PUT", "DELETE"]);

/** One request of a batch. */
interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
}

/** The answer to one of them, as it stands in the batch's. */
export interface PartAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Several requests in one, each answered for itself. One that depends on others waits for them, and is not carried out
 * where one of them failed.
 *
 * @see https://learn.microsoft.com/graph/json-batching
 */
export const batchRoutes: readonly Route[] = [
  {
    path: "/$batch",
    methods: {
      POST(context) {
        const parts = readParts(context);
        const answers = new Map<string, PartAnswer>();
        for (const part of inOrder(parts)) answers.set(part.id, answerTo(context, part, answers));
        return { status: 200, body: { responses: parts.map(({ id }) => answers.get(id)) } };
      },
    },
  },
];

/** That a batch is too large has been reported in these words, without a status; the other texts are assumed. */
function readParts({ directory, request }: RouteContext): readonly Part[] {
  const { requests } = readBody(request.body, "batch", BATCH);
  if (!Array.isArray(requests) || requests.length === 0) throw badRequest("A batch has to hold requests.");
  if (requests.length > directory.limits.of("requests-per-batch")) {
    throw badRequest("Number of requests inside batch exceeds the limit.");
  }
  const parts = requests.map(partOf);
  const ids = new Set(parts.map(({ id }) => id));
  if (ids.size < parts.length) throw badRequest("The id of a request has to be unique within its batch.");
  const stranger = parts.flatMap(({ dependsOn }) => dependsOn).find((id) => !ids.has(id));
  if (stranger !== undefined) throw badRequest(`The batch has no request with the id '${stranger}'.`);
  return parts;
}

function partOf(given: Body): Part {
  const { id, method, url, headers, body, dependsOn = [] } = readBody(given, "batchRequestStep", PART);
  if (typeof id !== "string" || id === "") throw badRequest("A request of a batch has to have an id.");
  if (typeof method !== "string" || !METHODS.has(method.toUpperCase())) {
    throw badRequest(`The request '${id}' has no method that is known.`);
  }
  if (typeof url !== "string" || /^[a-z]+:/i.test(url)) {
    throw badRequest(`The url of the request '${id}' has to be relative to the API's version.`);
  }
  const named = Object.entries((headers ?? {}) as Body).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  if (body !== undefined && !named.some(([name]) => name === "content-type")) {
    throw badRequest(`Write request id : ${id} does not contain Content-Type header or body.`);
  }
  return {
    ...{ id, method: method.toUpperCase(), url, body },
    headers: Object.fromEntries(named),
    dependsOn: dependsOn as readonly string[],
  };
}

/** Each part after those that it depends on. */
function inOrder(parts: readonly Part[]): readonly Part[] {
  const ordered: Part[] = [];
  const done = new Set<string>();
  while (ordered.length < parts.length) {
    const next = parts.find(({ id, dependsOn }) => !done.has(id) && dependsOn.every((one) => done.has(one)));
    if (next === undefined)
      throw badRequest("The requests of a batch must not depend on each other in a circle.");
    ordered.push(next);
    done.add(next.id);
  }
  return ordered;
}

function answerTo(context: RouteContext, part: Part, before: ReadonlyMap<string, PartAnswer>): PartAnswer {
  const failed = part.dependsOn.some((id) => (before.get(id)?.status ?? 0) >= 400);
  if (failed) return { id: part.id, status: 424, headers: JSON_BODY, body: FAILED_DEPENDENCY };
  if (NESTED.test(part.url)) return { id: part.id, status: 400, headers: JSON_BODY, body: NESTED_BATCH };
  const { status, headers, body } = context.answer(requestOf(part, context.request));
  return {
    id: part.id,
    status,
    headers: Object.fromEntries(headers.entries()),
    ...(body !== undefined && { body }),
  };
}

const NESTED = /^\/?\$batch\b/i;
const JSON_BODY = { "content-type": "application/json" };
const NESTED_BATCH = {
  error: { code: "BadRequest", message: "A batch cannot hold a batch." },
};
const FAILED_DEPENDENCY = {
  error: {
    code: "FailedDependency",
    message: "A request that this one depends on has failed.",
  },
};

/** A part goes where its batch went: what is not said is the batch's own. */
function requestOf({ method, url, headers, body }: Part, batch: GraphRequest): GraphRequest {
  const [path = "", ...query] = url.split("?");
  return {
    ...batch,
    ...{ method, body },
    path: path.startsWith("/") ? path : `/${path}`,
    doubled: undefined,
    ...readQueryString(query.join("?")),
    header: (name) => headers[name.toLowerCase()] ?? null,
  };
}

/** The requests of a batch that was carried out, each with its answer. */
export function partsOf(
  batch: GraphRequest,
  { body }: GraphResponse,
): readonly (readonly [GraphRequest, PartAnswer])[] {
  const { requests } = batch.body as { readonly requests: readonly Body[] };
  const { responses } = body as { readonly responses: readonly PartAnswer[] };
  const answers = new Map(responses.map((answer) => [answer.id, answer]));
  return requests.map(partOf).flatMap((part) => {
    const answer = answers.get(part.id);
    return answer === undefined ? [] : [[requestOf(part, batch), answer] as const];
  });
}
