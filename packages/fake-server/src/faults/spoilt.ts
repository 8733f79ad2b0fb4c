import { errorAnswer, type GraphResponse } from "../graph/index.ts";
import { httpDateSince } from "../simulation/index.ts";
import type { Effect, Exchange } from "./exchange.ts";

type Headers = Readonly<Record<string, string>>;

/** An answer of the same headers with another body. */
export function withBody({ status, headers }: GraphResponse, body: unknown): GraphResponse {
  return { status, headers, body };
}

/** An answer that no service of Graph's had a hand in: a gateway's. */
export function bare(status: number, headers: Headers, body?: unknown): GraphResponse {
  const all = new Map(Object.entries(headers));
  return {
    status,
    body,
    headers: { get: (name) => all.get(name.toLowerCase()) ?? null, entries: () => all.entries() },
  };
}

/** A refusal in Graph's envelope. Nothing has been carried out. */
export function refusal(
  { request, directory }: Exchange,
  status: number,
  code: string,
  message: string,
  headers: Headers = {},
): GraphResponse {
  const clientRequestId = request.header("client-request-id") ?? "";
  const requestId = directory.chance.guid(`refusal/${directory.now()}/${clientRequestId}`);
  const { body } = errorAnswer(
    { status, code, message },
    { date: directory.timestamp(), requestId, clientRequestId },
  );
  return bare(
    status,
    {
      "content-type": "application/json",
      date: httpDateSince(directory.now()),
      "request-id": requestId,
      "client-request-id": clientRequestId,
      ...headers,
    },
    body,
  );
}

/** Refuses instead of carrying the request out. */
export function refuses(
  status: number,
  code: string,
  message: string,
  headers: (exchange: Exchange) => Headers = () => ({}),
): Effect {
  return (exchange) => refusal(exchange, status, code, message, headers(exchange));
}

/** The same, though the request was carried out: what a client cannot tell from the other. */
export function afterCommit(effect: Effect): Effect {
  return (exchange) => {
    exchange.answer();
    return effect(exchange);
  };
}
