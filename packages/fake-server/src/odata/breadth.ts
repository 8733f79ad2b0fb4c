import type { Filter } from "./filter.ts";
import { tooManyAlternatives } from "./query-refused.ts";

/**
 * Counts what a filter lists as alternatives; `in` is an `or` of its values. An advanced query may have any number.
 *
 * @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/21098
 * @throws QueryRefused for an `or` or an `in` that is too broad for a default query
 */
export function checkBreadth(filter: Filter, most: number): void {
  switch (filter.kind) {
    case "and":
      checkBreadth(filter.left, most);
      checkBreadth(filter.right, most);
      return;
    case "not":
      checkBreadth(filter.inner, most);
      return;
    case "lambda":
      if (filter.inner !== undefined) checkBreadth(filter.inner, most);
      return;
    case "or":
    case "in": {
      const alternatives = alternativesOf(filter, most);
      if (alternatives > most) throw tooManyAlternatives(alternatives, most);
    }
  }
}

function alternativesOf(filter: Filter, most: number): number {
  if (filter.kind === "or") return alternativesOf(filter.left, most) + alternativesOf(filter.right, most);
  if (filter.kind === "in") return filter.values.length;
  checkBreadth(filter, most);
  return 1;
}
