/**
 * Writes a package's entries as few files: `node ../../scripts/bundle.ts` in its folder, with the names of entries that
 * its exports do not have. A process that loads hundreds of
 * small modules takes four times as long to start. What the entries share is in files that they share, so that it is
 * there once; what is not the package's own stays outside.
 */
import { readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { rolldown } from "rolldown";

const folder = process.cwd();
const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
};
const targets = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [] : [entry.default]));
const names = [
  ...targets.map((target) => target.replace(/^\.\/dist\/|\.js$/g, "")),
  ...process.argv.slice(2),
];

rmSync(join(folder, "dist"), { recursive: true, force: true });
const bundle = await rolldown({
  input: Object.fromEntries(names.map((name) => [name, join(folder, "src", `${name}.ts`)])),
  external: /^[^./]/,
  platform: "node",
  tsconfig: false,
});
const { output } = await bundle.write({
  dir: join(folder, "dist"),
  chunkFileNames: "chunks/[name]-[hash].js",
});
await bundle.close();
console.log(`${basename(folder)}: ${names.length} entries in ${output.length} files`);
