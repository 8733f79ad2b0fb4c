import type { Clause } from "./filter.ts";
import type { Capability, PropertyModel } from "./model.ts";
import { valuesOf } from "./names.ts";

/** Whether a condition on a property works, and in which kind of query; `undefined` where it never does. */
export function capabilityOf({ operators }: PropertyModel, clause: Clause): Capability | undefined {
  if (clause.kind === "text") return operators[clause.function];
  const hasNull = valuesOf(clause).some(({ kind }) => kind === "null");
  // Null is asked for by a capability of its own, whether alone or among the values of `in`.
  if (clause.kind === "in") return hasNull ? lesser(operators.in, operators.eqNull) : operators.in;
  switch (clause.operator) {
    case "eq":
    case "ne":
      return hasNull ? operators.eqNull : operators[clause.operator];
    case "has":
      return operators.has;
    case "ge":
    case "le":
      return hasNull ? undefined : operators.order;
    default:
      return hasNull ? undefined : operators.strictOrder;
  }
}

/** What can be compared with `ne` can stand within a `not`, and null where it can be asked for at all. */
export function hasNegation({ operators }: PropertyModel, clause: Clause): boolean {
  if (operators.ne !== undefined) return true;
  return clause.kind === "compare" && clause.value.kind === "null" && operators.eqNull !== undefined;
}

/** What works only as well as the weaker of two things. */
export function lesser(
  first: Capability | undefined,
  second: Capability | undefined,
): Capability | undefined {
  return first === "default" ? second : second && first;
}
