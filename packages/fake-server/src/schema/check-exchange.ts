import { checkAnswer } from "./check-answer.ts";
import { checkSent } from "./check-sent.ts";
import type { CheckedExchange } from "./exchange.ts";
import { type Violation, wordingOf } from "./violation.ts";

/** Something that passed although the published schema forbids it. */
export interface SchemaViolation {
  /** For example `GET /v1.0/users`. */
  readonly request: string;
  /** The id of the cloud whose schema it is. */
  readonly cloud: string;
  /** Which body it stands in. */
  readonly side: "request" | "response";
  /** Where in the body, for example `value[0].id`; empty for the whole of it. */
  readonly path: string;
  /** What the schema says. */
  readonly says: string;
}

/**
 * What of a request and its answer departs from the published schema. A request that the schema forbids may be sent; it
 * must not be carried out.
 */
export function checkExchange(exchange: CheckedExchange): readonly SchemaViolation[] {
  const sent = exchange.status < 400 ? checkSent(exchange) : [];
  return [
    ...sent.map((violation) => told(exchange, "request", violation)),
    ...checkAnswer(exchange).map((violation) => told(exchange, "response", violation)),
  ];
}

function told(
  { cloudId, method, version, segments }: CheckedExchange,
  side: SchemaViolation["side"],
  { path, departure }: Violation,
): SchemaViolation {
  const request = `${method} /${[version, ...segments].join("/")}`;
  return { request, cloud: cloudId, side, path, says: wordingOf(departure) };
}
