import type { PublishedEnum, PublishedType, Source } from "./published-type.ts";

const BLOCK = /^export interface (\w+)(?: extends (\w+))? \{(?:\}|\n([\s\S]*?)^\})/gm;
const ALIAS = /^export type (\w+) =\s*((?:\|?\s*"[^"]*"\s*)+);/gm;
const MEMBER = /^ {4}(?:"([^"]+)"|(\w+))\?: ([^;]+);/gm;
const PRIMITIVES: Readonly<Record<string, string>> = {
  string: "String",
  boolean: "Boolean",
  number: "Double",
  any: "Untyped",
};

/** Reads Microsoft's typings of Graph, made of the same CSDL: they have every type, and do not tell formats of texts apart. */
export function readTypings(text: string): Source {
  const [graph = ""] = text.replaceAll("\r\n", "\n").split(/^export namespace /m);
  const enums = new Map<string, PublishedEnum>();
  for (const [, name = "", members = ""] of graph.matchAll(ALIAS)) {
    enums.set(camel(name), {
      members: [...members.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? ""),
      isFlags: false,
    });
  }
  const blocks = [...graph.matchAll(BLOCK)].map(([, name = "", base, body = ""]) => ({
    name: camel(name),
    base: base && camel(base),
    body,
  }));
  const bases = new Map(blocks.map(({ name, base }) => [name, base]));
  const isEntity = (name: string | undefined): boolean =>
    name !== undefined && (name === "entity" || isEntity(bases.get(name)));
  const types = new Map<string, PublishedType>();
  for (const { name, base, body } of blocks) {
    types.set(name, {
      ...(base !== undefined && { base }),
      isEntity: isEntity(name),
      isOpen: false,
      properties: propertiesIn(body, isEntity),
    });
  }
  return { types, enums };
}

function propertiesIn(body: string, isEntity: (name: string) => boolean): PublishedType["properties"] {
  return Object.fromEntries(
    [...body.matchAll(MEMBER)].map(([, quoted, plain, type = ""]) => {
      const [, nullable] = /^NullableOption<(.+)>$/.exec(type) ?? [];
      const whole = nullable ?? type;
      const item = whole.replace(/\[\]$/, "");
      const name = PRIMITIVES[item] ?? camel(item);
      const arrow = isEntity(name) ? ">" : "";
      // A collection is never null itself, whatever the typings say.
      const notation = item === whole ? `${name}${nullable === undefined ? "" : "?"}` : `[${name}]`;
      return [quoted ?? plain ?? "", `${arrow}${notation}`];
    }),
  );
}

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
