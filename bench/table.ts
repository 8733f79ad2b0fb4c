import type { Figure } from "./rounds.ts";

/** Prints rows under their titles, the first column to the left and the others to the right. */
export function printTable(titles: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [titles, ...rows];
  const widths = titles.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  for (const row of all) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join("   ")}`.trimEnd());
  }
}

/** A median with its range: `12.3 (11.9–14.0)`. */
export function spread({ median, least, most }: Figure, digits = 0): string {
  const text = (value: number) =>
    value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${text(median)} (${text(least)}–${text(most)})`;
}

export function verdict(met: boolean, goal: string): string {
  return `${goal}: ${met ? "met" : "MISSED"}`;
}
