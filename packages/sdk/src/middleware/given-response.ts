import { B2BError, knownOf } from "../errors/index.ts";
import type { Middleware, WireRequest, WireResponse } from "../wire/index.ts";

/**
 * The caller's own layers, held to what a layer owes: a function, and from it a response.
 *
 * @param path - where they were given, for example `useAttempt`
 * @param refuse - makes the error for a layer that is laid without giving a function
 */
export function ownLayers(
  path: string,
  layers: readonly Middleware[],
  refuse: (path: string, expected: string) => Error,
): readonly Middleware[] {
  return layers.map((layer, at) => (next) => {
    const where = `${path}[${at}]`;
    const send = layer(next);
    if (typeof send !== "function")
      throw refuse(where, `must return a function (request) => response${HINT}`);
    return async function ownLayer(request) {
      return givenResponse(request, await send(request), where, HINT);
    };
  });
}

const HINT = ", such as what `next(request)` gives; it may have forgotten a `return`";

/**
 * The response that came from what is not ours; where types are not checked, nothing may have come.
 *
 * @throws B2BError `unexpected-response`
 */
export function givenResponse(
  request: WireRequest,
  response: WireResponse,
  path: string,
  hint = "",
): WireResponse {
  if (typeof response?.status === "number" && typeof response.headers?.get === "function") return response;
  const expected = `must resolve with a response, with \`status\`, \`headers\` and \`body\`${hint}`;
  const sent = request.operation.effect === "read" ? "rejected" : "unknown";
  const outcome = request.context.trace.attempts > 0 ? sent : "not-sent";
  throw new B2BError("unexpected-response", `${path} ${expected}`, {
    ...knownOf(request, outcome),
    problems: [{ path, expected }],
  });
}
