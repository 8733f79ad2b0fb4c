import { placeOf } from "./place.ts";
import type { PublishedSchema } from "./published-schema.ts";
import { readProperties, readType, type TypeRef } from "./type-ref.ts";
import { NAMED_IN_CONTEXTS } from "./unpublished.ts";

/** What an `@odata.context` says that the answer is. */
export interface ContextUrl {
  readonly type: TypeRef;
  /** Whether it is one item of the set. */
  readonly isEntity: boolean;
  /** The properties that were selected; `undefined` where none were. */
  readonly selected: readonly string[] | undefined;
}

const NAMED = readProperties(NAMED_IN_CONTEXTS);
const SUFFIX = /\/\$(entity|delta)$/;
/** A list of names at the end; a key stands in quotes. */
const SELECTION = /\((?!')((?:[^()]|\([^()]*\))*)\)$/;
const SEGMENT = /^([^(]+)(?:\('(.*)'\))?$/;

/**
 * Reads what follows `$metadata#`.
 *
 * @returns `undefined` where the schema knows nothing of the kind
 */
export function readContextUrl(
  schema: PublishedSchema,
  version: string,
  fragment: string,
): ContextUrl | undefined {
  const bare = typeNamed(fragment);
  if (bare) return { type: bare, isEntity: false, selected: undefined };
  const isEntity = fragment.endsWith("/$entity");
  const set = fragment.replace(SUFFIX, "");
  const selection = SELECTION.exec(set)?.[1];
  const name = set.replace(SELECTION, "");
  const segments = name.split("/").flatMap(withKey);
  const place = placeOf(schema, version, segments);
  const named = NAMED.get(name) ?? typeNamed(name) ?? (place?.kind === "resource" ? place.type : undefined);
  if (named === undefined) return undefined;
  // What stands with parentheses is expanded, and no selection.
  const selected = selection?.split(/,(?![^(]*\))/).filter((name) => !name.includes("("));
  return { type: named, isEntity, selected: selected?.length === 0 ? undefined : selected };
}

/** `Edm.Boolean`, `Collection(Edm.String)`, `microsoft.graph.tenantInformation`. */
function typeNamed(fragment: string): TypeRef | undefined {
  const [, isCollection, name] = /^(Collection\()?(?:Edm|microsoft\.graph)\.(\w+)\)?$/.exec(fragment) ?? [];
  if (name === undefined) return undefined;
  return readType(isCollection === undefined ? name : `[${name}]`);
}

function withKey(segment: string): readonly string[] {
  const [, name = segment, key] = SEGMENT.exec(segment) ?? [];
  return key === undefined ? [name] : [name, key];
}
