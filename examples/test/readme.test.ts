import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const examples = globSync("examples/**/*.ts", { cwd: root, exclude: ["**/node_modules/**"] });
const sources = examples.map((file) => readFileSync(join(root, file), "utf8"));

/** The TypeScript in a page: it has to stand in an example, word for word, so that CI has seen it run. */
const blocksOf = (page: string) =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);

describe.each(["README.md", "packages/sdk/README.md", "packages/fake-server/README.md"])("%s", (page) => {
  it("shows code at all", () => {
    expect(blocksOf(page)).not.toEqual([]);
  });

  it.each(blocksOf(page))("shows only code that stands in an example: %s", (code) => {
    expect(sources.some((source) => source.includes(code))).toBe(true);
  });
});
