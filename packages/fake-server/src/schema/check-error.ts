import type { Violation } from "./violation.ts";

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Holds a refusal against Graph's error envelope.
 *
 * @see https://learn.microsoft.com/graph/errors
 */
export function checkError(body: unknown): readonly Violation[] {
  if (!isObject(body) || !isObject(body.error))
    return [at("error", "a refusal has an error, with a code and a message")];
  const strangers = Object.keys(body).filter((name) => name !== "error");
  return [
    ...strangers.map((name) => at(name, "a refusal has nothing beside its error")),
    ...checkDetail(body.error),
  ];
}

function checkDetail(error: Json): readonly Violation[] {
  return ["code", "message", ...Object.keys(error)].flatMap((name) => checkPart(name, error[name]));
}

function checkPart(name: string, value: unknown): readonly Violation[] {
  const path = `error.${name}`;
  switch (name) {
    case "code":
    case "message":
    case "target":
      return typeof value === "string" ? [] : [at(path, "it is a text")];
    case "details":
      return Array.isArray(value) ? [] : [at(path, "it is a collection")];
    case "innerError":
    case "innererror":
      return checkInner(value, path);
    default:
      return [at(path, "an error has no such property")];
  }
}

function checkInner(inner: unknown, path: string): readonly Violation[] {
  if (!isObject(inner)) return [at(path, "it is an object")];
  const wrong: Violation[] = [];
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(String(inner.date)))
    wrong.push(at(`${path}.date`, "it is a date and time without a zone"));
  if (!GUID.test(String(inner["request-id"]))) wrong.push(at(`${path}.request-id`, "it is a GUID"));
  // A refusal for too many requests is documented without.
  const clientRequestId = inner["client-request-id"] ?? "";
  if (typeof clientRequestId !== "string") wrong.push(at(`${path}.client-request-id`, "it is a text"));
  return wrong;
}

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function at(path: string, says: string): Violation {
  return { path, departure: { kind: "envelope", says } };
}
