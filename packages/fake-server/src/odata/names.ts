import type { Filter } from "./filter.ts";
import { type EntityModel, propertyName } from "./model.ts";

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
    default:
      if (!variables.includes(filter.path[0] ?? "")) propertyName(model, filter.path[0] ?? "");
      if (filter.kind === "lambda" && filter.inner !== undefined)
        checkNames(model, filter.inner, [...variables, filter.variable]);
  }
}
