import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkImports } from "../imports/check.ts";

type Files = Record<string, string>;

/** A small house of two packages in which every import is allowed. */
const clean: Files = {
  "packages/sdk/package.json": JSON.stringify({
    imports: {
      "#compile": { node: { source: "./src/schemas/compile.ts", default: "./dist/schemas/compile.js" } },
    },
    exports: { ".": { source: "./src/index.ts" } },
  }),
  "packages/sdk/src/wire/index.ts": `export { type Request, send } from "./send.ts";`,
  "packages/sdk/src/wire/send.ts": `import type { Response } from "./response.ts"; export const send = 1;`,
  "packages/sdk/src/wire/response.ts": `import type { Request } from "./send.ts";`,
  "packages/sdk/src/time/index.ts": `export const now = 0;`,
  "packages/sdk/src/clouds/index.ts": `import type { Request } from "../wire/index.ts"; export const clouds = [];`,
  "packages/sdk/src/schemas/index.ts": `import { compile } from "#compile"; export { compile };`,
  "packages/sdk/src/schemas/compile.ts": `import * as z from "zod/mini"; export const compile = z;`,
  "packages/sdk/src/errors/index.ts": `import { send } from "../wire/index.ts"; export const failed = send;`,
  "packages/sdk/src/middleware/index.ts": `import { failed } from "../errors/index.ts"; export const retry = failed;`,
  "packages/sdk/src/resources/index.ts": `export const guests = 1;`,
  "packages/sdk/src/client.ts": `import { retry } from "./middleware/index.ts"; export const client = retry;`,
  "packages/sdk/src/graph/index.ts": `import ky from "ky"; export const transport = () => import("./lazy.ts");`,
  "packages/sdk/src/graph/lazy.ts": `export const lazy = 1;`,
  "packages/sdk/src/index.ts": `export { client } from "./client.ts";`,
  "packages/fake-server/src/simulation/index.ts": `import type { now } from "@vestibule/sdk/time";`,
  "packages/fake-server/src/directory/index.ts": `export const directory = 1;`,
  "packages/fake-server/src/sign-in/index.ts": `export const signIn = 1;`,
  "packages/fake-server/src/doors/listen.ts": `import { createServer } from "node:http";`,
  "packages/fake-server/src/index.ts": `export { directory } from "./directory/index.ts";`,
};

let root = "";

const write = (files: Files) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
};

/** The clean house with one file more, or one file otherwise. */
const planted = (path: string, text: string) => {
  write({ [path]: text });
  return checkImports(root).violations;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "vestibule-imports-"));
  write(clean);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the import check", () => {
  it("finds nothing in a clean house", () => {
    expect(checkImports(root)).toMatchObject({ files: Object.keys(clean).length - 1, violations: [] });
  });

  it.each([
    [
      "an import from a higher floor",
      "packages/sdk/src/errors/up.ts",
      `import "../middleware/index.ts";`,
      "floors",
    ],
    [
      "an import from the same floor",
      "packages/sdk/src/limits/x.ts",
      `import "../preflight/index.ts";`,
      "floors",
    ],
    [
      "a resource that knows a middleware",
      "packages/sdk/src/resources/x.ts",
      `import "../middleware/index.ts";`,
      "floors",
    ],
    [
      "a transport that knows a resource",
      "packages/sdk/src/graph/x.ts",
      `import "../resources/index.ts";`,
      "floors",
    ],
    [
      "a value between rooms of the ground",
      "packages/sdk/src/time/x.ts",
      `import { send } from "../wire/index.ts";`,
      "floors",
    ],
    [
      "a cloud's value in testing",
      "packages/sdk/src/testing/x.ts",
      `export * from "../clouds/index.ts";`,
      "floors",
    ],
    ["an upward type", "packages/sdk/src/wire/x.ts", `type E = import("../errors/index.ts").E;`, "floors"],
    [
      "the directory that asks sign-in",
      "packages/fake-server/src/directory/x.ts",
      `import "../sign-in/index.ts";`,
      "floors",
    ],
    ["a folder without a floor", "packages/sdk/src/utils/x.ts", "", "floors"],
    ["a package without a table", "packages/other/src/x.ts", "", "floors"],
    [
      "a way past an index",
      "packages/sdk/src/errors/x.ts",
      `import { send } from "../wire/send.ts";`,
      "index",
    ],
    [
      "the sdk that knows the fake",
      "packages/sdk/src/index.ts",
      `import "@vestibule/fake-server";`,
      "packages",
    ],
    [
      "the sdk's way into the fake's files",
      "packages/sdk/src/client.ts",
      `import "../../fake-server/src/index.ts";`,
      "packages",
    ],
    [
      "the fake that takes the sdk's root",
      "packages/fake-server/src/doors/x.ts",
      `import "@vestibule/sdk";`,
      "packages",
    ],
    ["ky outside of graph", "packages/sdk/src/resources/x.ts", `import ky from "ky";`, "third-party"],
    ["all of zod", "packages/sdk/src/schemas/x.ts", `import * as z from "zod";`, "third-party"],
    ["tsyringe, loaded late", "packages/sdk/src/client.ts", `await import("tsyringe");`, "third-party"],
    ["Node in the sdk's root", "packages/sdk/src/index.ts", `export * from "node:fs";`, "third-party"],
    [
      "Node in a door of the fake that needs none",
      "packages/fake-server/src/doors/fetch.ts",
      `import "node:http";`,
      "third-party",
    ],
    ["a name put together at run time", "packages/sdk/src/graph/x.ts", `import("./" + name);`, "readable"],
    ["a #name that leads nowhere", "packages/sdk/src/schemas/x.ts", `import "#nowhere";`, "readable"],
    ["a file that cannot be parsed", "packages/sdk/src/wire/x.ts", "import {", "readable"],
  ])("names %s", (_, path, text, rule) => {
    expect(planted(path, text)).toEqual([expect.objectContaining({ file: path, line: 1, rule })]);
  });

  it("names a cycle, once, with the way round", () => {
    const [violation, ...others] = planted("packages/sdk/src/graph/lazy.ts", `\nimport "./index.ts";`);
    expect(others).toEqual([]);
    expect(violation).toMatchObject({ file: "packages/sdk/src/graph/index.ts", line: 1, rule: "cycle" });
    expect(violation?.what).toContain("-> packages/sdk/src/graph/lazy.ts -> packages/sdk/src/graph/index.ts");
  });

  it("names a cycle of types between folders", () => {
    const path = "packages/sdk/src/wire/send.ts";
    const violations = planted(path, `import type { C } from "../clouds/index.ts"; export const send = 1;`);
    expect(violations).toEqual([expect.objectContaining({ rule: "cycle" })]);
  });

  it("ends with exit code 1 and a line for each violation, or with 0 and one line of counts", () => {
    const run = () => spawnSync(process.execPath, ["scripts/check-imports.ts", root], { encoding: "utf8" });
    expect(run()).toMatchObject({
      status: 0,
      stderr: "",
      stdout: expect.stringMatching(/^imports: \d+ in \d+ files, .*\n$/),
    });

    write({ "packages/sdk/src/wire/x.ts": `\n\nimport ky from "ky";` });
    expect(run()).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "packages/sdk/src/wire/x.ts:3  wire/x.ts may not load ky  [third-party]\n",
    });
  });
});
