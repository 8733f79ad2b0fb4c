import { isPrimitive } from "./primitives.ts";
import type { Enumeration, PublishedSchema, StructuredType } from "./published-schema.ts";
import type { Property, TypeRef } from "./type-ref.ts";
import type { Departure, Violation } from "./violation.ts";

type Json = Readonly<Record<string, unknown>>;

/** Which way a body goes. What comes in may be spelt in other cases, and bind to what is there. */
export type Direction = "in" | "out";

const EXTENSION = /^(?:extension_[\da-f]{32}|ext[a-z\d]{8})_./i;
const ANNOTATION = /^[\w.]*@(?:odata|microsoft\.graph)\.[\w.]+$/;
const BINDING = /^(\w+)@odata\.bind$/;
/** What a list of changes says of itself. */
const CHANGE = /^(?:@removed|\w+@delta)$/;
const NAMESPACE = "#microsoft.graph.";

/** Types of which no object is: each is one of a type that derives from it. */
const ABSTRACT = new Set(["directoryObject", "namedLocation", "ipRange", "conditionalAccessExternalTenants"]);

/** Holds JSON values against the types of a schema. */
export class ValueCheck {
  readonly #schema: PublishedSchema;
  readonly #direction: Direction;

  constructor(schema: PublishedSchema, direction: Direction) {
    this.#schema = schema;
    this.#direction = direction;
  }

  /** All that departs from the type; nothing where nothing does. */
  check(value: unknown, type: TypeRef, path: string): readonly Violation[] {
    if (!type.isCollection) return this.#checkOne(value, type, path);
    if (!Array.isArray(value)) return [at(path, { kind: "no-collection", type })];
    const item = { ...type, isCollection: false };
    return value.flatMap((one: unknown, place) => this.#checkOne(one, item, `${path}[${place}]`));
  }

  /** The parameters of an action, by name. */
  checkParameters(
    body: object,
    parameters: ReadonlyMap<string, Property>,
    action: string,
  ): readonly Violation[] {
    const type: StructuredType = { name: action, base: undefined, isOpen: false, properties: parameters };
    return Object.entries(body).flatMap(([name, one]) =>
      one === undefined ? [] : this.#checkProperty(name, one, type, name),
    );
  }

  #checkOne(value: unknown, type: TypeRef, path: string): readonly Violation[] {
    if (value === null) return type.isNullable ? [] : [at(path, { kind: "null", type })];
    const isPrimitiveOfIt = isPrimitive(type.name, value);
    if (isPrimitiveOfIt !== undefined) {
      return isPrimitiveOfIt ? [] : [at(path, { kind: "wrong-type", type, value })];
    }
    if (this.#schema.enumOf(type.name)) return this.#checkMember(value, type, path);
    if (!isObject(value)) return [at(path, { kind: "no-object", type })];
    return this.#checkObject(value, type, path);
  }

  #checkMember(value: unknown, type: TypeRef, path: string): readonly Violation[] {
    if (typeof value !== "string") return [at(path, { kind: "wrong-type", type, value })];
    const { members, folded, isFlags } = this.#schema.enumOf(type.name) as Enumeration;
    const given = isFlags ? value.split(",").map((one) => one.trim()) : [value];
    const isKnown = (one: string) =>
      this.#direction === "in" ? folded.has(one.toLowerCase()) : members.has(one);
    return given.every(isKnown) ? [] : [at(path, { kind: "no-member", type, value })];
  }

  #checkObject(value: Json, type: TypeRef, path: string): readonly Violation[] {
    const given = value["@odata.type"];
    const actual = given === undefined ? this.#typeByDefault(type, value) : this.#derived(given, type);
    if (actual === "type-missing") return [at(path, { kind: "type-missing", type })];
    if (actual === "type-foreign") return [at(path, { kind: "type-foreign", type, given: String(given) })];
    return Object.entries(value).flatMap(([name, one]) =>
      one === undefined ? [] : this.#checkProperty(name, one, actual, path === "" ? name : `${path}.${name}`),
    );
  }

  #typeByDefault({ name }: TypeRef, value: Json): StructuredType | "type-missing" {
    // Who binds to an object, and what is gone, is told by the id alone.
    const isNamedAlone = this.#direction === "in" ? name === "directoryObject" : "@removed" in value;
    if (ABSTRACT.has(name) && !isNamedAlone) return "type-missing";
    return this.#schema.typeOf(name) ?? "type-missing";
  }

  #derived(given: unknown, { name }: TypeRef): StructuredType | "type-foreign" {
    if (typeof given !== "string" || !given.startsWith(NAMESPACE)) return "type-foreign";
    const short = given.slice(NAMESPACE.length);
    return (this.#schema.derives(short, name) && this.#schema.typeOf(short)) || "type-foreign";
  }

  #checkProperty(name: string, value: unknown, type: StructuredType, path: string): readonly Violation[] {
    const property = type.properties.get(name);
    if (property) return this.check(value, property, path);
    const bound = BINDING.exec(name)?.[1];
    if (bound !== undefined) return checkBinding(type.properties.get(bound), value, bound, type, path);
    const isAllowed =
      ANNOTATION.test(name) ||
      (this.#direction === "out" && CHANGE.test(name)) ||
      (type.isOpen && (type.properties.size === 0 || EXTENSION.test(name)));
    return isAllowed ? [] : [at(path, { kind: "unknown-property", name, type: type.name })];
  }
}

function checkBinding(
  property: Property | undefined,
  value: unknown,
  name: string,
  type: StructuredType,
  path: string,
): readonly Violation[] {
  if (!property?.isNavigation) return [at(path, { kind: "unknown-property", name, type: type.name })];
  const { isCollection } = property;
  const text: TypeRef = { name: "String", isCollection, isNullable: false };
  if (isCollection && !Array.isArray(value)) return [at(path, { kind: "no-collection", type: text })];
  const all = isCollection ? (value as readonly unknown[]) : [value];
  return all.flatMap((one) =>
    typeof one === "string" ? [] : [at(path, { kind: "wrong-type", type: text, value: one })],
  );
}

function at(path: string, departure: Departure): Violation {
  return { path, departure };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
