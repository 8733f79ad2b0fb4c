import type { Directory } from "../directory/index.ts";
import { checkSent, type Departure, type TypeRef, writtenType } from "../schema/index.ts";
import { GraphError } from "./errors.ts";
import type { GraphRequest } from "./exchange.ts";

/**
 * Refuses a body that the schema of the cloud forbids, before any rule of the directory is asked: unknown properties, wrong
 * types, nulls where none may be, members that an enumeration does not have. That texts for wrong types come with this code
 * has been reported; they are those of the OData library that the service is built on.
 *
 * @throws GraphError with what is wrong first
 * @see https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/3202
 */
export function refuseUnfitBody(
  { cloud }: Directory,
  { method, version, body }: GraphRequest,
  segments: readonly string[],
): void {
  const [first] = checkSent({ cloudId: cloud.id, version, method, segments, sent: body });
  if (first === undefined) return;
  // The invitation service has one code for everything that it refuses.
  const code = segments[0]?.toLowerCase() === "invitations" ? "BadRequest" : "Request_BadRequest";
  throw new GraphError(400, code, textOf(first.departure, first.path));
}

function textOf(departure: Departure, path: string): string {
  const name = /([^.[\]]+)(?:\[\d+\])?$/.exec(path)?.[1] ?? "";
  switch (departure.kind) {
    case "unknown-property":
      return `The property '${departure.name}' does not exist on type 'microsoft.graph.${departure.type}'. Make sure to only use property names that are defined by the type.`;
    case "null": {
      const type = `${writtenType(departure.type)}[Nullable=False]`;
      return `A null value was found for the property named '${name}', which has the expected type '${type}'. The expected type '${type}' does not allow null values.`;
    }
    case "no-collection":
      return unexpected(name, departure.type, "StartArray");
    case "no-object":
      return unexpected(name, departure.type, "StartObject");
    case "wrong-type":
    case "no-member":
      return typeof departure.value === "object"
        ? unexpected(name, departure.type, "PrimitiveValue")
        : `Cannot convert the literal '${String(departure.value)}' to the expected type '${writtenType(departure.type)}'.`;
    case "type-missing":
      return `The type of the value of '${name}' has to be given in '@odata.type': '${writtenType(departure.type)}' is abstract.`;
    case "type-foreign":
      return `A type named '${departure.given}' could not be resolved by the model for '${writtenType(departure.type)}'.`;
    case "envelope":
      return departure.says;
  }
}

/** How OData's reader tells that it met something else than it had to; the words are near to its own. */
function unexpected(name: string, type: TypeRef, node: string): string {
  return `An unexpected node was found when reading the value of the property '${name}', of the type '${writtenType(type)}', from the JSON reader. A '${node}' node was expected.`;
}
