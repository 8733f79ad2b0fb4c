import { B2BError, invalidInput, knownOf } from "../errors/index.ts";
import type { Middleware, WireRequest, WireResponse } from "../wire/index.ts";

/**
 * The caller's own layers, held to what a layer owes: a function, and from it a response.
 *
 * @param opener - the function that they were given to
 * @param path - where they were given, for example `useAttempt`
 * @throws B2BError `invalid-input`, as they are laid
 */
export function ownLayers(
  opener: string,
  path: string,
  layers: readonly Middleware[] = [],
): readonly Middleware[] {
  return layers.map((layer, at) => (next) => {
    const where = `${path}[${at}]`;
    const send = layer(next);
    if (typeof send !== "function")
      throw invalidInput(opener, [
        { path: where, expected: `must return a function (request) => response${HINT}` },
      ]);
    return async function ownLayer(request) {
      return givenResponse(request, await send(request), where, HINT);
    };
  });
}

const HINT = "; it may have forgotten a `return`";

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
  const expected = `must give a response, with \`status\` and \`headers\`${hint}`;
  const sent = request.operation.effect === "read" ? "rejected" : "unknown";
  const outcome = request.context.trace.attempts > 0 ? sent : "not-sent";
  throw new B2BError("unexpected-response", `${path} ${expected}`, {
    ...knownOf(request, outcome),
    problems: [{ path, expected }],
  });
}
