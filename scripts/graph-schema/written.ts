import type { PublishedEnum, PublishedType } from "./published-type.ts";

const LICENCE = `Their licence is MIT, in full in \`LICENSE-msgraph-metadata\` of this package.`;

/** A file of the fake's schema: one entry a type, each a line of text. */
export function fileOf(about: string, name: string, entries: readonly (readonly [string, string])[]): string {
  const lines = entries
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([type, text]) => `  ${type}: ${JSON.stringify(text)},`);
  return [
    "/**",
    ` * ${about}`,
    " *",
    " * Made by `scripts/graph-schema.ts` from what Microsoft publishes; not to be written by hand.",
    ` * ${LICENCE}`,
    " *",
    " * @see https://github.com/microsoftgraph/msgraph-metadata",
    " */",
    `export const ${name}: Readonly<Record<string, string>> = {`,
    ...lines,
    "};",
    "",
  ].join("\n");
}

/** `open directoryObject: accountEnabled Boolean?, manager >directoryObject?` */
export function typeText({ base, properties }: PublishedType, isOpen: boolean): string {
  const head = [isOpen ? "open" : "", base ?? ""].filter(Boolean).join(" ");
  const body = Object.entries(properties).map(([name, notation]) => `${name} ${notation}`);
  return `${head}: ${body.join(", ")}`;
}

export function enumText({ members, isFlags }: PublishedEnum): string {
  return `${isFlags ? "flags" : ""}: ${members.join(", ")}`;
}
