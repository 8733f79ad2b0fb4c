import type { Clause, Literal } from "./filter.ts";
import { instantOf } from "./instant.ts";
import type { EntityModel, PropertyModel } from "./model.ts";
import { incompatibleTypes, invalidInstant, type QueryRefused, unsupportedClause } from "./query-refused.ts";

/** What OData calls a property's type; a collection's is that of its items. */
const PROPERTY_TYPES: Readonly<Record<PropertyModel["type"], string>> = {
  string: "Edm.String",
  strings: "Edm.String",
  complexes: "Edm.String",
  boolean: "Edm.Boolean",
  dateTime: "Edm.DateTimeOffset",
  guid: "Edm.Guid",
};
const LITERAL_TYPES: Readonly<Record<Literal["kind"], string>> = {
  string: "Edm.String",
  boolean: "Edm.Boolean",
  dateTime: "Edm.DateTimeOffset",
  guid: "Edm.Guid",
  number: "Edm.Int32",
  null: "Edm.String",
};
const OPERATOR_KINDS = {
  eq: "Equal",
  ne: "NotEqual",
  gt: "GreaterThan",
  ge: "GreaterThanOrEqual",
  lt: "LessThan",
  le: "LessThanOrEqual",
} as const;

/** The values that a clause names. */
export function valuesOf(clause: Clause): readonly Literal[] {
  return clause.kind === "in" ? clause.values : [clause.value];
}

/**
 * Holds a clause's values against its property. Whether null may be asked for is a matter of capability, not of type.
 *
 * @throws QueryRefused for a value of the wrong type, a date that does not exist, or a word that is not one of the property's
 */
export function checkValues(model: EntityModel, name: string, property: PropertyModel, clause: Clause): void {
  for (const value of valuesOf(clause)) {
    if (clause.kind === "text" && value.kind !== "string") throw unsupportedClause(name, model.name);
    if (value.kind === "null") continue;
    if (!fits(property, value)) throw mismatch(PROPERTY_TYPES[property.type], clause, value);
    if (isNoInstant(value)) throw invalidInstant(String(value.value));
    if (!isAllowed(property, value)) throw unsupportedClause(name, model.name);
  }
}

function isNoInstant({ kind, value }: Literal): boolean {
  return kind === "dateTime" && instantOf(value) === undefined;
}

/** How many items a collection has can be asked for as equal to a number, or not; nothing else is documented. */
export function checkCount(model: EntityModel, name: string, clause: Clause): void {
  const equality = clause.kind === "compare" && (clause.operator === "eq" || clause.operator === "ne");
  if (!equality || clause.value.kind === "null") throw unsupportedClause(name, model.name);
  if (clause.value.kind !== "number") throw mismatch("Edm.Int64", clause, clause.value);
}

function fits({ type }: PropertyModel, { kind }: Literal): boolean {
  if (type === "strings") return kind === "string";
  return kind === type || (type === "guid" && kind === "string");
}

function isAllowed({ values }: PropertyModel, { value }: Literal): boolean {
  const word = String(value).toLowerCase();
  return values === undefined || values.some((allowed) => allowed.toLowerCase() === word);
}

function mismatch(property: string, clause: Clause, { kind }: Literal): QueryRefused {
  const operator = OPERATOR_KINDS[clause.kind === "compare" ? clause.operator : "eq"];
  return incompatibleTypes(property, LITERAL_TYPES[kind], operator);
}
