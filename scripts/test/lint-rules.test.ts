import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = join(import.meta.dirname, "../..");
const biome = join(repository, "node_modules/.bin/biome");

let root = "";

/** A tree with the repository's own configuration of the linter and nothing else in it. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "vestibule-lint-"));
  for (const path of ["biome.json", ".gitignore", "scripts/lint"])
    cpSync(join(repository, path), join(root, path), { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The names of the rules that speak up when this text stands in this file. */
function complaints(path: string, text: string): string[] {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const { stdout } = spawnSync(biome, ["lint", "--reporter=github", path], { cwd: root, encoding: "utf8" });
  rmSync(file);
  return [...stdout.matchAll(/title=([^,]+),/g)].map(([, title = ""]) => title.replace(/.*\//, ""));
}

const sdk = "packages/sdk/src/errors/planted.ts";
const fake = "packages/fake-server/src/directory/planted.ts";
const time = "packages/sdk/src/time/planted.ts";
const virtualClock = "packages/sdk/src/testing/virtual-clock.ts";

describe("clock and chance", () => {
  it.each([
    "setTimeout(done, 1)",
    "setInterval(done, 1)",
    "setImmediate(done)",
    "performance.now()",
    "crypto.randomUUID()",
    "Date.now()",
    "Date()",
    "new Date()",
    "Math.random()",
    "Math.random",
    "AbortSignal.timeout(1)",
    "globalThis.setTimeout(done, 1)",
  ])("%s is for time/ alone", (use) => {
    const text = `export const planted = (done: () => void) => [done, ${use}];\n`;
    expect(complaints(sdk, text)).toEqual([expect.stringMatching(/^(noRestrictedGlobals|plugin)$/)]);
    expect(complaints(fake, text)).not.toEqual([]);
    expect(complaints(time, text)).toEqual([]);
  });

  it("lets the SDK do arithmetic with dates, and the fake have nothing of them", () => {
    const text = `export const planted = [new Date(0), Date.parse("1970"), Date.UTC(1970)];\n`;
    expect(complaints(sdk, text)).toEqual([]);
    expect(complaints(fake, text)).toEqual(Array(3).fill("noRestrictedGlobals"));
    expect(complaints(fake, "export type Planted = Date;\n")).toEqual(["noRestrictedGlobals"]);
  });

  it("lets the virtual clock hand over to the host, and do no more than that", () => {
    expect(complaints(virtualClock, "export const planted = setImmediate;\n")).toEqual([]);
    expect(complaints(virtualClock, "export const planted = setTimeout;\n")).toEqual(["noRestrictedGlobals"]);
    expect(complaints(virtualClock, "export const planted = Date.now;\n")).toEqual(["plugin"]);
  });

  it("lets microtasks be", () => {
    expect(complaints(sdk, "export const planted = queueMicrotask;\n")).toEqual([]);
  });
});

describe("habits of the house", () => {
  const long = Array.from({ length: 251 }, (_, line) => `export const line${line} = ${line};`).join("\n");
  const knotted = `export function planted(a: number): number {
    ${"if (a > 1) { ".repeat(5)} a++; ${"}".repeat(5)}
    return a;
  }\n`;

  it.each([
    ["noDefaultExport", "export default 1;\n"],
    ["noConsole", "console.log(1);\n"],
    ["noExplicitAny", "export const planted: any = 1;\n"],
    ["noFloatingPromises", "const planted = async () => 1;\nplanted();\n"],
    ["noMisusedPromises", "const planted = async () => true;\nif (planted()) [].at(0);\n"],
    ["useImportType", `import { Planted } from "./a.ts";\nexport type Same = Planted;\n`],
    ["useImportExtensions", `export { planted } from "./planted";\n`],
    ["useConsistentTypeDefinitions", "export type Planted = { a: 1 };\n"],
    ["noExcessiveLinesPerFile", `${long}\n`],
    ["noExcessiveCognitiveComplexity", knotted],
  ])("%s speaks up", (rule, text) => {
    expect(complaints(sdk, text)).toContain(rule);
  });
});
