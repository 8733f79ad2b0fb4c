/** A page of `docs/generated` that is made of what the code knows. */
export interface Table {
  /** The file's name. */
  readonly file: string;
  readonly title: string;
  /** What stands above the tables, in Markdown. */
  readonly introduction: string;
  readonly sections: readonly Section[];
  /** Looks whether what the table says is so. Absent: it is made of what the code knows, and cannot be otherwise. */
  readonly problems?: () => readonly string[];
}

export interface Section {
  readonly title: string;
  readonly text?: string;
  readonly columns: readonly string[];
  /** Cells in Markdown, as many as there are columns. */
  readonly rows: readonly (readonly string[])[];
}

/** A table as a page. The same knowledge gives the same page. */
export function pageOf({ title, introduction, sections }: Table): string {
  const blocks = [
    `---\ntitle: ${title}\n---`,
    `# ${title}`,
    "<!-- Written by `npm run tables`. Do not edit. -->",
    introduction,
    ...sections.flatMap(blocksOf),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function blocksOf({ title, text, columns, rows }: Section): readonly string[] {
  const lines = [columns, columns.map(() => "---"), ...rows];
  const table = lines.map((cells) => `| ${cells.map(escaped).join(" | ")} |`).join("\n");
  return [`## ${title}`, ...(text === undefined ? [] : [text]), table];
}

/** A bar would end the cell. */
function escaped(cell: string): string {
  return cell.replaceAll("|", "\\|").replaceAll("\n", " ");
}
