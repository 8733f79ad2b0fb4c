/**
 * Writes the page of a package as files that a browser reads as they are: `node ../../scripts/bundle-page.ts FOLDER`,
 * in the package's folder. The script's entry is `main.tsx` there, and the page and its styles stand beside it.
 */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

const from = join(process.cwd(), process.argv[2] ?? "");
const to = join(process.cwd(), "dist", "page");

mkdirSync(to, { recursive: true });
for (const part of ["page.html", "page.css", "views.css"]) copyFileSync(join(from, part), join(to, part));
const bundle = await rolldown({
  input: join(from, "main.tsx"),
  platform: "browser",
  tsconfig: false,
  transform: { jsx: { runtime: "automatic", importSource: "preact" } },
});
await bundle.write({ file: join(to, "page.js"), minify: true });
await bundle.close();
