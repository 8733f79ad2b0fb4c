import type { Send } from "./transport.ts";

/**
 * A layer around the rest of the way: it gets the next `Send` and gives back one of its own.
 *
 * It runs once a call (`use`) or once an attempt (`useAttempt`), and acts on what the request means
 * (`request.operation`). It may answer without calling `next`, and it may call `next` again only where
 * `operation.effect` allows.
 *
 * @example
 * ```ts
 * const audit: Middleware = (next) => async (request) => {
 *   const response = await next(request);
 *   log(request.operation.id, response.status);
 *   return response;
 * };
 * ```
 */
export type Middleware = (next: Send) => Send;

/**
 * Lays `layers` around `send`. The first layer is the outermost: it sees the request first and the response last.
 *
 * @throws TypeError for what are no layers, for a layer that gives no `Send`, and for what is no `Send` itself
 */
export function compose(layers: readonly Middleware[], send: Send): Send {
  if (!Array.isArray(layers)) throw new TypeError("compose: layers must be a list");
  return layers.reduceRight<Send>(
    (next, layer: Middleware, at) => given(`layers[${at}](next)`, layer?.(next)),
    given("send", send),
  );
}

function given(what: string, send: Send): Send {
  if (typeof send === "function") return send;
  throw new TypeError(`compose: ${what} must be a function (request) => response`);
}
