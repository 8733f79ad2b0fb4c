import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** One import as it is written: what for, from where, on which line. */
export interface Import {
  readonly line: number;
  /** Undefined where the text is put together at run time. */
  readonly specifier: string | undefined;
  readonly typesOnly: boolean;
}

export interface SourceFile {
  /** Relative to the root of the repository, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** What the parser stumbled over. */
  readonly broken: readonly string[];
}

interface Specifier {
  readonly importKind?: string | undefined;
  readonly exportKind?: string | undefined;
}

const isType = (kind: string | undefined) => kind === "type";

/** `import { type A }` loads nothing that is used, as `import type { A }`; `import "x"` is there for its effects. */
const areTypes = (kind: string | undefined, specifiers: readonly Specifier[]) =>
  isType(kind) ||
  (specifiers.length > 0 && specifiers.every((one) => isType(one.importKind) || isType(one.exportKind)));

/** Static imports, re-exports, dynamic imports and `import("x").T` in a type. */
function importsOf(fileName: string, text: string): Omit<SourceFile, "path"> {
  const imports: Import[] = [];
  const { program, errors } = parseSync(fileName, text);
  const add = (node: { start: number }, source: unknown, typesOnly: boolean) => {
    const value = (source as { value?: unknown }).value;
    const line = text.slice(0, node.start).split("\n").length;
    imports.push({ line, specifier: typeof value === "string" ? value : undefined, typesOnly });
  };
  new Visitor({
    ImportDeclaration: (node) =>
      add(node, node.source, areTypes(node.importKind, node.specifiers as Specifier[])),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node, node.source, areTypes(node.exportKind, node.specifiers));
    },
    ExportAllDeclaration: (node) => add(node, node.source, isType(node.exportKind)),
    ImportExpression: (node) => add(node, node.source, false),
    TSImportType: (node) => add(node, node.source, true),
  }).visit(program);
  return { imports, broken: errors.map((error) => error.message) };
}

export function readSourceFile(root: string, path: string): SourceFile {
  return { path, ...importsOf(path, readFileSync(join(root, path), "utf8")) };
}
