import { CONTAINER } from "./container.ts";
import { OPERATIONS, type Operation } from "./operations.ts";
import type { PublishedSchema } from "./published-schema.ts";
import type { Property, TypeRef } from "./type-ref.ts";

/** What a path leads to. */
export type Place =
  | { readonly kind: "resource"; readonly type: TypeRef; readonly isEntity: boolean; readonly isKeyed?: true }
  | { readonly kind: "operation"; readonly operation: Operation; readonly of: TypeRef }
  | { readonly kind: "count" }
  | { readonly kind: "reference"; readonly to: TypeRef };

const NAMESPACE = "microsoft.graph.";

/**
 * Follows a path through the model, as OData does: sets and singletons, keys, navigations, casts, operations.
 *
 * @param segments - decoded, with keys in segments of their own
 * @returns `undefined` where the schema knows no such path
 */
export function placeOf(
  schema: PublishedSchema,
  version: string,
  segments: readonly string[],
): Place | undefined {
  const [root = "", ...rest] = segments;
  const type = propertyNamed(CONTAINER, root);
  let place: Place | undefined = type && { kind: "resource", type, isEntity: true };
  for (const segment of rest) {
    if (place === undefined) return undefined;
    place = step(schema, version, place, segment);
  }
  return place;
}

function step(schema: PublishedSchema, version: string, place: Place, segment: string): Place | undefined {
  // The parameters of a function have a segment of their own.
  if (place.kind === "operation") return segment.includes("=") ? place : undefined;
  if (place.kind !== "resource" || !place.isEntity) return undefined;
  const { type } = place;
  const name = segment.replace(/\(\)$/, "");
  if (name === "$count") return type.isCollection ? { kind: "count" } : undefined;
  if (name === "$ref") return { kind: "reference", to: type };
  const operation = operationNamed(schema, version, type, name);
  if (operation) return { kind: "operation", operation, of: type };
  if (name.startsWith(NAMESPACE)) return castTo(schema, type, name.slice(NAMESPACE.length));
  return type.isCollection ? itemOf(type) : memberOf(schema, type, name);
}

function itemOf(type: TypeRef): Place {
  return { kind: "resource", type: { ...type, isCollection: false }, isEntity: true, isKeyed: true };
}

function memberOf(schema: PublishedSchema, { name: type }: TypeRef, name: string): Place | undefined {
  const property = propertyNamed(schema.typeOf(type)?.properties ?? new Map<string, Property>(), name);
  return property && { kind: "resource", type: property, isEntity: property.isNavigation };
}

function castTo(schema: PublishedSchema, type: TypeRef, name: string): Place | undefined {
  if (!schema.derives(name, type.name)) return undefined;
  return { kind: "resource", type: { ...type, name }, isEntity: true };
}

function operationNamed(
  schema: PublishedSchema,
  version: string,
  type: TypeRef,
  segment: string,
): Operation | undefined {
  const name = segment.replace(NAMESPACE, "").toLowerCase();
  return OPERATIONS.find(
    (one) =>
      one.name.toLowerCase() === name &&
      one.of.isCollection === type.isCollection &&
      (one.only ?? version) === version &&
      schema.derives(type.name, one.of.name),
  );
}

function propertyNamed<T>(properties: ReadonlyMap<string, T>, name: string): T | undefined {
  const exact = properties.get(name);
  if (exact !== undefined) return exact;
  const found = [...properties].find(([known]) => known.toLowerCase() === name.toLowerCase());
  return found?.[1];
}
