import { GraphError } from "./errors.ts";
import { ForeignBody, type GraphRequest } from "./exchange.ts";

/**
 * Refuses a write whose body does not say that it is JSON. Both texts are reported of Graph, the second with a longer list
 * of types.
 *
 * @see https://github.com/Azure/azure-cli/issues/19353
 */
export function refuseForeignBody({ method, body }: GraphRequest): void {
  if (!(body instanceof ForeignBody) || method === "DELETE" || method === "GET") return;
  throw new GraphError(
    400,
    "BadRequest",
    body.type === undefined
      ? "Write requests (excluding DELETE) must contain the Content-Type header declaration."
      : `A supported MIME type could not be found that matches the content type of the response. None of the supported type(s) 'application/json' matches the content type '${body.type}'.`,
  );
}
