import { instantOf } from "./instant.ts";
import type { PropertyModel } from "./model.ts";

/** A value made comparable: text without case, an instant as a number. */
export type Comparable = string | number | boolean | null;

export function comparable(value: unknown, kind: PropertyModel["type"]): Comparable {
  if (typeof value === "string")
    return kind === "dateTime" ? (instantOf(value) ?? null) : value.toLowerCase();
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}
