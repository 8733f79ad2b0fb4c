import type { PublishedEnum, PublishedType, Source } from "./published-type.ts";

/** JSON Schema, as far as the trimmed schema uses it. */
interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly "x-navigation"?: boolean;
  readonly "x-flags"?: readonly string[];
  readonly "x-odata"?: {
    readonly kind: "EntityType" | "ComplexType";
    readonly open?: boolean;
    readonly omittedNavigation?: readonly string[];
  };
}

/** By how a pattern starts. */
const PATTERNS = [
  ["^[0-9a-fA-F]{8}", "Guid"],
  ["^\\d{4}-\\d\\d-\\d\\dT", "DateTimeOffset"],
  ["^\\d{4}-\\d\\d-\\d\\d$", "Date"],
  ["^-?P", "Duration"],
] as const;

/** Reads the schema that was trimmed from the service's own CSDL: exact on nulls and formats, silent on what it left out. */
export function readTrimmedCsdl(text: string): Source {
  const { $defs } = JSON.parse(text) as { readonly $defs: Readonly<Record<string, JsonSchema>> };
  const types = new Map<string, PublishedType>();
  const enums = new Map<string, PublishedEnum>();
  for (const [name, schema] of Object.entries($defs)) {
    const { "x-odata": odata, "x-flags": flags } = schema;
    if (odata) types.set(name, typeOf(schema, odata));
    const members = flags ?? schema.enum;
    if (members) enums.set(name, { members, isFlags: flags !== undefined });
  }
  return { types, enums };
}

function typeOf({ properties = {} }: JsonSchema, odata: NonNullable<JsonSchema["x-odata"]>): PublishedType {
  const declared = Object.entries(properties).filter(([name]) => !name.startsWith("@"));
  return {
    isEntity: odata.kind === "EntityType",
    isOpen: odata.open === true,
    properties: {
      ...Object.fromEntries(declared.map(([name, schema]) => [name, notationOf(schema)])),
      ...Object.fromEntries((odata.omittedNavigation ?? []).map((name) => [name, ">Untyped?"])),
    },
  };
}

function notationOf(schema: JsonSchema): string {
  const arrow = schema["x-navigation"] ? ">" : "";
  if (schema.items) return `${arrow}[${notationOf(schema.items)}]`;
  const options = schema.anyOf ?? [schema];
  const isNullable = options.some(
    ({ type }) => type === "null" || (Array.isArray(type) && type.includes("null")),
  );
  const [named, ...others] = options.filter(({ type }) => type !== "null");
  const name =
    others.length > 0 || named?.anyOf ? "" : (named?.$ref?.replace("#/$defs/", "") ?? primitiveOf(named));
  return `${arrow}${name === "directoryObject.any" ? "directoryObject" : name}${isNullable ? "?" : ""}`;
}

function primitiveOf({ type, pattern, maximum }: JsonSchema = {}): string {
  const kind = Array.isArray(type) ? type.find((one) => one !== "null") : type;
  switch (kind) {
    case "string":
      return PATTERNS.find(([start]) => pattern?.startsWith(start))?.[1] ?? "String";
    case "boolean":
      return "Boolean";
    case "integer":
      return maximum === undefined ? "Int64" : "Int32";
    case "number":
      return "Double";
    default:
      return "Untyped";
  }
}
