import { join } from "node:path";
import { evidenceIn } from "../evidence.ts";
import { linkToTest } from "../shown.ts";
import type { Section, Table } from "../table.ts";
import { directoryLimits } from "./directory-limits.ts";
import { doubleMfa } from "./double-mfa.ts";
import type { Api, Limitation, Rule, Topic } from "./limitation.ts";
import { nationalClouds } from "./national-clouds.ts";
import { pointers } from "./pointers.ts";
import { problemsOf } from "./problems.ts";
import { replication } from "./replication.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** In the order of the article. */
export const topics: readonly Topic[] = [doubleMfa, replication, directoryLimits, nationalClouds, pointers];

/** Each statement of the article: what handles it, what enforces it, and what shows both. */
export const limitationsTable: Table = {
  file: "limitations.md",
  title: "Coverage of the limitations",
  introduction:
    "Microsoft's article [Limitations of Azure AD B2B collaboration](https://docs.microsoft.com/en-us/azure/active-directory/external-identities/current-limitations) (2019-05-29) says sixteen things that limit whoever invites, remedy that, or point to more. Each has a row: what in the SDK handles it, which rule of the fake reproduces it, which tests show both, and the program to run. Whatever a row names is there: this page is not written where a method, a rule, a test or a program is missing. That they exist is all that is checked: whether a test shows what its row says is for a reader to see, and the tests are named so that one can. A sentence with `%s` or `$name` in it stands for several tests.",
  sections: topics.map(sectionOf),
  problems: () => problemsOf(topics, evidenceIn(ROOT)),
};

function sectionOf({ title, limitations }: Topic): Section {
  return {
    title,
    columns: [
      "id",
      "the article",
      "in the SDK",
      "in the fake",
      "tests that the SDK handles it",
      "tests that the fake enforces it",
      "to run",
    ],
    rows: limitations.map(rowOf),
  };
}

function rowOf({ id, says, api, rules, handled, enforced, example, guide }: Limitation): readonly string[] {
  return [
    id,
    says,
    api.map(linkOf).join(", "),
    lines(rules.map(sentenceOf)),
    lines(handled.map(linkToTest)),
    lines(enforced.map(linkToTest)),
    `[${example}](../../examples/${example}/main.ts), shown in [the guide](../guide/${guide})`,
  ];
}

function linkOf(api: Api): string {
  if ("method" in api) {
    const name = api.method.split(".").at(-1);
    return `{@link @vestibule/sdk!index.${api.of}.${name} ${api.method}}`;
  }
  if ("option" in api) {
    return `the option {@link @vestibule/sdk!index.B2BClientOptions.${api.option} ${api.option}}`;
  }
  return `{@link @vestibule/sdk!${api.from}.${api.exported} ${api.exported}}`;
}

function sentenceOf({ file, exported, does }: Rule): string {
  return `[${exported}](../../packages/fake-server/src/${file}): ${does}`;
}

function lines(cells: readonly string[]): string {
  return cells.join("<br>");
}
