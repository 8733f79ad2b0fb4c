import { describe, expect, test } from "vitest";
import { examples } from "./examples/index.ts";
import { departuresOf } from "./replay.ts";
import { departuresFrom, readShape } from "./shape.ts";
import { WAYS } from "./ways.ts";

const answered = examples.filter(({ departs }) => departs === undefined);
const departing = examples.flatMap((example) => (example.departs ? [{ example, ...example.departs }] : []));

describe.each(WAYS)("a documented example, asked %s,", (way) => {
  test.each(answered.map((example) => [example.says, example.source, example] as const))(
    "is answered as its page shows: %s (%s)",
    async (_, __, example) => {
      expect(await departuresOf(example, way)).toEqual([]);
    },
  );

  // One that begins to be answered as documented has no reason any more, and is to be counted.
  test.each(departing.map(({ example, because, by }) => [example.says, because, by, example] as const))(
    "is answered otherwise, and no worse than is known: %s (%s)",
    async (_, __, by, example) => {
      expect(await departuresOf(example, way)).toEqual(by);
    },
  );
});

describe("the documented examples", () => {
  test("are all different, and at least ninety are answered as documented", () => {
    expect(new Set(examples.map(({ says }) => says)).size).toBe(examples.length);
    expect(examples).toHaveLength(92);
    expect(answered.length).toBeGreaterThanOrEqual(90);
  });

  test("are read back as they were sent, but for what is named with its reason and would be missed otherwise", async () => {
    const beside = examples.flatMap((example) => {
      const { effect } = example;
      return effect && "keeps" in effect && effect.beside ? [{ ...example, effect }] : [];
    });
    expect(beside.map(({ says }) => says)).toEqual(["a custom role gets another name and other permissions"]);
    for (const example of beside) {
      const bare = { ...example, effect: { read: example.effect.read, keeps: true } as const };
      expect(await departuresOf(bare, "in this process")).toEqual([
        expect.stringMatching(/^it was not kept/),
      ]);
    }
  });

  test("that are answered without a body are seen to be done, but for a password, which nobody reads", () => {
    const unseen = examples.filter(({ status, effect }) => status === 204 && effect === undefined);
    expect(unseen.map(({ says }) => says)).toEqual(["an administrator gives a user another password"]);
  });
});

describe("the shape of a documented answer", () => {
  const shape = readShape(
    "{id, isBuiltIn flag, mail null, a|b, value [{@odata.type #user, used number, x []}]}",
  );
  const user = { "@odata.type": "#microsoft.graph.user", used: 1, x: [] };
  const answer = { id: "1", isBuiltIn: true, mail: null, b: "link", value: [user], more: 7 };

  test("fits an answer that has more, one of two names, and null anywhere", () => {
    expect(departuresFrom(shape, answer)).toEqual([]);
    expect(departuresFrom(shape, { ...answer, isBuiltIn: null, mail: "ada@contoso.example" })).toEqual([]);
    expect(departuresFrom(shape, { ...answer, value: [{ "@odata.type": "#x" }, user] })).toEqual([]);
  });

  test.each<readonly [string, object, string]>([
    ["another type", { isBuiltIn: "true" }, "isBuiltIn is no flag"],
    ["neither of two names", { b: undefined, c: "link" }, "a|b is no text"],
    ["an empty list", { value: [] }, "value is empty"],
    ["no list", { value: {} }, "value is no list"],
    [
      "an object of another type",
      { value: [{ ...user, "@odata.type": "#x" }] },
      "value[].@odata.type is no #user",
    ],
    ["a property too few in an item", { value: [{ ...user, used: "1" }] }, "value[].used is no number"],
  ])("does not fit %s", (_, change, departure) => {
    expect(departuresFrom(shape, { ...answer, ...change })).toEqual([departure]);
  });

  test("is refused where it cannot be read", () => {
    for (const text of ["{id", "{id texts}", "{id} more", ""]) expect(() => readShape(text)).toThrow();
  });
});
