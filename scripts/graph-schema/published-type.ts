/** A type of Graph's, as its published schema has it. */
export interface PublishedType {
  /** The type that it derives from, without the namespace. */
  readonly base?: string;
  readonly isEntity: boolean;
  /** Whether it may have properties that it does not declare. */
  readonly isOpen: boolean;
  /** By name, in the notation of the data: `String`, `String?`, `[String]`, and `>` before a navigation. */
  readonly properties: Readonly<Record<string, string>>;
}

/** What a source says of Graph's types. Names have no namespace. */
export interface Source {
  readonly types: ReadonlyMap<string, PublishedType>;
  readonly enums: ReadonlyMap<string, PublishedEnum>;
}

export interface PublishedEnum {
  readonly members: readonly string[];
  /** Whether several may be given at once, with commas in between. */
  readonly isFlags: boolean;
}

/** The name within a notation: `>[user]?` is about `user`. */
export function typeNamedIn(notation: string): string {
  return notation.replaceAll(/[>[\]?]/g, "");
}

/** The types that have no properties; those of texts that the typings cannot tell apart are `String` there. */
export const PRIMITIVES: ReadonlySet<string> = new Set([
  ...[
    "String",
    "Boolean",
    "Int32",
    "Int64",
    "Double",
    "Guid",
    "DateTimeOffset",
    "Date",
    "Duration",
    "Untyped",
  ],
]);
