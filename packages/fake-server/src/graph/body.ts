import { isPublished, type Profile } from "../schema/index.ts";
import { GraphError } from "./errors.ts";
import { MALFORMED } from "./exchange.ts";

/** The JSON types that a property may have. A trailing `?` allows null. */
export type PropertyType =
  | "string"
  | "string?"
  | "boolean"
  | "boolean?"
  | "strings"
  | "object"
  | "object?"
  | "objects";

export type Shape = Readonly<Record<string, PropertyType>>;

/** A body whose properties are known and of the right type. */
export type Body = Readonly<Record<string, unknown>>;

const EDM: Readonly<Record<string, string>> = {
  string: "Edm.String",
  boolean: "Edm.Boolean",
  strings: "Collection(Edm.String)",
};

/**
 * Reads a request's body against the properties of its type. The texts are OData's usual ones; what Graph says word for
 * word is not documented.
 *
 * @param profile - where a cloud may lack some of the properties; to it they are as unknown as any other
 */
export function readBody(body: unknown, type: string, shape: Shape, profile?: Profile): Body {
  const read = objectOf(body);
  for (const [name, value] of Object.entries(read)) {
    if (name.startsWith("@") || value === undefined) continue;
    checkProperty(name, value, type, profile?.has(type, name) === false ? {} : shape, profile);
  }
  return read;
}

function objectOf(body: unknown): Body {
  if (body === MALFORMED) {
    throw badRequest(
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    );
  }
  if (body === undefined || body === null) throw badRequest("Empty Payload. JSON content expected.");
  if (!isObject(body)) throw badRequest("A JSON object is expected as the request payload.");
  return body;
}

function checkProperty(name: string, value: unknown, type: string, shape: Shape, profile?: Profile): void {
  const expected = Object.hasOwn(shape, name) ? shape[name] : undefined;
  if (expected === undefined && isPublished(type, name) && profile?.has(type, name) !== false) {
    throw readOnly(type, name);
  }
  if (expected === undefined) {
    throw badRequest(
      `The property '${name}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`,
    );
  }
  if (hasType(value, expected)) return;
  const edm = EDM[expected.replace("?", "")] ?? "the type of the property";
  throw badRequest(`Cannot convert the value of property '${name}' to the expected type '${edm}'.`);
}

/** For a property that there is, and that nobody may write. The invitation service has one code for everything. */
export function readOnly(type: string, name: string): GraphError {
  const code = type === "invitation" ? "BadRequest" : "Request_BadRequest";
  return new GraphError(400, code, `Property '${name}' is read-only and cannot be set.`);
}

export function badRequest(message: string): GraphError {
  return new GraphError(400, "BadRequest", message);
}

function hasType(value: unknown, expected: PropertyType): boolean {
  switch (expected) {
    case "strings":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
    case "objects":
      return Array.isArray(value) && value.every(isObject);
    case "object":
      return isObject(value);
    case "object?":
      return value === null || isObject(value);
    case "string?":
    case "boolean?":
      return value === null || typeof value === expected.slice(0, -1);
    default:
      return typeof value === expected;
  }
}

function isObject(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
