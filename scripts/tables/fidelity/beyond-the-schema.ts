import { SHOWN_ALL_THE_SAME } from "../../../packages/fake-server/src/schema/unpublished.ts";
import type { Section } from "../table.ts";

/** What the fake's answers have beside the published schema: the schema check lets pass just that. */
export const beyondTheSchema: Section = {
  title: "Shown beyond the schema",
  text: "What answers show although Microsoft's published schema of v1.0 lacks it, or has it otherwise: a documented example has it. The schema check lets pass these, and nothing else.",
  columns: ["type", "property", "shown by", "witness"],
  rows: SHOWN_ALL_THE_SAME.map(({ type, property, shownBy, source }) => [
    `\`${type}\``,
    `\`${property.split(" ")[0]}\``,
    shownBy,
    `documented: [${source.replace("https://learn.microsoft.com/", "")}](${source}), as noted`,
  ]),
};
