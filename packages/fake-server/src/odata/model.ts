import { noProperty } from "./navigations.ts";

/** An object as it is stored. A property that is absent counts as null. */
export type Entity = object;

/** Whether something works by default, or only as an advanced query: with `ConsistencyLevel: eventual` and `$count=true`. */
export type Capability = "default" | "advanced";

/**
 * What a property can be asked. `order` stands for ge and le, `strictOrder` for gt and lt, `eqNull` for eq and ne with
 * null, `toLower` for standing within `tolower(…)`. Of collections, `count` stands for `x/$count`, `all` for `x/all(…)`
 * and `any` for `x/any()`; whatever else they have is asked of their items, within `x/any(…)`.
 */
export type Operator =
  | ("eq" | "ne" | "in" | "has" | "eqNull" | "order" | "strictOrder")
  | ("startsWith" | "endsWith" | "contains" | "toLower")
  | ("count" | "all" | "any");

export interface PropertyModel {
  /** `strings` and `complexes` are collections. */
  readonly type:
    | ("string" | "boolean" | "number" | "dateTime" | "guid" | "enum")
    | ("complex" | "strings" | "complexes");
  /** Which operators there are, and how; one that is missing never works. */
  readonly operators: Readonly<Partial<Record<Operator, Capability>>>;
  readonly orderBy?: Capability;
  /** Whether `$search` looks through its words, or at its start. Absent: not at all. */
  readonly search?: "words" | "start";
  /** The only values that a filter may name. */
  readonly values?: readonly string[];
  /** Of an enumeration: its type's name, `microsoft.graph.riskState`. */
  readonly enumeration?: string;
  /** Whether a filter that names it takes nothing else. */
  readonly standsAlone?: true;
  /** Whether an answer leaves it out where there is none, and does not show null. */
  readonly leftOut?: true;
  /** Of complexes: the parts of an item that a filter has to name, all of them and no other. */
  readonly together?: readonly string[];
}

/** What an object says of its type by, where a list has several. */
export const TYPE = "@odata.type";

export interface EntityModel {
  /** As error texts name it, for example `User`. */
  readonly name: string;
  readonly properties: Readonly<Record<string, PropertyModel>>;
  /** What can be asked of the parts of a property, or of those of its items, by path: `assignedPlans/service`. */
  readonly parts?: Readonly<Record<string, PropertyModel>>;
  /** What is read where nothing is selected. */
  readonly defaultSelect: readonly string[];
}

const SPELLINGS = new WeakMap<EntityModel, ReadonlyMap<string, string>>();

/** The model's spelling of a property's name, or of the path of a part; names have no case in a query. */
export function spellingOf(model: EntityModel, written: string): string | undefined {
  let spellings = SPELLINGS.get(model);
  if (spellings === undefined) {
    const names = [...Object.keys(model.properties), ...Object.keys(model.parts ?? {})];
    spellings = new Map(
      names.flatMap((name) => [name, name.toLowerCase()].map((key) => [key, name] as const)),
    );
    SPELLINGS.set(model, spellings);
  }
  // Nearly everybody writes names as the model does.
  return spellings.get(written) ?? spellings.get(written.toLowerCase());
}

/** The model's spelling of a name that has to be a property's. */
export function propertyName(model: EntityModel, written: string): string {
  const name = spellingOf(model, written);
  if (name === undefined || !Object.hasOwn(model.properties, name)) throw noProperty(written, model.name);
  return name;
}

/** A property's value; null where it is absent. */
export function readProperty(entity: Entity, property: string): unknown {
  return (entity as Readonly<Record<string, unknown>>)[property] ?? null;
}

export function isCollection({ type }: PropertyModel): boolean {
  return type === "strings" || type === "complexes";
}
