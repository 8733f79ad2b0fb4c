// The pages of docs/generated that are made of what the code knows, and the schemas of a scenario's file and a snapshot's: npm run tables
// With --check it only says which are out of date. A page that would name what there is not is never written.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { scenarioSchema, snapshotSchema } from "@vestibule/fake-server";
import { pageOf, tables } from "./tables/index.ts";

const ROOT = resolve(import.meta.dirname, "..");
const FOLDER = "docs/generated";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
await mkdir(`${ROOT}/${FOLDER}`, { recursive: true });
for (const table of tables) {
  const problems = table.problems?.() ?? [];
  for (const problem of problems) console.error(`${FOLDER}/${table.file}: ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
  else await write(`${FOLDER}/${table.file}`, pageOf(table));
}
for (const [name, schema] of Object.entries({ scenario: scenarioSchema(), snapshot: snapshotSchema() }))
  await write(`packages/fake-server/${name}.schema.json`, `${JSON.stringify(schema, undefined, 2)}\n`);

async function write(file: string, text: string): Promise<void> {
  const path = `${ROOT}/${file}`;
  if (text === (await readFile(path, "utf8").catch(() => ""))) return;
  if (values.check) {
    console.error(`${file} is out of date: npm run tables`);
    process.exitCode = 1;
  } else await writeFile(path, text);
}
