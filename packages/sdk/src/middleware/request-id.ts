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
  const digits = Array.from({ length: 4 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
  const variant = "89ab"[Number.parseInt(digits[16] ?? "0", 16) % 4];
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join("-");
}
