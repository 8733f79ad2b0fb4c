import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applicationModel,
  type EntityModel,
  groupModel,
  readListQuery,
  servicePrincipalModel,
  userModel,
} from "../../src/odata/index.ts";
import type { Operator, PropertyModel } from "../../src/odata/model.ts";
import { naively } from "./naive.ts";
import { DATES, filtersOf, IDS, type Subject, word } from "./random-filters.ts";

/**
 * Everything that a model has to be asked for; what its items are asked for stands with the collection. What can only be
 * asked for together with something, or with nothing else, has tests of its own.
 */
function subjectsOf(model: EntityModel): readonly Subject[] {
  const parts = Object.entries(model.parts ?? {});
  const top = [
    ...Object.entries(model.properties),
    ...parts.filter(([path]) => !isInCollection(model, path)),
  ];
  return top
    .filter(([, { together, standsAlone }]) => together === undefined && standsAlone === undefined)
    .map(([path, property]) => {
      const inner = parts.filter(([part]) => part.startsWith(`${path}/`) && property.type === "complexes");
      const items = inner.map(([part, of]) => subjectOf(`@item${part.slice(path.length)}`, of, []));
      if (property.type !== "strings") return subjectOf(path, property, items);
      return subjectOf(
        path,
        property,
        Object.keys(property.operators).length === 0 ? [] : [subjectOf("@item", property, [])],
      );
    });
}

function isInCollection(model: EntityModel, path: string): boolean {
  return Object.entries(model.properties).some(
    ([name, { type }]) => type === "complexes" && path.startsWith(`${name}/`),
  );
}

function subjectOf(path: string, property: PropertyModel, items: readonly Subject[]): Subject {
  const ofItems: readonly string[] = items.length > 0 ? ["count", "all"] : [];
  const operators = (Object.keys(property.operators) as Operator[]).filter((operator) =>
    items.length > 0 ? ofItems.includes(operator) : operator !== "count" && operator !== "all",
  );
  const { type, values, enumeration } = property;
  return { path, type, items, values, enumeration, operators: new Set(operators) };
}

/** A value as an object has it. */
function storedValue(model: EntityModel, path: string, property: PropertyModel): fc.Arbitrary<unknown> {
  const { type, values } = property;
  if (values !== undefined) return fc.constantFrom(...values, null);
  switch (type) {
    case "boolean":
      return fc.constantFrom(true, false, null);
    case "number":
      return fc.constantFrom(0, 1, -3, 2.5, 50_053, null);
    case "dateTime":
      return fc.constantFrom(...DATES, null);
    case "guid":
      return fc.constantFrom(...IDS, null);
    case "enum":
      return fc.constantFrom("none", "atRisk", "none,atRisk", null);
    case "string":
      return fc.oneof(word, fc.constant(null));
    case "strings":
      return fc.array(word, { maxLength: 3 });
    case "complexes":
      return fc.array(objectsOf(model, `${path}/`), { maxLength: 3 });
    case "complex":
      return fc.oneof(objectsOf(model, `${path}/`), fc.constant(null));
  }
}

/** Objects that have what they have, or lack it. */
function objectsOf(model: EntityModel, below: string): fc.Arbitrary<object> {
  const all = Object.entries({ ...model.properties, ...model.parts });
  const own = all.filter(([path]) => path.startsWith(below) && !path.slice(below.length).includes("/"));
  const record = own.map(
    ([path, property]) => [path.slice(below.length), storedValue(model, path, property)] as const,
  );
  return fc.record(Object.fromEntries(record), { requiredKeys: [] });
}

/** A model that supports everything that there is, nested as deep as Graph nests. */
const ALL_OF_TEXT = [
  "eq",
  "ne",
  "in",
  "eqNull",
  "order",
  "strictOrder",
  "startsWith",
  "endsWith",
  "contains",
  "toLower",
] as const;
const ALL_OF_OTHERS = ["eq", "ne", "in", "eqNull", "order", "strictOrder"] as const;
const of = (type: PropertyModel["type"], names: readonly Operator[]): PropertyModel => ({
  type,
  operators: Object.fromEntries(names.map((name) => [name, "default"])),
});
const TEXT = of("string", ALL_OF_TEXT);
const everything: EntityModel = {
  name: "Everything",
  defaultSelect: [],
  properties: {
    text: TEXT,
    flag: of("boolean", ["eq", "ne", "in", "eqNull"]),
    number: of("number", ALL_OF_OTHERS),
    instant: of("dateTime", ALL_OF_OTHERS),
    key: of("guid", ["eq", "ne", "in", "eqNull"]),
    state: { ...of("enum", ["eq", "ne", "in", "has", "eqNull"]), enumeration: "microsoft.graph.riskState" },
    texts: of("strings", [...ALL_OF_TEXT, "count", "all"]),
    things: of("complexes", ["count", "all"]),
    thing: of("complex", []),
  },
  parts: {
    "things/name": TEXT,
    "things/size": of("number", ALL_OF_OTHERS),
    "thing/name": TEXT,
    "thing/texts": of("strings", [...ALL_OF_TEXT, "count", "all"]),
    "thing/inner": of("complex", []),
    "thing/inner/instant": of("dateTime", ALL_OF_OTHERS),
  },
};

describe.each([
  ["users", userModel, 4_000],
  ["groups", groupModel, 1_000],
  ["applications", applicationModel, 1_000],
  ["service principals", servicePrincipalModel, 500],
  ["objects that can be asked for everything", everything, 4_000],
] as const)("any filter of %s", (_, model, numRuns) => {
  test("finds those whom a plain reading finds, and no other", { timeout: 60_000 }, () => {
    const filters = filtersOf(subjectsOf(model)).filter((filter) => filter.length <= 8_192);
    const objects = fc.array(objectsOf(model, ""), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(filters, objects, (filter, all) => {
        const { matches } = readListQuery(model, { filter, count: "true" }, true);
        expect(all.map(matches)).toEqual(all.map(naively(filter)));
      }),
      { numRuns, seed: 7 },
    );
  });
});
