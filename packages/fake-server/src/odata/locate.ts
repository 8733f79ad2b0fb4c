import type { Path } from "./filter.ts";
import { type EntityModel, type PropertyModel, spellingOf } from "./model.ts";

/** The lambda that a condition stands in: what its variable is called, and the collection whose items it stands for. */
export interface Within {
  readonly variable: string;
  readonly collection: string;
}

/** What a path leads to. */
export interface Located {
  /** The property's name, or the path of the part, as the model spells it. */
  readonly name: string;
  readonly property: PropertyModel;
  /** What to read, from the outside in, of the object, or of the item within a lambda; nothing for the item itself. */
  readonly steps: readonly string[];
  /** Whether it is asked how many there are: `x/$count`. */
  readonly counts: boolean;
}

/**
 * Finds what a path leads to; `undefined` where that is nothing that could be asked for. Within a lambda a path starts
 * at its variable: Graph asks an item for nothing but what is in it.
 */
export function locate(model: EntityModel, path: Path, within: Within | undefined): Located | undefined {
  const counts = path.length > 1 && path.at(-1)?.toLowerCase() === "$count";
  const names = counts ? path.slice(0, -1) : path;
  if (within === undefined) return located(model, names, 0, counts);
  if (names[0] !== within.variable) return undefined;
  const depth = within.collection.split("/").length;
  return located(model, [within.collection, ...names.slice(1)], depth, counts);
}

function located(model: EntityModel, names: Path, depth: number, counts: boolean): Located | undefined {
  const name = spellingOf(model, names.join("/"));
  if (name === undefined) return undefined;
  const property = model.properties[name] ?? model.parts?.[name];
  return property && { name, property, steps: name.split("/").slice(depth), counts };
}
