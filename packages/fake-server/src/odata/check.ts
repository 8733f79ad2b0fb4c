import type { Comparison, Filter, Literal, Path } from "./filter.ts";
import { type Capability, type EntityModel, type PropertyModel, propertyName } from "./model.ts";
import { needsAdvanced, QueryRefused, unsupportedClause } from "./query-refused.ts";

/** The identities of a user can be asked for by both of these together, and in no other way. */
const IDENTITY_PARTS = ["issuer", "issuerassignedid"];

/** How many values `in` may list. */
const LONGEST_LIST = 15;

/**
 * Holds a filter against what Graph supports of each property.
 *
 * @throws QueryRefused for the first thing that it does not support
 */
export function checkFilter(model: EntityModel, filter: Filter, advanced: boolean): void {
  const check = (part: Filter): void => {
    switch (part.kind) {
      case "and":
      case "or":
        check(part.left);
        check(part.right);
        return;
      case "not":
        if (!advanced) throw needsAdvanced("not");
        check(part.inner);
        return;
      case "lambda":
        checkLambda(model, part, advanced);
        return;
      default:
        checkClause(model, part, advanced);
    }
  };
  check(filter);
}

type Clause = Extract<Filter, { kind: "compare" | "in" | "text" }>;

function checkClause(model: EntityModel, clause: Clause, advanced: boolean): void {
  const [name, property] = propertyAt(model, clause.path);
  const counts = clause.path.length === 2 && clause.path[1]?.toLowerCase() === "$count";
  if (clause.path.length > 1 && !counts) throw unsupportedClause(clause.path.join("/"), model.name);
  if (isCollection(property) !== counts) throw unsupportedClause(name, model.name);
  const capability = counts ? property.operators.count : capabilityOf(property, clause);
  demand(capability, spelled(clause), name, model, advanced);
  if (!counts) for (const value of valuesOf(clause)) checkValue(model, name, property, value);
}

function checkLambda(
  model: EntityModel,
  lambda: Extract<Filter, { kind: "lambda" }>,
  advanced: boolean,
): void {
  const [name, property] = propertyAt(model, lambda.path);
  if (
    !isCollection(property) ||
    lambda.path.length > 1 ||
    lambda.quantifier === "all" ||
    lambda.inner === undefined
  ) {
    throw unsupportedClause(name, model.name);
  }
  if (property.type === "complexes") checkIdentity(model, name, lambda.variable, lambda.inner);
  else checkItem(model, name, property, lambda.variable, lambda.inner, advanced);
}

/** `x eq '…'` and its like, on the item itself. */
function checkItem(
  model: EntityModel,
  name: string,
  property: PropertyModel,
  variable: string,
  inner: Filter,
  advanced: boolean,
): void {
  const simple = inner.kind === "compare" || inner.kind === "in" || inner.kind === "text";
  if (!simple || inner.path.length !== 1 || inner.path[0] !== variable)
    throw unsupportedClause(name, model.name);
  demand(capabilityOf(property, inner), spelled(inner), name, model, advanced);
  for (const value of valuesOf(inner)) if (value.kind !== "string") throw unsupportedClause(name, model.name);
}

/** `x/issuer eq '…' and x/issuerAssignedId eq '…'`, in either order. */
function checkIdentity(model: EntityModel, name: string, variable: string, inner: Filter): void {
  const terms = inner.kind === "and" ? [inner.left, inner.right] : [];
  const parts = terms.flatMap((term) =>
    term.kind === "compare" &&
    term.operator === "eq" &&
    term.value.kind === "string" &&
    term.path[0] === variable
      ? [term.path[1]?.toLowerCase() ?? ""]
      : [],
  );
  if (IDENTITY_PARTS.some((part) => !parts.includes(part))) throw unsupportedClause(name, model.name);
}

function propertyAt(model: EntityModel, path: Path): readonly [string, PropertyModel] {
  const name = propertyName(model, path[0] ?? "");
  return [name, model.properties[name] as PropertyModel];
}

function capabilityOf({ operators }: PropertyModel, clause: Clause): Capability | undefined {
  if (clause.kind === "in") return operators.in;
  // `contains` is not among what Graph supports of any property here.
  if (clause.kind === "text") return clause.function === "contains" ? undefined : operators[clause.function];
  if (clause.value.kind === "null") return isEquality(clause.operator) ? operators.eqNull : undefined;
  return isEquality(clause.operator) ? operators[clause.operator] : operators.order;
}

function isEquality(operator: Comparison): operator is "eq" | "ne" {
  return operator === "eq" || operator === "ne";
}

function demand(
  capability: Capability | undefined,
  operator: string,
  property: string,
  model: EntityModel,
  advanced: boolean,
): void {
  if (capability === undefined) throw unsupportedClause(property, model.name);
  if (capability === "advanced" && !advanced) throw needsAdvanced(operator);
}

function checkValue(model: EntityModel, name: string, property: PropertyModel, value: Literal): void {
  if (value.kind === "null") return;
  const fits =
    property.type === "guid"
      ? value.kind === "guid" || value.kind === "string"
      : value.kind === (property.type as Literal["kind"]);
  if (!fits) throw mismatch(name, property);
  const known = property.values?.map((allowed) => allowed.toLowerCase());
  if (known && !known.includes(String(value.value).toLowerCase())) throw unsupportedClause(name, model.name);
}

/** The wording is OData's usual one. */
function mismatch(name: string, { type }: PropertyModel): QueryRefused {
  const edm = { string: "String", boolean: "Boolean", dateTime: "DateTimeOffset", guid: "Guid" }[
    type as "string"
  ];
  return new QueryRefused("BadRequest", `A value for '${name}' is not of the expected type 'Edm.${edm}'.`);
}

function valuesOf(clause: Clause): readonly Literal[] {
  if (clause.kind !== "in") return [clause.value];
  if (clause.values.length > LONGEST_LIST) {
    throw new QueryRefused("BadRequest", `Too many values in an 'in' clause: ${LONGEST_LIST} at the most.`);
  }
  return clause.values;
}

function spelled(clause: Clause): string {
  if (clause.kind === "in") return "in";
  return clause.kind === "text" ? clause.function : clause.operator;
}

function isCollection({ type }: PropertyModel): boolean {
  return type === "strings" || type === "complexes";
}
