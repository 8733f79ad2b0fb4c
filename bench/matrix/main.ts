// How clients behave when the service does not: npm run matrix
// Prints the table, and writes it to docs/generated/behaviour.md; with --check it only says whether the page is up to
// date. Fails where Vestibule does not pass every check.
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { behaviourPage } from "./behaviour-page.ts";
import type { Finding } from "./checks/index.ts";
import { measure } from "./measure.ts";
import { type Column, roster } from "./roster.ts";
import { passedOf } from "./table.ts";
import { terminalTable } from "./terminal-table.ts";

const FOLDER = resolve(import.meta.dirname, "../../docs/generated");
const PAGE = `${FOLDER}/behaviour.md`;

const { values } = parseArgs({
  options: { client: { type: "string" }, check: { type: "boolean", default: false } },
});
if (values.client === undefined) await measureAll();
else console.log(JSON.stringify(await measure(columnOf(values.client))));

async function measureAll(): Promise<void> {
  const table = await Promise.all(
    roster.map(async (column) => ({ column, findings: await inItsOwnProcess(column) })),
  );
  console.log(terminalTable(table));
  const page = behaviourPage(table);
  if (values.check) await compare(page);
  else await write(page);
  const [ours] = table;
  if (ours === undefined || passedOf(ours) < ours.findings.length) process.exitCode = 1;
}

async function write(page: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(PAGE, page);
}

async function compare(page: string): Promise<void> {
  if (page === (await readFile(PAGE, "utf8"))) return;
  console.error("docs/generated/behaviour.md is out of date: npm run matrix");
  process.exitCode = 1;
}

/** No client shares a global, or a moment, with another. */
async function inItsOwnProcess({ package: name }: Column): Promise<readonly Finding[]> {
  const args = [...process.execArgv, import.meta.filename, "--client", name];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

function columnOf(name: string): Column {
  const column = roster.find((candidate) => candidate.package === name);
  if (column === undefined) throw new Error(`no client of the matrix is called ${name}`);
  return column;
}
