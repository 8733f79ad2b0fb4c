import { type Directory, getPresent, type PresentObject } from "../directory/index.ts";
import { type Body, badRequest, readBody } from "./body.ts";
import { entityBody } from "./entities.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";

/** A reference ends in the object's id, whichever collection it goes through. */
const REFERENCE = /\/(?:directoryObjects|users|groups|servicePrincipals)(?:\/|\(')([^/')]+)(?:'\))?$/i;

/** The id in a reference to an object; `undefined` where it is none. */
function referredIn(reference: unknown): string | undefined {
  return typeof reference === "string" ? REFERENCE.exec(reference)?.[1] : undefined;
}

/** The id that a body refers to. */
export function readReference(body: unknown): string {
  const id = referredIn(readBody(body, "ReferenceCreate", {})["@odata.id"]);
  if (id === undefined) throw badRequest("Invalid URL format specified in @odata.id.");
  return id;
}

/** The ids that a body binds a new object, or a changed one, to. */
export function readBinding(body: Body, name: string, most: number): readonly string[] {
  const ids = ((body[name] ?? []) as readonly string[]).map(referredIn);
  if (ids.length > most) throw badRequest(`A resource cannot contain more than ${most} link changes.`);
  if (!ids.every((id) => id !== undefined)) throw badRequest(`Invalid URL format specified in ${name}.`);
  return ids;
}

/** An object in a list of objects of several types: it says which it is of. */
export function directoryObjectBody({ cloud }: Directory, object: PresentObject): Body {
  return { "@odata.type": `#microsoft.graph.${object.kind}`, ...entityBody(cloud.id, object) };
}

/** A list of objects of several types, all of them known to the caller's instance. */
export function directoryObjects(
  { directory, access, request }: Pick<RouteContext, "directory" | "access" | "request">,
  ids: readonly string[],
  bodyOf = directoryObjectBody,
): RouteAnswer {
  const value = ids.map((id) => bodyOf(directory, getPresent(access.view, id)));
  const context = `${request.origin}/${request.version}/$metadata#directoryObjects`;
  return { status: 200, body: { "@odata.context": context, value } };
}
