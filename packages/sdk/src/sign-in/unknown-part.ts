import type { ConditionalAccessPolicy } from "../schemas/index.ts";
import type { Known } from "./known.ts";

/** What a policy is called in a text. */
export function nameOf({ displayName, id }: Pick<ConditionalAccessPolicy, "displayName" | "id">): string {
  return JSON.stringify(displayName ?? id);
}

/**
 * True where a part of a policy sets nothing but what is judged here. Else what of it would have to be known: a condition
 * that nobody here has heard of is never taken for one that holds, nor for one that does not.
 */
export function setsOnly(judged: readonly string[], part: object, policy: ConditionalAccessPolicy): Known {
  const others = propertiesBeside(judged, part);
  if (others.length === 0) return true;
  return whether(others, policy);
}

/** What would have to be known of conditions of which nobody here can tell whether they hold. */
export function whether(conditions: readonly string[], policy: ConditionalAccessPolicy): readonly string[] {
  return conditions.map((name) => `whether the condition ${name} of the policy ${nameOf(policy)} holds`);
}

/** The properties that are set, beside these. Annotations are none. */
export function propertiesBeside(judged: readonly string[], part: object): readonly string[] {
  return Object.entries<unknown>({ ...part }).flatMap(([name, value]) =>
    judged.includes(name) || name.includes("@") || isEmpty(value) ? [] : [name],
  );
}

/** Graph shows a condition that is not set as null, or with nothing in it. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.values<unknown>({ ...value }).every(isEmpty);
}
