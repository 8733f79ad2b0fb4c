import type { Clause, Filter, Literal, Path } from "./filter.ts";
import { invalidFilter, withoutType } from "./filter-syntax.ts";
import { type EntityModel, propertyName, TYPE } from "./model.ts";
import { QueryRefused } from "./query-refused.ts";

/**
 * Looks every name of a filter up, before anything else is asked of it: a name that does not exist is refused
 * wherever it stands. A lambda's variable is a name inside it alone.
 *
 * @throws QueryRefused for the first name that is not a property
 */
export function checkNames(model: EntityModel, filter: Filter, variables: readonly string[] = []): void {
  switch (filter.kind) {
    case "and":
    case "or":
      checkNames(model, filter.left, variables);
      checkNames(model, filter.right, variables);
      return;
    case "not":
      checkNames(model, filter.inner, variables);
      return;
    case "lambda":
      checkName(model, filter.path, variables);
      if (filter.inner !== undefined) checkNames(model, filter.inner, [...variables, filter.variable]);
      return;
    default:
      checkName(model, filter.path, variables);
      for (const value of valuesOf(filter)) {
        if (value.kind === "path") checkName(model, value.value.split("/"), variables);
      }
  }
}

/** The values that a clause names. */
export function valuesOf(clause: Clause): readonly Literal[] {
  return clause.kind === "in" ? clause.values : [clause.value];
}

function checkName(model: EntityModel, [first = ""]: Path, variables: readonly string[]): void {
  if (variables.includes(first)) return;
  if (first === TYPE && !Object.hasOwn(model.properties, TYPE)) throw withoutType();
  try {
    propertyName(model, first);
  } catch (error) {
    const isUnknown = error instanceof QueryRefused && error.code === "BadRequest";
    throw isUnknown ? invalidFilter(error.message) : error;
  }
}
