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

/** Lays `layers` around `send`. The first layer is the outermost: it sees the request first and the response last. */
export function compose(layers: readonly Middleware[], send: Send): Send {
  return layers.reduceRight((next, layer) => layer(next), send);
}
