import { outcomeOf, worse } from "../errors/index.ts";
import { type Middleware, TransportFailure } from "../wire/index.ts";
import { givenResponse } from "./given-response.ts";

/**
 * Notes in the call's trace what is really sent, and what became of it. Stands next to the transport, so that an attempt
 * that another layer ends before does not count.
 */
export function attemptTrace(): Middleware {
  return (next) =>
    async function attemptTrace(request) {
      const { operation, context } = request;
      const { signal, trace } = context;
      signal?.throwIfAborted();
      trace.attempts++;
      const before = trace.outcome;
      // Until an answer is there, whoever gives up has to fear the worst.
      trace.outcome = "unknown";
      trace.isUnderWay = true;
      try {
        const response = givenResponse(request, await next(request), "transport.send");
        trace.outcome = worse(before, outcomeOf(operation, response.status));
        return response;
      } catch (failure) {
        if (failure instanceof TransportFailure) trace.outcome = worse(before, failure.outcome);
        throw failure;
      } finally {
        trace.isUnderWay = false;
      }
    };
}
