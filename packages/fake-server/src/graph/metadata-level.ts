import type { GraphRequest, RouteAnswer } from "./exchange.ts";

/** What stays of the annotations of an answer without metadata: what leads on, and what counts. */
const KEPT = new Set(["@odata.nextLink", "@odata.deltaLink", "@odata.count"]);
const NONE = /\bodata\.metadata=none\b/i;

/** Whether a client wants an answer without what tells it of types and contexts. */
export function wantsNoMetadata({ header }: Pick<GraphRequest, "header">): boolean {
  const accept = header("accept");
  return accept ? NONE.test(accept) : false;
}

/**
 * An answer without the annotations that nobody asked for. What is refused has none.
 *
 * @see https://docs.oasis-open.org/odata/odata-json-format/v4.0/odata-json-format-v4.0.html#_Toc372793040
 */
export function withoutMetadata(answer: RouteAnswer): RouteAnswer {
  return answer.status < 400 ? { ...answer, body: stripped(answer.body) } : answer;
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== "object" || value === null) return value;
  const own = Object.entries(value).filter(([name]) => !name.includes("@odata.") || KEPT.has(name));
  return Object.fromEntries(own.map(([name, inner]) => [name, stripped(inner)]));
}
