import { checkBreadth } from "./breadth.ts";
import type { Clause, Comparison, Filter, Lambda, Path } from "./filter.ts";
import { type Capability, type EntityModel, type PropertyModel, propertyName } from "./model.ts";
import { checkNames } from "./names.ts";
import { needsAdvanced, unsupportedClause } from "./query-refused.ts";
import { checkCount, checkValues, valuesOf } from "./value.ts";

/**
 * Holds a filter against what Graph supports of each property.
 *
 * @throws QueryRefused for the first thing that it does not support
 */
export function checkFilter(
  model: EntityModel,
  filter: Filter,
  advanced: boolean,
  mostAlternatives: number,
): void {
  checkNames(model, filter);
  if (!advanced) checkBreadth(filter, mostAlternatives);
  checkPart({ model, advanced }, filter);
}

/** Of what a part of a filter is asked, and by which kind of query. */
interface Asked {
  readonly model: EntityModel;
  readonly advanced: boolean;
}

function checkPart(asked: Asked, part: Filter): void {
  switch (part.kind) {
    case "and":
    case "or":
      checkPart(asked, part.left);
      checkPart(asked, part.right);
      return;
    case "not":
      if (!asked.advanced) throw needsAdvanced("not");
      checkPart(asked, part.inner);
      return;
    case "lambda":
      checkLambda(asked, part);
      return;
    default:
      checkClause(asked, part);
  }
}

function checkClause(asked: Asked, clause: Clause): void {
  const { model } = asked;
  const [name, property] = propertyAt(model, clause.path);
  const counts = clause.path.length === 2 && clause.path[1]?.toLowerCase() === "$count";
  if (clause.path.length > 1 && !counts) throw unsupportedClause(clause.path.join("/"), model.name);
  if (isCollection(property) !== counts) throw unsupportedClause(name, model.name);
  demand(asked, name, counts ? property.operators.count : capabilityOf(property, clause), clause);
  if (counts) checkCount(model, name, clause);
  else checkValues(model, name, property, clause);
}

/** Graph has no `all`, and of `any` that with a condition alone. */
function checkLambda(asked: Asked, { path, quantifier, variable, inner }: Lambda): void {
  const [name, property] = propertyAt(asked.model, path);
  if (!isCollection(property) || path.length > 1 || quantifier === "all" || inner === undefined) {
    throw unsupportedClause(name, asked.model.name);
  }
  if (property.type === "complexes") checkParts(asked, [name, property], variable, inner);
  else checkItem(asked, [name, property], variable, inner);
}

/** `x eq '…'` and its like, on the item itself. */
function checkItem(asked: Asked, [name, property]: Named, variable: string, inner: Filter): void {
  const { model } = asked;
  if (!isClause(inner) || inner.path.length !== 1 || inner.path[0] !== variable) {
    throw unsupportedClause(name, model.name);
  }
  demand(asked, name, capabilityOf(property, inner), inner);
  checkValues(model, name, property, inner);
}

/** `x/issuer eq '…' and x/issuerAssignedId eq '…'`, in any order: just the parts that go together. */
function checkParts(asked: Asked, [name, property]: Named, variable: string, inner: Filter): void {
  const parts = conjuncts(inner).map((term) => {
    const known = term.kind === "compare" && term.operator === "eq" && term.value.kind === "string";
    const ofItem = known && term.path.length === 2 && term.path[0] === variable;
    return ofItem ? term.path[1]?.toLowerCase() : undefined;
  });
  const together = property.together?.map((part) => part.toLowerCase()) ?? [];
  if (parts.length !== together.length || together.some((part) => !parts.includes(part))) {
    throw unsupportedClause(name, asked.model.name);
  }
  demand(asked, name, property.operators.eq, inner);
}

function conjuncts(filter: Filter): readonly Filter[] {
  return filter.kind === "and" ? [...conjuncts(filter.left), filter.right] : [filter];
}

type Named = readonly [name: string, property: PropertyModel];

function propertyAt(model: EntityModel, path: Path): Named {
  const name = propertyName(model, path[0] ?? "");
  return [name, model.properties[name] as PropertyModel];
}

/** Null is asked for by a capability of its own, whether alone or among the values of `in`. */
function capabilityOf({ operators }: PropertyModel, clause: Clause): Capability | undefined {
  // `contains` is not among what Graph supports of any property here.
  if (clause.kind === "text") return clause.function === "contains" ? undefined : operators[clause.function];
  const hasNull = valuesOf(clause).some(({ kind }) => kind === "null");
  if (clause.kind === "in") return hasNull ? both(operators.in, operators.eqNull) : operators.in;
  // Graph's tables list ge and le, and no gt or lt.
  if (clause.operator === "gt" || clause.operator === "lt") return undefined;
  if (!isEquality(clause.operator)) return hasNull ? undefined : operators.order;
  return hasNull ? operators.eqNull : operators[clause.operator];
}

/** What works only as well as the weaker of two things. */
function both(first: Capability | undefined, second: Capability | undefined): Capability | undefined {
  return first === "default" ? second : second && first;
}

function isEquality(operator: Comparison): operator is "eq" | "ne" {
  return operator === "eq" || operator === "ne";
}

function demand(
  { model, advanced }: Asked,
  name: string,
  capability: Capability | undefined,
  filter: Filter,
): void {
  if (capability === undefined) throw unsupportedClause(name, model.name);
  if (capability === "advanced" && !advanced) throw needsAdvanced(spelled(filter));
}

function spelled(filter: Filter): string {
  if (filter.kind === "compare") return filter.operator;
  return filter.kind === "text" ? filter.function : filter.kind;
}

function isClause(filter: Filter): filter is Clause {
  return filter.kind === "compare" || filter.kind === "in" || filter.kind === "text";
}

function isCollection({ type }: PropertyModel): boolean {
  return type === "strings" || type === "complexes";
}
