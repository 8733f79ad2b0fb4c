import { posix } from "node:path";

/** The part of a package.json that says where a name leads. */
export interface Manifest {
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly exports?: Readonly<Record<string, unknown>>;
}

/** Where an import leads: to files of this repository, or to something named. */
export type Target = { readonly files: readonly string[] } | { readonly name: string };

/** `./src/...` wherever it stands among the conditions of an entry. */
export function sourcesIn(entry: unknown): string[] {
  if (typeof entry === "string") return entry.startsWith("./src/") ? [entry] : [];
  return Object.values(entry ?? {}).flatMap(sourcesIn);
}

/** Follows relative paths and the package's own `#names`; leaves every other name as it is. */
export function targetOf(specifier: string, importer: string, manifest: Manifest): Target {
  if (specifier.startsWith(".")) return { files: [posix.join(posix.dirname(importer), specifier)] };
  if (!specifier.startsWith("#")) return { name: specifier };
  const home = importer.split("/").slice(0, 2).join("/");
  return { files: sourcesIn(manifest.imports?.[specifier]).map((file) => posix.join(home, file)) };
}
