import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

test("the example for node:test passes, by Node alone", async () => {
  const file = join(root, "examples/testing/welcome.test.ts");
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--test", file], {
    cwd: root,
    env: { PATH: process.env.PATH ?? "" },
  });
  expect(stdout).toMatch(/pass 1\n.*fail 0/);
  expect(stderr).toBe("");
}, 30_000);
