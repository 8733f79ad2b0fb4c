import type { Random } from "../time/index.ts";
import type { Middleware } from "../wire/index.ts";

/** Sends each attempt under an id of its own (`client-request-id`), which the service logs beside its own. */
export function requestId({ random }: { readonly random: Random }): Middleware {
  return (next) =>
    async function requestId(request) {
      const { trace } = request.context;
      trace.clientRequestId = request.headers["client-request-id"] ?? guid(random);
      return next({
        ...request,
        headers: { ...request.headers, "client-request-id": trace.clientRequestId },
      });
    };
}

/** A version 4 GUID. Good for correlating, not for keeping secrets. */
function guid(random: Random): string {
  const word = () => Math.floor(random() * 2 ** 32);
  const [a, b, c, d] = [word(), word(), word(), word()];
  const version = (b & 0xffff0fff) | 0x4000;
  const variant = (c & 0x3fffffff) | 0x80000000;
  return `${hex(a >> 16)}${hex(a)}-${hex(b >> 16)}-${hex(version)}-${hex(variant >> 16)}-${hex(c)}${hex(d >> 16)}${hex(d)}`;
}

/** The lower 16 bits, as four digits. */
function hex(word: number): string {
  return ((word & 0xffff) | 0x10000).toString(16).slice(1);
}
