import { checks } from "./checks/index.ts";
import { type Measured, passedOf } from "./table.ts";

/** The matrix as lines of text; a cross marks what did not pass. */
export function terminalTable(table: readonly Measured[]): string {
  const rows = [
    ["", "", ...table.map(({ column }) => column.title)],
    ...checks.map(({ title }, row) => [`${row + 1}`, plain(title), ...table.map((one) => cell(one, row))]),
    ["", `passed of ${checks.length}`, ...table.map((one) => `${passedOf(one)}`)],
  ];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((text, at) => text.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function plain(markdown: string): string {
  return markdown.replaceAll("`", "");
}

function cell({ findings }: Measured, row: number): string {
  const finding = findings[row];
  return finding ? `${finding.passed ? "✓" : "✗"} ${finding.figure}` : "";
}
