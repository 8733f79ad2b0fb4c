import { checks } from "./checks/index.ts";
import { SEEDS } from "./measure.ts";
import { notes } from "./notes.ts";
import { type Measured, passedOf } from "./table.ts";
import { versionOf } from "./version.ts";

/** The matrix as a page of Markdown. The same measurement gives the same page. */
export function behaviourPage(table: readonly Measured[]): string {
  return `---
title: How clients behave
---

# How clients behave when the service does not

<!-- Written by \`npm run matrix\`. Do not edit. -->

${checks.length} checks on Vestibule and, side by side, on five clients that people use for Microsoft Graph. A tick is a
check that was passed; the figure is what was measured.

${markdownTable(table)}

## How it was measured

- Every client stands at its documented defaults; nothing is tuned. Requests go through an injected \`fetch\`, or through
  the global one where a client has no option for it. What counts is what arrives there, and when.
- Behind it is a scripted service, whose answers take 20 ms. A wait is counted from the moment an answer leaves to the
  moment the next request arrives. A reset is what Node's own \`fetch\` throws: \`TypeError: fetch failed\`, caused by
  \`ECONNRESET\`.
- Time is virtual and moves only when a client has nothing else left to do. \`Math.random\` is seeded. Each check runs
  ${SEEDS.length} times with other chance and a new client; the cell shows the worst run: the shortest wait, or the most requests.
- "Some wait" is any at all. "Not before" allows for one millisecond, the grain of a timer.
- Before the first check each client has to read a user and invite a guest, with one request each.

| client | package | version |
| --- | --- | --- |
${table.map(({ column }) => `| ${column.title} | \`${column.package}\` | ${versionOf(column.package)} |`).join("\n")}

Node ${process.version}.

## Notes

${notes.map((note) => `- ${note}`).join("\n")}
`;
}

function markdownTable(table: readonly Measured[]): string {
  const rows = [
    ["", "check", ...table.map(({ column }) => column.title)],
    ["---:", "---", ...table.map(() => "---")],
    ...checks.map(({ title }, row) => [`${row + 1}`, title, ...table.map((one) => cell(one, row))]),
    ["", `**passed of ${checks.length}**`, ...table.map((one) => `**${passedOf(one)}**`)],
  ];
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function cell({ findings }: Measured, row: number): string {
  const finding = findings[row];
  return finding ? `${finding.passed ? "✓" : "✗"} ${finding.figure}` : "";
}
