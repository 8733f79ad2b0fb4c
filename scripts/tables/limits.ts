import { type Limit, limits } from "@vestibule/sdk";
import type { Section, Table } from "./table.ts";

const all = Object.values(limits);
const enforced = all.filter(({ enforcedBy }) => enforcedBy === "service");

/** The catalogue of limits, by what they are about. */
export const limitsTable: Table = {
  file: "limits.md",
  title: "Limits of the service",
  introduction: `The limits that the catalogue of \`@vestibule/sdk\` knows: ${all.length}, of which the service enforces ${enforced.length} with an error that the SDK names. [Directory limits](../guide/directory-limits.md) tells how to go by them. The numbers are Microsoft's, and change: each has the day of its source. \`known by\` tells how an error is told for what it is: by its status, by words of Graph's that have been quoted in public, or by assumed ones, where nobody has published any; there the SDK and the fake agree on a text that the service may put otherwise.`,
  sections: [
    section("What fills up", "stock", "`limits.check` tells how much of these is used, where Graph tells."),
    section("What one request may hold", "request"),
    section("What is let through in a time", "rate"),
    {
      title: "What only stands on a page",
      text: "No request that the SDK sends is refused for these with an error of its own.",
      columns: ["limit", "value", "what", "what happens", "as of"],
      rows: all
        .filter(({ enforcedBy }) => enforcedBy === "documented-only")
        .map((limit) => [`\`${limit.id}\``, numberOf(limit), limit.unit, limit.whenReached, sourceOf(limit)]),
    },
  ],
};

function section(title: string, kind: Limit["kind"], text?: string): Section {
  return {
    title,
    ...(text !== undefined && { text }),
    columns: [
      "limit",
      "value",
      "what",
      "for each",
      "error",
      "known by",
      "what happens",
      "what to do",
      "as of",
    ],
    rows: enforced
      .filter((limit) => limit.kind === kind)
      .map((limit) => [
        `\`${limit.id}\``,
        numberOf(limit),
        limit.unit,
        limit.scope,
        `\`${limit.error}\``,
        limit.knownBy ?? "–",
        limit.whenReached,
        limit.remedies.map(({ action }) => `\`${action}\``).join(", "),
        sourceOf(limit),
      ]),
  };
}

function numberOf({ value }: Limit): string {
  return value.toLocaleString("en-US");
}

function sourceOf({ source, asOf }: Limit): string {
  return `[${asOf}](${source})`;
}
