import { type Entity, type EntityModel, propertyName, readProperty } from "./model.ts";

/** The properties that a `$select` names, in its order; those read by default where there is none. */
export function readSelect(model: EntityModel, select: string | undefined): readonly string[] {
  if (select === undefined || select.trim() === "") return model.defaultSelect;
  const names = new Set(select.split(",").map((name) => propertyName(model, name.trim())));
  return [...names];
}

/** An object with the selected properties alone. Stored values are frozen, so that they can be handed out as they are. */
export function project(entity: Entity, select: readonly string[]): Record<string, unknown> {
  const projection: Record<string, unknown> = {};
  for (const property of select) projection[property] = readProperty(entity, property);
  return projection;
}
