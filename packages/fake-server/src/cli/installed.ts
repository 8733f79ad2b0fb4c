/// <reference types="node" />
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The version of a package as whoever runs in a folder finds it; `undefined` where there is none. */
export async function versionIn(folder: string, name: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(folder, "node_modules", name, "package.json"), "utf8");
    return (JSON.parse(text) as { readonly version?: string }).version;
  } catch {
    const above = dirname(folder);
    return above === folder ? undefined : versionIn(above, name);
  }
}
