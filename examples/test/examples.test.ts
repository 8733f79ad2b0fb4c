import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const examples = join(import.meta.dirname, "..");
/** Tells on the error output of what the fake does that Graph's published schema forbids. */
const held = ["--import", join(import.meta.dirname, "held-to-schema.ts")];
const namesBy = (file: string) => globSync(`*/${file}`, { cwd: examples }).map(dirname).sort();

/** As a reader would run it: by Node alone, against the built packages, with nothing of ours in the environment. */
const run = (name: string, ...flags: readonly string[]) =>
  promisify(execFile)(process.execPath, [...flags, join(examples, name, "main.ts")], {
    cwd: join(examples, ".."),
    env: { PATH: process.env.PATH ?? "" },
  });

describe("examples", () => {
  it("have no transcript left over", () => {
    expect(namesBy("main.ts")).toEqual(expect.arrayContaining(namesBy("transcript.txt")));
  });

  for (const name of namesBy("main.ts")) {
    it.concurrent(`${name} prints its transcript, and the same again the second time`, async ({ expect }) => {
      const [first, second] = await Promise.all([run(name), run(name, ...held)]);
      expect(first.stderr).toBe("");
      expect(second).toEqual(first);
      await expect(first.stdout).toMatchFileSnapshot(join(examples, name, "transcript.txt"));
    }, 30_000);
  }
});
