import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type Edge, findCycles } from "./cycles.ts";
import { judgeSourceFile, type Violation } from "./rules.ts";
import { readSourceFile, type SourceFile } from "./source-file.ts";
import { type Manifest, targetOf } from "./target.ts";

export interface Verdict {
  readonly files: number;
  readonly imports: number;
  readonly violations: readonly Violation[];
}

const paths = (root: string, pattern: string) =>
  globSync(pattern, { cwd: root }).map((path) => path.split(sep).join("/"));

const manifestOf = (root: string) =>
  new Map(
    paths(root, "packages/*/package.json").map((path): [string, Manifest] => [
      path.replace("/package.json", ""),
      JSON.parse(readFileSync(join(root, path), "utf8")),
    ]),
  );

/** The imports of a file that lead to a file, for finding cycles. */
function edgesOf(file: SourceFile, manifest: Manifest): Edge[] {
  return file.imports.flatMap(({ specifier = "", line, typesOnly }) => {
    const target = targetOf(specifier, file.path, manifest);
    return "files" in target ? target.files.map((to) => ({ from: file.path, to, line, typesOnly })) : [];
  });
}

/** Holds every source file of every package below `root` to the table of floors. */
export function checkImports(root: string): Verdict {
  const manifests = manifestOf(root);
  const files = paths(root, "packages/*/src/**/*.ts")
    .sort()
    .map((path) => readSourceFile(root, path));
  const homeOf = (file: SourceFile) => manifests.get(file.path.split("/").slice(0, 2).join("/")) ?? {};
  return {
    files: files.length,
    imports: files.flatMap((file) => file.imports).length,
    violations: [
      ...files.flatMap((file) => judgeSourceFile(file, homeOf(file))),
      ...findCycles(files.flatMap((file) => edgesOf(file, homeOf(file)))),
    ],
  };
}
