import { describe, expect, test } from "vitest";
import { pageOf, tables } from "../tables/index.ts";

describe("a generated table", () => {
  test.each(tables)("$file is one page of Markdown, and says that nobody edits it", (table) => {
    const page = pageOf(table);
    expect(table.file).toMatch(/^[a-z-]+\.md$/);
    expect(page).toMatch(/^---\ntitle: .+\n---\n\n# /);
    expect(page).toContain("`npm run tables`. Do not edit.");
    for (const { columns, rows } of table.sections) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(columns.length);
      expect([columns, ...rows].flat()).not.toContain("");
    }
  });

  test("keeps a bar or a new line within its cell", () => {
    const section = { title: "S", columns: ["a"], rows: [["x|y\nz"]] };
    const page = pageOf({ file: "t.md", title: "T", introduction: "I", sections: [section] });
    expect(page.split("\n").at(-2)).toBe("| x\\|y z |");
  });
});
