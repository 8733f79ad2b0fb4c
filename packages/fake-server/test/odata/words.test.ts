import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginningWords, wordsOf } from "../../src/odata/words.ts";

/** Every kind of character, of Latin and beyond it: with a case and without, with a case that depends on where it stands. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aBcDxYß ªµÿÀé12½-'_ "), maxLength: 14 }),
  fc.string({ unit: fc.constantFrom(..."aB1 éΣσςİıǅ日\u0301😀ŁŒ"), maxLength: 10 }),
  fc.string({ unit: "binary", maxLength: 10 }),
);

describe("words", () => {
  test("end at a space, where capitals begin, and where letters, digits and other characters meet", () => {
    expect(wordsOf("HolaMundo prod-2x ABCdef")).toEqual(["hola", "mundo", "prod", "2", "x", "abcdef"]);
  });

  test("are found by their beginnings, in any text whatever as among the words that it is taken apart into", () => {
    const sought = fc.tuple(text, fc.nat({ max: 5 })).map(([from, length]) => from.slice(0, length + 1));
    let found = 0;
    fc.assert(
      fc.property(text, fc.oneof(sought, text), fc.boolean(), (within, some, isPart) => {
        const words = wordsOf(isPart ? within.slice(0, 1 + (some.length % 5)) : some);
        const present = wordsOf(within);
        const expected = words.every((word) => present.some((one) => one.startsWith(word)));
        expect([within, words, beginningWords(words)(within)]).toEqual([within, words, expected]);
        if (expected && words.length > 0) found++;
      }),
      { numRuns: 20_000, seed: 3 },
    );
    expect(found).toBeGreaterThan(2_000);
  });
});
