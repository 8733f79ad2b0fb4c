import { unknownProperty } from "./query-refused.ts";

/** An object as it is stored. A property that is absent counts as null. */
export type Entity = object;

/** Whether something works by default, or only as an advanced query: with `ConsistencyLevel: eventual` and `$count=true`. */
export type Capability = "default" | "advanced";

/**
 * What a property can be compared with. `order` stands for ge, gt, le and lt, `eqNull` for a comparison with null and
 * `count` for `x/$count`.
 */
export type Operator = "eq" | "ne" | "in" | "startsWith" | "endsWith" | "order" | "eqNull" | "count";

export interface PropertyModel {
  /** `strings` and `complexes` are collections. */
  readonly type: "string" | "boolean" | "dateTime" | "guid" | "strings" | "complexes";
  /** Which operators there are, and how; one that is missing never works. */
  readonly operators: Readonly<Partial<Record<Operator, Capability>>>;
  readonly orderBy?: Capability;
  /** Whether `$search` looks through its words, or at its start. Absent: not at all. */
  readonly search?: "words" | "start";
  /** The only values that a filter may name. */
  readonly values?: readonly string[];
  /** Of complexes: the parts of an item that a filter has to name, all of them and no other. */
  readonly together?: readonly string[];
}

export interface EntityModel {
  /** As error texts name it, for example `User`. */
  readonly name: string;
  readonly properties: Readonly<Record<string, PropertyModel>>;
  /** What is read where nothing is selected. */
  readonly defaultSelect: readonly string[];
}

const SPELLINGS = new WeakMap<EntityModel, ReadonlyMap<string, string>>();

/** The model's spelling of a property's name; names have no case in a query. */
export function propertyName(model: EntityModel, written: string): string {
  let spellings = SPELLINGS.get(model);
  if (spellings === undefined) {
    spellings = new Map(Object.keys(model.properties).map((name) => [name.toLowerCase(), name]));
    SPELLINGS.set(model, spellings);
  }
  const name = spellings.get(written.toLowerCase());
  if (name === undefined) throw unknownProperty(written, model.name);
  return name;
}

/** A property's value; null where it is absent. */
export function readProperty(entity: Entity, property: string): unknown {
  return (entity as Readonly<Record<string, unknown>>)[property] ?? null;
}
