import { join } from "node:path";
import { evidenceIn } from "../evidence.ts";
import { linkToTest } from "../shown.ts";
import type { Section, Table } from "../table.ts";
import { applications } from "./applications.ts";
import { beyondTheSchema } from "./beyond-the-schema.ts";
import { changes } from "./changes.ts";
import type { Area, Claim, Source } from "./claim.ts";
import { directory } from "./directory.ts";
import { documentedExamples } from "./documented-examples.ts";
import { groups } from "./groups.ts";
import { invitations } from "./invitations.ts";
import { lists } from "./lists.ts";
import { login } from "./login.ts";
import { people } from "./people.ts";
import { policies } from "./policies.ts";
import { behaviourOfTheFake, problemsOf } from "./problems.ts";
import { properties } from "./properties.ts";
import { protocol } from "./protocol.ts";
import { queries } from "./queries.ts";
import { rights } from "./rights.ts";

const ROOT = join(import.meta.dirname, "../../..");

export const areas: readonly Area[] = [
  invitations,
  people,
  properties,
  groups,
  applications,
  rights,
  policies,
  directory,
  queries,
  lists,
  changes,
  login,
  protocol,
];

/** What the fake does as Microsoft Graph does, who says so, and which tests show it. */
export const fidelityTable: Table = {
  file: "fidelity.md",
  title: "Fidelity of the fake",
  introduction:
    "What the fake claims of Microsoft Graph, with a witness for each claim. **Documented**: the page says so; as it was read on the day that is named, or, where none is, as this project's notes on the service have it, which keep no day for each page. **Reported**: somebody has seen it. **Assumed**: no page says so, and it may be otherwise. Every operation that the fake answers and every reason for which it refuses belongs to a claim, and every claim to a test: this page is not written otherwise. A sentence with `%s` or `$name` in it stands for several tests. Nothing here was captured from a live tenant.",
  sections: [...areas.map(sectionOf), beyondTheSchema, documentedExamples],
  problems: () => {
    const evidence = evidenceIn(ROOT);
    return problemsOf(areas, behaviourOfTheFake(evidence), evidence);
  },
};

function sectionOf({ title, claims }: Area): Section {
  return { title, columns: ["the fake", "witness", "operations", "shown by"], rows: claims.map(rowOf) };
}

function rowOf({ says, source, operations, shownBy }: Claim): readonly string[] {
  return [
    says,
    witness(source),
    operations.map((operation) => `\`${operation}\``).join("<br>") || "–",
    shownBy.map(linkToTest).join("<br>"),
  ];
}

function witness(source: Source): string {
  switch (source.mark) {
    case "documented":
      return `documented: [${source.at.replace("https://learn.microsoft.com/", "")}](${source.at}), ${source.read === undefined ? "as noted" : `read on ${source.read}`}`;
    case "reported":
      return `reported: ${source.by}`;
    case "assumed":
      return `assumed: ${source.because}`;
  }
}
