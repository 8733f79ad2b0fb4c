// The pages of docs/generated that are made of what the code knows: npm run tables
// With --check it only says which are out of date. A page that would name what there is not is never written.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { pageOf, tables } from "./tables/index.ts";

const FOLDER = resolve(import.meta.dirname, "../docs/generated");

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
await mkdir(FOLDER, { recursive: true });
for (const table of tables) {
  const problems = table.problems?.() ?? [];
  if (problems.length > 0) {
    for (const problem of problems) console.error(`docs/generated/${table.file}: ${problem}`);
    process.exitCode = 1;
    continue;
  }
  const path = `${FOLDER}/${table.file}`;
  const page = pageOf(table);
  if (page === (await readFile(path, "utf8").catch(() => ""))) continue;
  if (values.check) {
    console.error(`docs/generated/${table.file} is out of date: npm run tables`);
    process.exitCode = 1;
  } else await writeFile(path, page);
}
