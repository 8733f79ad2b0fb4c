import { type Entity, type EntityModel, isCollection, propertyName, readProperty } from "./model.ts";
import { userModel } from "./user-model.ts";

/** A client selects the same few things all the time. */
const READ = new WeakMap<EntityModel, Map<string, readonly string[]>>();
const MOST_READ = 100;

/** The properties that a `$select` names, in its order; those read by default where there is none. */
export function readSelect(model: EntityModel, select: string | undefined): readonly string[] {
  if (select === undefined || select.trim() === "") return model.defaultSelect;
  const known = READ.get(model) ?? new Map<string, readonly string[]>();
  READ.set(model, known);
  const names = known.get(select) ?? [
    ...new Set(select.split(",").map((name) => propertyName(model, name.trim()))),
  ];
  if (known.size < MOST_READ) known.set(select, names);
  return names;
}

/**
 * An object with the selected properties alone: null for one that is absent, an empty list for an absent collection.
 * What is frozen is handed out as it is, a list that is not is copied.
 */
export function project(
  entity: Entity,
  select: readonly string[],
  model: EntityModel = userModel,
): Record<string, unknown> {
  const projection: Record<string, unknown> = {};
  for (const property of select) {
    const value = readProperty(entity, property);
    if (typeof value !== "object") projection[property] = value;
    else if (value !== null) projection[property] = unshared(value);
    else if (!model.properties[property]?.leftOut) projection[property] = absent(entity, model, property);
  }
  return projection;
}

function absent(entity: Entity, model: EntityModel, property: string): null | readonly [] {
  return !(property in entity) && isList(model, property) ? [] : null;
}

function unshared(value: object): unknown {
  return Array.isArray(value) && !Object.isFrozen(value) ? value.map(copied) : value;
}

function copied(item: unknown): unknown {
  return typeof item === "object" && item !== null ? { ...item } : item;
}

function isList(model: EntityModel, name: string): boolean {
  const property = model.properties[name];
  return property !== undefined && isCollection(property);
}
