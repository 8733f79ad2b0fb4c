import { describe, expect, test } from "vitest";
import { Chance } from "../../src/simulation/index.ts";

const draws = (chance: Chance, count: number) => Array.from({ length: count }, (_, n) => chance.at(n));

describe("chance", () => {
  test("follows from the seed alone, whenever and however often it is asked", () => {
    const chance = new Chance(42);
    expect(chance.at(7)).toBe(chance.at(7));
    expect(draws(new Chance(42), 50)).toEqual(draws(chance, 50));
    expect(draws(new Chance(43), 50)).not.toEqual(draws(chance, 50));
    expect(new Chance("42").at(0)).toBe(chance.at(0));
  });

  test("has a stream of its own under each label", () => {
    const chance = new Chance(1);
    const labels = ["lag/graph/weu-1", "lag/graph/weu-2", "route", "ids"];
    const streams = labels.map((label) => draws(chance.fork(label), 20).join());
    expect(new Set(streams).size).toBe(labels.length);
    expect(draws(chance.fork("a").fork("b"), 5)).toEqual(draws(chance.fork("a/b"), 5));
  });

  test("draws evenly, from 0 up to and without 1", () => {
    for (const seed of [1, "lag", 123_456_789]) {
      const cells = new Array<number>(100).fill(0);
      for (const draw of draws(new Chance(seed), 100_000)) {
        expect(draw).toBeGreaterThanOrEqual(0);
        expect(draw).toBeLessThan(1);
        cells[Math.floor(draw * 100)] = (cells[Math.floor(draw * 100)] ?? 0) + 1;
      }
      // Chi-square with 99 degrees of freedom: above 149 once in a thousand seeds.
      expect(cells.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)).toBeLessThan(149);
    }
  });

  test("has neighbouring draws that do not follow from one another", () => {
    const values = draws(new Chance(5), 50_000);
    const products = values.slice(1).map((value, n) => (value - 0.5) * ((values[n] ?? 0) - 0.5));
    const correlation = (products.reduce((sum, product) => sum + product, 0) / products.length) * 12;
    expect(Math.abs(correlation)).toBeLessThan(0.02);
  });

  test("draws whole numbers below a bound, each of them", () => {
    const seen = new Set(Array.from({ length: 200 }, (_, n) => new Chance(9).below(6, n)));
    expect([...seen].toSorted()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("makes GUIDs of version 4 that differ where their names do", () => {
    const chance = new Chance(3);
    const guids = Array.from({ length: 100_000 }, (_, n) => chance.guid(`user/member${n}`));
    expect(new Set(guids).size).toBe(guids.length);
    for (const guid of guids.slice(0, 1_000)) {
      expect(guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(chance.guid("x")).toBe(new Chance(3).guid("x"));
    expect(chance.guid("x")).not.toBe(new Chance(4).guid("x"));
  });
});
