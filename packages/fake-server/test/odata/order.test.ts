import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Order, Ranking, readListQuery, userModel } from "../../src/odata/index.ts";

const orderOf = (orderby: string) =>
  readListQuery(userModel, { orderby, count: "true" }, true).order as Order;

function first<T extends object>(order: Order, most: number, entities: readonly T[]): readonly T[] {
  const ranking = new Ranking<T>(order, most);
  for (const entity of entities) ranking.add(entity);
  return ranking.inOrder();
}

describe("an order", () => {
  test("is by the first property, then by the next, without case", () => {
    const people = [
      ["b", "1"],
      ["A", "1"],
      ["a", "2"],
    ].map(([displayName, userPrincipalName]) => ({ displayName, userPrincipalName }));
    const ranked = first(orderOf("displayName,userPrincipalName desc"), 3, people);
    expect(ranked.map(({ userPrincipalName }) => userPrincipalName)).toEqual(["2", "1", "1"]);
  });

  test("keeps of a list the first so many, equals as they came, as if all were sorted", () => {
    const name = fc.constantFrom(null, "", "Ada", "ada", "ADA", "Bo", "Zoë", "zoe");
    const people = fc.array(fc.record({ displayName: name, surname: name }), { maxLength: 60 });
    const terms = fc.constantFrom(
      "displayName",
      "displayName desc",
      "displayName asc, userPrincipalName desc",
    );
    fc.assert(
      fc.property(people, fc.nat({ max: 70 }), terms, (all, most, orderby) => {
        const listed = all.map(({ displayName, surname }, place) => ({
          ...{ displayName, userPrincipalName: surname },
          place,
        }));
        const key = (text: string | null) => (text === null ? "" : `x${text.toLowerCase()}`);
        const by = (a: string | null, b: string | null) => (key(a) === key(b) ? 0 : key(a) < key(b) ? -1 : 1);
        const sign = orderby.startsWith("displayName desc") ? -1 : 1;
        const sorted = listed.toSorted(
          (a, b) =>
            sign * by(a.displayName, b.displayName) ||
            (orderby.includes(",") ? by(b.userPrincipalName, a.userPrincipalName) : 0),
        );
        expect(first(orderOf(orderby), most, listed)).toEqual(sorted.slice(0, most));
      }),
      { numRuns: 2_000 },
    );
  });
});
