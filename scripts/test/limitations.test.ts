import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { evidenceIn } from "../tables/evidence.ts";
import { type Limitation, problemsOf, topics } from "../tables/limitations/index.ts";
import { testTitlesOf } from "../tables/test-titles.ts";

const evidence = evidenceIn(join(import.meta.dirname, "../.."));
const all = topics.flatMap(({ limitations }) => limitations);

/** What keeps the table from being written where the row of A1 is another one. */
function problemsWhereFirst(change: Partial<Limitation>): readonly string[] {
  const limitations = all.map((one) => (one.id === "A1" ? { ...one, ...change } : one));
  return problemsOf([{ title: "All", limitations }], evidence);
}

describe("the table of limitations", () => {
  test("has a row for every statement of the article, and names only what there is", () => {
    expect(problemsOf(topics, evidence)).toEqual([]);
    expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 16 }, (_, n) => `A${n + 1}`));
  });

  test.each<[string, Partial<Limitation>, string]>([
    ["a sentence that says nothing", { says: "" }, "`says` is empty"],
    ["no API", { api: [] }, "`api` is empty"],
    ["no rule", { rules: [] }, "`rules` is empty"],
    ["no test of the SDK", { handled: [] }, "`handled` is empty"],
    ["no test of the fake", { enforced: [] }, "`enforced` is empty"],
    [
      "a method that no client has",
      { api: [{ method: "signIn.foretell", of: "SignIn" }] },
      "the SDK has no method signIn.foretell",
    ],
    [
      "a method of nothing that a client has",
      { api: [{ method: "oracle.ask", of: "SignIn" }] },
      "the SDK has no method oracle.ask",
    ],
    [
      "something of a client that is no method",
      { api: [{ method: "signIn", of: "SignIn" }] },
      "the SDK has no method signIn",
    ],
    ["an option that no client takes", { api: [{ option: "patience" }] }, "the SDK has no option patience"],
    [
      "an export that there is not",
      { api: [{ exported: "judgeSignOut", from: "index" }] },
      "the SDK has no export judgeSignOut in index",
    ],
    [
      "an export of another entry",
      { api: [{ exported: "discoverHomes", from: "index" }] },
      "the SDK has no export discoverHomes in index",
    ],
    [
      "a file that the fake has not",
      { rules: [{ file: "sign-in/gone.ts", exported: "covers", does: "x" }] },
      "the fake has no file sign-in/gone.ts",
    ],
    [
      "a rule that its file does not export",
      { rules: [{ file: "sign-in/coverage.ts", exported: "uncovers", does: "x" }] },
      "the fake's sign-in/coverage.ts exports no uncovers",
    ],
    [
      "a rule of which nothing is said",
      { rules: [{ file: "sign-in/coverage.ts", exported: "covers", does: "" }] },
      "nothing is said of covers",
    ],
    [
      "a file of tests that there is not",
      { handled: [{ file: "sdk/test/gone.test.ts", test: "x" }] },
      "there is no file packages/sdk/test/gone.test.ts",
    ],
    [
      "a test that was renamed",
      { enforced: [{ file: "sdk/test/client.test.ts", test: "layers wrap one another" }] },
      'packages/sdk/test/client.test.ts has no test "layers wrap one another"',
    ],
    [
      "a program that its page does not show",
      { guide: "errors.md" },
      "docs/guide/errors.md does not show examples/limitation-double-mfa/main.ts",
    ],
    [
      "a program that there is not",
      { example: "limitation-none" },
      "there is no file examples/limitation-none/main.ts",
    ],
  ])("is not written with %s", (_, change, problem) => {
    expect(problemsWhereFirst(change)).toContain(`A1: ${problem}`);
  });

  test("is not written without a row, with one twice, or with one of no statement", () => {
    const [first, ...others] = all as [Limitation, ...Limitation[]];
    const problems = (limitations: readonly Limitation[]) =>
      problemsOf([{ title: "", limitations }], evidence);
    expect(problems(others)).toEqual(["A1 has no row"]);
    expect(problems([first, ...all])).toEqual(["A1 has more than one row"]);
    expect(problems([...all, { ...first, id: "A17" }])).toEqual(["A17 is no statement of the article"]);
  });
});

describe("the tests of a file", () => {
  const titlesOf = (text: string) => testTitlesOf("some.test.ts", text);

  test("are sentences, with what is described before them", () => {
    const text = `
      test("stands alone", () => {});
      describe("a guest", () => {
        it("reads", () => {});
        describe.each([1])("of kind %i", () => { test.each([[2]])("writes $n", () => {}); });
        test(\`by \${caller}\`, () => {});
      });
      test("stands alone again", () => {});
    `;
    expect(titlesOf(text)).toEqual([
      "stands alone",
      "a guest reads",
      "a guest of kind %i writes $n",
      `a guest by ${"$"}{caller}`,
      "stands alone again",
    ]);
  });

  test.each(["test.skip", "test.todo", "it.skip", "test.skipIf(true)", "describe.skip", "test.runIf(false)"])(
    "are none that do not run: %s",
    (block) => {
      const inner = block.startsWith("describe") ? 'test("b", () => {});' : "";
      expect(titlesOf(`${block}("a", () => { ${inner} });`)).toEqual([]);
    },
  );

  test("are no calls of anything else, and none whose title is no text", () => {
    expect(titlesOf('expect("a"); suite("b"); test(title, () => {}); object.test("c");')).toEqual([]);
  });
});
