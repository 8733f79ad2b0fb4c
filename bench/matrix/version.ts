import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";

/** The version of a package as it is installed here. */
export function versionOf(name: string): string {
  const file = findPackageJSON(name, import.meta.url);
  if (file === undefined) throw new Error(`${name} is not installed`);
  return JSON.parse(readFileSync(file, "utf8")).version;
}
