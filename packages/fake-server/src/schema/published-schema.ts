import { profileOf } from "./profile.ts";
import { BETA_ENUMS, BETA_TYPES } from "./published/beta.ts";
import { COMPLEX_TYPES } from "./published/complex-types.ts";
import { ENTITY_TYPES } from "./published/entity-types.ts";
import { ENUMS } from "./published/enums.ts";
import { type Property, readProperties } from "./type-ref.ts";
import { SERVED_IN_BETA, SHOWN_ALL_THE_SAME, TYPES_OF_UNPUBLISHED } from "./unpublished.ts";

export interface StructuredType {
  readonly name: string;
  readonly base: string | undefined;
  /** Whether it may have properties that it does not declare: extensions. */
  readonly isOpen: boolean;
  /** Those of its bases too. */
  readonly properties: ReadonlyMap<string, Property>;
}

export interface Enumeration {
  readonly members: ReadonlySet<string>;
  /** The members in lower case, as whoever asks may spell them. */
  readonly folded: ReadonlySet<string>;
  /** Whether several may be given at once, with commas in between. */
  readonly isFlags: boolean;
}

/** What is published of one version of the API in one cloud. Names have no namespace. */
export interface PublishedSchema {
  typeOf(name: string): StructuredType | undefined;
  enumOf(name: string): Enumeration | undefined;
  /** Whether a type is another one, or derives from it. */
  derives(name: string, from: string): boolean;
}

const SCHEMAS = new Map<string, PublishedSchema>();

/** The schema of `v1.0` or `beta` in the cloud with this id. */
export function publishedSchema(cloudId: string, version: string): PublishedSchema {
  const key = `${cloudId}/${version}`;
  let schema = SCHEMAS.get(key);
  if (schema === undefined) {
    schema = read(cloudId, version === "beta");
    SCHEMAS.set(key, schema);
  }
  return schema;
}

function read(cloudId: string, isBeta: boolean): PublishedSchema {
  const texts: Readonly<Record<string, string>> = {
    ...TYPES_OF_UNPUBLISHED,
    ...ENTITY_TYPES,
    ...COMPLEX_TYPES,
    ...(isBeta && { ...BETA_TYPES, ...SERVED_IN_BETA }),
  };
  const enums: Readonly<Record<string, string>> = { ...ENUMS, ...(isBeta && BETA_ENUMS) };
  const profile = profileOf(cloudId);
  const types = new Map<string, StructuredType>();
  const enumerations = new Map<string, Enumeration>();

  function typeOf(name: string): StructuredType | undefined {
    const known = types.get(name);
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (known !== undefined || text === undefined) return known;
    const [head = "", body = ""] = text.split(/: ?/);
    const base = head.replace(/^open ?/, "") || undefined;
    const inherited = base === undefined ? undefined : typeOf(base)?.properties;
    const properties = [...(inherited ?? []), ...readProperties(body), ...shownAllTheSame(name)];
    const type = {
      name,
      base,
      isOpen: head.startsWith("open"),
      properties: new Map(properties.filter(([property]) => profile.has(name, property))),
    };
    types.set(name, type);
    return type;
  }

  return {
    typeOf,
    enumOf(name) {
      const text = Object.hasOwn(enums, name) ? enums[name] : undefined;
      if (text === undefined) return undefined;
      const [head, members = ""] = text.split(": ");
      const names = members.split(", ");
      const enumeration = enumerations.get(name) ?? {
        members: new Set(names),
        folded: new Set(names.map((one) => one.toLowerCase())),
        isFlags: head === "flags",
      };
      enumerations.set(name, enumeration);
      return enumeration;
    },
    derives(name, from) {
      for (let one: string | undefined = name; one !== undefined; one = typeOf(one)?.base) {
        if (one === from) return true;
      }
      return false;
    },
  };
}

function shownAllTheSame(name: string): ReadonlyMap<string, Property> {
  const properties = SHOWN_ALL_THE_SAME.filter(({ type }) => type === name).map(({ property }) => property);
  return readProperties(properties.join(", "));
}
