import type { EntityModel } from "../odata/index.ts";
import type { Profile } from "../schema/index.ts";
import { type Body, readBody, readOnly, type Shape } from "./body.ts";
import { GraphError } from "./errors.ts";

/**
 * Reads what is to be written of an object. Properties that there are, and that nobody may write, are told apart from those
 * that there are not. Annotations such as `@odata.type` are left out, but for those that the shape names.
 */
export function readWritten(
  body: unknown,
  type: string,
  shape: Shape,
  model: EntityModel,
  profile: Profile,
): Body {
  if (typeof body === "object" && body !== null) {
    for (const name of Object.keys(body)) {
      if (Object.hasOwn(model.properties, name) && !Object.hasOwn(shape, name)) {
        throw readOnly(type, name);
      }
    }
  }
  const read = readBody(body, type, shape, profile);
  return Object.fromEntries(
    Object.entries(read).filter(([name, value]) => !name.startsWith("@") && value !== undefined),
  );
}

/** What an object cannot be made without. */
export function required(property: string, resource: string): GraphError {
  const text = `A value is required for property '${property}' of resource '${resource}'.`;
  return new GraphError(400, "Request_BadRequest", text);
}
