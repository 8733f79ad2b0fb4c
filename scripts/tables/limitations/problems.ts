import type { Evidence } from "../evidence.ts";
import { problemsWithTest } from "../shown.ts";
import type { Api, Limitation, Rule, Topic } from "./limitation.ts";

/** The statements of the article that are a limitation, a remedy, or point to either. */
const STATEMENTS = Array.from({ length: 16 }, (_, n) => `A${n + 1}`);

/** Why the table cannot be written: cells that are empty, or name what there is not. */
export function problemsOf(topics: readonly Topic[], evidence: Evidence): readonly string[] {
  const limitations = topics.flatMap((topic) => topic.limitations);
  return [...missingIn(limitations), ...limitations.flatMap((one) => problemsWith(one, evidence))];
}

function missingIn(limitations: readonly Limitation[]): readonly string[] {
  const ids = limitations.map(({ id }) => id);
  return [
    ...STATEMENTS.filter((id) => !ids.includes(id)).map((id) => `${id} has no row`),
    ...ids.filter((id, n) => ids.indexOf(id) !== n).map((id) => `${id} has more than one row`),
    ...ids.filter((id) => !STATEMENTS.includes(id)).map((id) => `${id} is no statement of the article`),
  ];
}

function problemsWith(limitation: Limitation, evidence: Evidence): readonly string[] {
  const { id, api, rules, handled, enforced } = limitation;
  const problems = [
    ...emptyIn(limitation),
    ...api.filter((one) => !isThere(one, evidence)).map((one) => `the SDK has no ${nameOf(one)}`),
    ...rules.flatMap((one) => problemsWithRule(one, evidence)),
    ...[...handled, ...enforced].flatMap((one) => problemsWithTest(one, evidence)),
    ...problemsWithExample(limitation, evidence),
  ];
  return problems.map((problem) => `${id}: ${problem}`);
}

function emptyIn(limitation: Limitation): readonly string[] {
  return Object.entries(limitation)
    .filter(([, cell]) => cell.length === 0)
    .map(([name]) => `\`${name}\` is empty`);
}

function isThere(api: Api, evidence: Evidence): boolean {
  if ("method" in api) return evidence.hasMethod(api.method);
  return "option" in api ? evidence.hasOption(api.option) : evidence.hasExport(api.exported, api.from);
}

function nameOf(api: Api): string {
  if ("method" in api) return `method ${api.method}`;
  return "option" in api ? `option ${api.option}` : `export ${api.exported} in ${api.from}`;
}

function problemsWithRule({ file, exported, does }: Rule, evidence: Evidence): readonly string[] {
  const found = evidence.exportsOf(`packages/fake-server/src/${file}`);
  if (found === undefined) return [`the fake has no file ${file}`];
  return [
    ...(found.includes(exported) ? [] : [`the fake's ${file} exports no ${exported}`]),
    ...(does === "" ? [`nothing is said of ${exported}`] : []),
  ];
}

/** The program, what it prints, and a page that shows both. */
function problemsWithExample({ example, guide }: Limitation, evidence: Evidence): readonly string[] {
  const page = evidence.textOf(`docs/guide/${guide}`);
  return ["main.ts", "transcript.txt"].flatMap((name) => {
    const file = `examples/${example}/${name}`;
    if (evidence.textOf(file) === undefined) return [`there is no file ${file}`];
    return page?.includes(`{@includeCode ../../${file}}`)
      ? []
      : [`docs/guide/${guide} does not show ${file}`];
  });
}
