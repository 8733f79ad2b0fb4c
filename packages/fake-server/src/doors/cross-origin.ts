import type { HttpAnswer, HttpRequest } from "./exchange.ts";

/** What of an answer a page may read besides what every page may. */
const EXPOSED = [
  ...["ETag", "Location", "Preference-Applied", "Content-Range", "request-id", "client-request-id"],
  ...["WWW-Authenticate", "Retry-After"],
].join(", ");
const METHODS = "GET, POST, PATCH, PUT, DELETE, OPTIONS";
const A_DAY = "86400";

/**
 * What a browser is told that asks whether a page may send something; `undefined` for whatever is no such question. Graph
 * takes pages from everywhere: it is the token that counts. The details are assumed.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function preflight({ method, header }: HttpRequest): HttpAnswer | undefined {
  if (method !== "OPTIONS" || !header("origin") || !header("access-control-request-method")) return undefined;
  return {
    status: 200,
    headers: [
      ["access-control-allow-origin", "*"],
      ["access-control-allow-methods", METHODS],
      ["access-control-allow-headers", header("access-control-request-headers") ?? "Authorization"],
      ["access-control-max-age", A_DAY],
    ],
    text: undefined,
  };
}

/** An answer that the page which asked may read, where it was one. */
export function readable({ header }: HttpRequest, answer: HttpAnswer): HttpAnswer {
  if (!header("origin")) return answer;
  const allowed = [
    ["access-control-allow-origin", "*"],
    ["access-control-expose-headers", EXPOSED],
  ] as const;
  return { ...answer, headers: [...answer.headers, ...allowed] };
}
