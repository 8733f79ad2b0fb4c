import { type Comparable, comparable } from "./comparable.ts";
import type { Clause, Comparison, TextFunction } from "./filter.ts";
import { folded } from "./folded.ts";
import type { PropertyModel } from "./model.ts";

/** Whether a value, as it is stored, is what a clause asks for. */
export type ConditionOnValue = (value: unknown) => boolean;

export function conditionOf(clause: Clause, kind: PropertyModel["type"]): ConditionOnValue {
  switch (clause.kind) {
    case "in": {
      const values = new Set(clause.values.map(({ value }) => comparable(value, kind)));
      return (value) => values.has(comparable(value, kind));
    }
    case "text":
      return textCondition(clause.function, String(clause.value.value).toLowerCase());
    default:
      return comparison(clause.operator, comparable(clause.value.value, kind), kind);
  }
}

function textCondition(called: TextFunction, wanted: string): ConditionOnValue {
  const test =
    called === "contains" ? (text: string) => text.toLowerCase().includes(wanted) : folded[called](wanted);
  return (value) => typeof value === "string" && test(value);
}

/** Nothing is larger or smaller than null; only `ne` holds between null and a value. */
function comparison(operator: Comparison, wanted: Comparable, kind: PropertyModel["type"]): ConditionOnValue {
  switch (operator) {
    case "eq":
      return equality(wanted, kind);
    case "ne": {
      const equals = equality(wanted, kind);
      return (value) => !equals(value);
    }
    case "gt":
      return ordered(wanted, kind, (value, than) => value > than);
    case "ge":
      return ordered(wanted, kind, (value, than) => value >= than);
    case "lt":
      return ordered(wanted, kind, (value, than) => value < than);
    case "le":
      return ordered(wanted, kind, (value, than) => value <= than);
    case "has":
      return (value) => flagsOf(value).includes(String(wanted));
  }
}

function equality(wanted: Comparable, kind: PropertyModel["type"]): ConditionOnValue {
  if (typeof wanted !== "string") return (value) => comparable(value, kind) === wanted;
  const equals = folded.equals(wanted);
  return (value) => typeof value === "string" && equals(value);
}

function ordered(
  wanted: Comparable,
  kind: PropertyModel["type"],
  holds: (value: string | number, than: string | number) => boolean,
): ConditionOnValue {
  if (typeof wanted !== "string" && typeof wanted !== "number") return () => false;
  return (value) => {
    const given = comparable(value, kind);
    return typeof given === typeof wanted && holds(given as string | number, wanted);
  };
}

/** Of an enumeration that can hold several of its values: those, written with commas between them. */
function flagsOf(value: unknown): readonly string[] {
  return typeof value === "string" ? value.split(",").map((flag) => flag.trim().toLowerCase()) : [];
}
