import { placeOf } from "./place.ts";
import { publishedSchema } from "./published-schema.ts";

/** Where a path leads in one version of a cloud. */
export interface PlaceNamed {
  readonly cloudId: string;
  readonly version: string;
  /** Decoded, with keys in segments of their own. */
  readonly segments: readonly string[];
}

/** The properties that the schema has of whatever a path leads to; none where it knows no such path. */
export function propertyNamesAt({ cloudId, version, segments }: PlaceNamed): readonly string[] {
  const schema = publishedSchema(cloudId, version);
  const place = placeOf(schema, version, segments);
  return place?.kind === "resource" ? [...(schema.typeOf(place.type.name)?.properties.keys() ?? [])] : [];
}

/** Whether a type has a property at all, in any version and cloud. */
export function isPublished(type: string, name: string): boolean {
  return ["v1.0", "beta"].some((version) =>
    publishedSchema("public", version).typeOf(type)?.properties.has(name),
  );
}
