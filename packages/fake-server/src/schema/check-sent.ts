import { ValueCheck } from "./check-value.ts";
import { type Place, placeOf } from "./place.ts";
import { type PublishedSchema, publishedSchema } from "./published-schema.ts";
import type { Property } from "./type-ref.ts";
import type { Violation } from "./violation.ts";

/** What is sent where. */
export interface SentBody {
  readonly cloudId: string;
  readonly version: string;
  readonly method: string;
  /** Decoded, with keys in segments of their own. */
  readonly segments: readonly string[];
  readonly sent: unknown;
}

const WITH_BODY = new Set(["POST", "PATCH", "PUT"]);
const REFERENCE: ReadonlyMap<string, Property> = new Map();

/** What the schema forbids of a request's body; nothing where it knows no such path, or nothing was sent. */
export function checkSent({ cloudId, version, method, segments, sent }: SentBody): readonly Violation[] {
  if (!WITH_BODY.has(method) || !isObject(sent)) return [];
  const schema = publishedSchema(cloudId, version);
  const place = placeOf(schema, version, segments);
  return place === undefined ? [] : checkAt(schema, place, sent);
}

function checkAt(schema: PublishedSchema, place: Place, sent: object): readonly Violation[] {
  const check = new ValueCheck(schema, "in");
  switch (place.kind) {
    case "resource":
      return check.check(sent, { ...place.type, isCollection: false }, "");
    case "operation":
      return check.checkParameters(sent, place.operation.parameters, place.operation.name);
    case "reference":
      return check.checkParameters(sent, REFERENCE, "ReferenceCreate");
    case "count":
      return [];
  }
}

/** Other bodies are refused before anything is asked of them. */
function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
