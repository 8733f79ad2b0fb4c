import { checkBreadth } from "./breadth.ts";
import { capabilityOf, hasNegation, lesser } from "./capability.ts";
import type { Clause, Filter, Lambda } from "./filter.ts";
import { notBoolean } from "./filter-syntax.ts";
import { type Located, locate, type Within } from "./locate.ts";
import { type Capability, type EntityModel, isCollection } from "./model.ts";
import { checkNames, valuesOf } from "./names.ts";
import { needsAdvanced, type QueryRefused, unsupportedClause } from "./query-refused.ts";
import { checkCount, checkValues } from "./value.ts";

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
  checkPart({ model, advanced, within: undefined, negated: false, whole: filter }, filter);
}

/** Of what a part of a filter is asked, by which kind of query, within which lambda, and whether within a `not`. */
interface Asked {
  readonly model: EntityModel;
  readonly advanced: boolean;
  readonly within: Within | undefined;
  readonly negated: boolean;
  readonly whole: Filter;
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
      checkPart({ ...asked, negated: true }, part.inner);
      return;
    case "lambda":
      checkLambda(asked, part);
      return;
    default:
      checkClause(asked, part);
  }
}

function checkClause(asked: Asked, clause: Clause): void {
  const found = locate(asked.model, clause.path, asked.within);
  if (found === undefined || isWhole(found) !== found.counts) throw unsupported(asked, clause, found);
  if (clause.kind === "compare" && clause.alone && found.property.type !== "boolean") throw notBoolean();
  if (valuesOf(clause).some(({ kind }) => kind === "path")) throw unsupported(asked, clause, found);
  if (found.property.standsAlone && clause !== asked.whole) throw unsupported(asked, clause, found);
  const capability = supportOf(asked, found, clause);
  if (capability === undefined) throw unsupported(asked, clause, found);
  demand(asked, capability, clause.kind === "compare" ? clause.operator : spelled(clause));
  if (found.counts) checkCount(asked.model, found.name, clause);
  else checkValues(asked.model, found.name, found.property, clause);
}

function supportOf(
  { negated }: Asked,
  { property, counts }: Located,
  clause: Clause,
): Capability | undefined {
  if (counts) return property.operators.count;
  if (negated && !hasNegation(property, clause)) return undefined;
  const capability = capabilityOf(property, clause);
  return clause.lowered ? lesser(capability, property.operators.toLower) : capability;
}

/** Whether it is a whole collection that a path leads to, and not one of its items. */
function isWhole({ property, steps }: Located): boolean {
  return isCollection(property) && !(steps.length === 0 && property.type === "strings");
}

function checkLambda(asked: Asked, lambda: Lambda): void {
  const { path, quantifier, variable, inner } = lambda;
  const found = locate(asked.model, path, asked.within);
  if (found === undefined || found.counts || !isWhole(found)) throw unsupported(asked, lambda, found);
  const { name, property } = found;
  if (quantifier === "all" || inner === undefined) {
    const capability = property.operators[quantifier];
    if (capability === undefined) throw unsupported(asked, lambda, found);
    demand(asked, capability, quantifier);
  }
  if (inner === undefined) return;
  if (property.together !== undefined && !namesTogether(property.together, variable, inner)) {
    throw unsupported(asked, lambda, found);
  }
  checkPart({ ...asked, within: { variable, collection: name } }, inner);
}

/** `x/issuer eq '…' and x/issuerAssignedId eq '…'`, in any order: just the parts that go together. */
function namesTogether(together: readonly string[], variable: string, inner: Filter): boolean {
  const parts = conjuncts(inner).map((term) => {
    const known = term.kind === "compare" && term.operator === "eq" && term.value.kind === "string";
    const ofItem = known && !term.lowered && term.path.length === 2 && term.path[0] === variable;
    return ofItem ? term.path[1]?.toLowerCase() : undefined;
  });
  return parts.length === together.length && together.every((part) => parts.includes(part.toLowerCase()));
}

function conjuncts(filter: Filter): readonly Filter[] {
  return filter.kind === "and" ? [...conjuncts(filter.left), filter.right] : [filter];
}

function demand({ advanced }: Asked, capability: Capability, operator: string): void {
  if (capability === "advanced" && !advanced) throw needsAdvanced(operator);
}

function spelled(clause: Exclude<Clause, { kind: "compare" }>): string {
  return clause.kind === "text" ? clause.function : clause.kind;
}

/** What stands within a lambda goes by the name of the collection. */
function unsupported(
  { model, within }: Asked,
  { path }: Clause | Lambda,
  found: Located | undefined,
): QueryRefused {
  return unsupportedClause(within?.collection ?? found?.name ?? path.join("/"), model.name);
}
