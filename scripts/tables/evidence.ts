import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as index from "@vestibule/sdk";
import * as graph from "@vestibule/sdk/graph";
import { parseSync } from "oxc-parser";
import { testTitlesOf } from "./test-titles.ts";

/** An entry of the SDK's package. */
export type Entry = "index" | "graph";

/** What there is, for the table's cells to be held against. Paths are relative to the root of the repository. */
export interface Evidence {
  /** Whether a client has the method, such as `invitations.create`. */
  hasMethod(name: string): boolean;
  /** Whether a client can be made with the option. */
  hasOption(name: string): boolean;
  hasExport(name: string, from: Entry): boolean;
  /** What a source file exports; `undefined` where there is none. */
  exportsOf(path: string): readonly string[] | undefined;
  /** The tests of a file as sentences; `undefined` where there is none. */
  testsOf(path: string): readonly string[] | undefined;
  /** `undefined` where there is no such file. */
  textOf(path: string): string | undefined;
}

const ENTRIES: Readonly<Record<Entry, object>> = { index, graph };
const NOWHERE: index.Transport = {
  cloud: index.clouds.public,
  send: () => Promise.reject(new Error("Nothing is sent.")),
};

/** Looks at the repository as it stands. */
export function evidenceIn(root: string): Evidence {
  const textOf = (path: string) => {
    try {
      return readFileSync(join(root, path), "utf8");
    } catch {
      return undefined;
    }
  };
  return { hasMethod, hasOption, hasExport, exportsOf, testsOf, textOf };

  function exportsOf(path: string): readonly string[] | undefined {
    const text = textOf(path);
    if (text === undefined) return undefined;
    const { staticExports } = parseSync(path, text).module;
    return staticExports.flatMap(({ entries }) => entries.flatMap(({ exportName }) => exportName.name ?? []));
  }

  function testsOf(path: string): readonly string[] | undefined {
    const text = textOf(path);
    return text === undefined ? undefined : testTitlesOf(path, text);
  }
}

function hasMethod(name: string): boolean {
  const client: unknown = index.createB2BClient({ transport: NOWHERE });
  const found = name
    .split(".")
    .reduce<unknown>((object, key) => (object as Record<string, unknown> | undefined)?.[key], client);
  return typeof found === "function";
}

/** A client refuses options that it does not know, and takes any that it does for left out. */
function hasOption(name: string): boolean {
  try {
    index.createB2BClient({ transport: NOWHERE, [name]: undefined });
    return true;
  } catch {
    return false;
  }
}

function hasExport(name: string, from: Entry): boolean {
  return Object.hasOwn(ENTRIES[from], name);
}
