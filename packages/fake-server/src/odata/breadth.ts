import type { Filter } from "./filter.ts";
import { tooManyAlternatives } from "./query-refused.ts";

/** How many alternatives an `or` or an `in` may have by default. An advanced query may have more. */
const MOST = 15;

/**
 * Counts what a filter lists as alternatives; `in` is an `or` of its values.
 *
 * @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/21098
 * @throws QueryRefused for an `or` or an `in` that is too broad for a default query
 */
export function checkBreadth(filter: Filter): void {
  switch (filter.kind) {
    case "and":
      checkBreadth(filter.left);
      checkBreadth(filter.right);
      return;
    case "not":
      checkBreadth(filter.inner);
      return;
    case "lambda":
      if (filter.inner !== undefined) checkBreadth(filter.inner);
      return;
    case "or":
    case "in": {
      const alternatives = alternativesOf(filter);
      if (alternatives > MOST) throw tooManyAlternatives(alternatives, MOST);
    }
  }
}

function alternativesOf(filter: Filter): number {
  if (filter.kind === "or") return alternativesOf(filter.left) + alternativesOf(filter.right);
  if (filter.kind === "in") return filter.values.length;
  checkBreadth(filter);
  return 1;
}
