import type { Clause, Literal } from "./filter.ts";
import { instantOf } from "./instant.ts";
import type { EntityModel, PropertyModel } from "./model.ts";
import { valuesOf } from "./names.ts";
import { incompatibleTypes, invalidInstant, type QueryRefused, unsupportedClause } from "./query-refused.ts";

/** What OData calls a property's type; a collection's is that of its items. */
const PROPERTY_TYPES: Readonly<Record<PropertyModel["type"], string>> = {
  string: "Edm.String",
  strings: "Edm.String",
  complex: "Edm.ComplexType",
  complexes: "Edm.ComplexType",
  boolean: "Edm.Boolean",
  number: "Edm.Int32",
  dateTime: "Edm.DateTimeOffset",
  guid: "Edm.Guid",
  enum: "Edm.EnumType",
};
const LITERAL_TYPES: Readonly<Record<Literal["kind"], string>> = {
  string: "Edm.String",
  boolean: "Edm.Boolean",
  dateTime: "Edm.DateTimeOffset",
  guid: "Edm.Guid",
  number: "Edm.Int32",
  enum: "Edm.EnumType",
  null: "Edm.String",
  path: "Edm.String",
};
const OPERATOR_KINDS = {
  eq: "Equal",
  ne: "NotEqual",
  gt: "GreaterThan",
  ge: "GreaterThanOrEqual",
  lt: "LessThan",
  le: "LessThanOrEqual",
  has: "Has",
} as const;

/**
 * Holds a clause's values against its property. Whether null may be asked for is a matter of capability, not of type.
 *
 * @throws QueryRefused for a value of the wrong type, a date that does not exist, or a word that is not one of the property's
 */
export function checkValues(model: EntityModel, name: string, property: PropertyModel, clause: Clause): void {
  for (const value of valuesOf(clause)) {
    if (value.kind === "null") {
      if (clause.kind === "text") throw unsupportedClause(name, model.name);
      continue;
    }
    if (!fits(property, value)) throw mismatch(typeOf(property), clause, value);
    if (isNoInstant(value)) throw invalidInstant(String(value.value));
    if (!isAllowed(property, value)) throw unsupportedClause(name, model.name);
  }
}

function isNoInstant({ kind, value }: Literal): boolean {
  return kind === "dateTime" && instantOf(value) === undefined;
}

/**
 * A collection can be asked whether it is empty, and nothing else of its size.
 *
 * @see https://learn.microsoft.com/graph/aad-advanced-queries for `$count` in a filter
 */
export function checkCount(model: EntityModel, name: string, clause: Clause): void {
  const equality = clause.kind === "compare" && (clause.operator === "eq" || clause.operator === "ne");
  if (!equality || clause.value.kind === "null") throw unsupportedClause(name, model.name);
  if (clause.value.kind !== "number") throw mismatch("Edm.Int64", clause, clause.value);
  if (clause.value.value !== 0) throw unsupportedClause(name, model.name);
}

function fits({ type, enumeration }: PropertyModel, literal: Literal): boolean {
  switch (type) {
    case "strings":
      return literal.kind === "string";
    case "guid":
      return literal.kind === "guid" || literal.kind === "string";
    case "enum":
      return (
        literal.kind === "string" ||
        (literal.kind === "enum" && literal.type.toLowerCase() === enumeration?.toLowerCase())
      );
    default:
      return literal.kind === type;
  }
}

function typeOf({ type, enumeration }: PropertyModel): string {
  return enumeration ?? PROPERTY_TYPES[type];
}

function isAllowed({ values }: PropertyModel, { value }: Literal): boolean {
  const word = String(value).toLowerCase();
  return values === undefined || values.some((allowed) => allowed.toLowerCase() === word);
}

function mismatch(property: string, clause: Clause, value: Literal): QueryRefused {
  const operator = OPERATOR_KINDS[clause.kind === "compare" ? clause.operator : "eq"];
  return incompatibleTypes(
    property,
    value.kind === "enum" ? value.type : LITERAL_TYPES[value.kind],
    operator,
  );
}
