import type { TypeRef } from "./type-ref.ts";
import { writtenType } from "./type-ref.ts";

/** How something departs from what is published. */
export type Departure =
  | { readonly kind: "unknown-property"; readonly name: string; readonly type: string }
  | { readonly kind: "null"; readonly type: TypeRef }
  | { readonly kind: "no-collection"; readonly type: TypeRef }
  | { readonly kind: "no-object"; readonly type: TypeRef }
  | { readonly kind: "wrong-type"; readonly type: TypeRef; readonly value: unknown }
  | { readonly kind: "no-member"; readonly type: TypeRef; readonly value: string }
  | { readonly kind: "type-missing"; readonly type: TypeRef }
  | { readonly kind: "type-foreign"; readonly type: TypeRef; readonly given: string }
  | { readonly kind: "envelope"; readonly says: string };

/** A place in a body, and what is wrong there. */
export interface Violation {
  /** For example `value[0].id`; empty for the body as a whole. */
  readonly path: string;
  readonly departure: Departure;
}

/** What the schema says of it. */
export function wordingOf(departure: Departure): string {
  switch (departure.kind) {
    case "unknown-property":
      return `microsoft.graph.${departure.type} has no property '${departure.name}'`;
    case "null":
      return `${writtenType(departure.type)} is not nullable here`;
    case "no-collection":
      return `${writtenType(departure.type)} is a collection`;
    case "no-object":
      return `${writtenType(departure.type)} is an object`;
    case "wrong-type":
      return `${JSON.stringify(departure.value)} is no ${writtenType(departure.type)}`;
    case "no-member":
      return `${writtenType(departure.type)} has no member '${departure.value}'`;
    case "type-missing":
      return `an object in the place of ${writtenType(departure.type)} has to say its type in @odata.type`;
    case "type-foreign":
      return `'${departure.given}' is no type that derives from ${writtenType(departure.type)}`;
    case "envelope":
      return departure.says;
  }
}
