import type { SchemaViolation } from "./check-exchange.ts";

/**
 * Holds the envelope of a batch's answer against what is documented; each part of it is an exchange of its own.
 *
 * @see https://learn.microsoft.com/graph/json-batching
 */
export function checkBatch(cloud: string, answered: unknown): readonly SchemaViolation[] {
  const at = (path: string, says: string): SchemaViolation => ({
    request: "POST /$batch",
    cloud,
    side: "response",
    path,
    says,
  });
  const { responses, ...rest } = (answered ?? {}) as Json;
  const strangers = Object.keys(rest).map((name) => at(name, "a batch answers with its responses alone"));
  if (!Array.isArray(responses)) return [...strangers, at("responses", "it is a collection")];
  return [
    ...strangers,
    ...responses.flatMap((one: unknown, place) =>
      checkPart((one ?? {}) as Json).map((name) => at(`responses[${place}].${name}`, "it has another type")),
    ),
  ];
}

type Json = Readonly<Record<string, unknown>>;

const PART: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => typeof value === "string",
  status: Number.isInteger,
  headers: (value) =>
    value === undefined || Object.values(value as Json).every((one) => typeof one === "string"),
  body: () => true,
};

/** The names of what is wrong with a part. */
function checkPart(part: Json): readonly string[] {
  const names = new Set([...Object.keys(PART), ...Object.keys(part)]);
  return [...names].filter((name) => PART[name]?.(part[name]) !== true);
}
