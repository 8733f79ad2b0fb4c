import { type DirectoryObject, getUser } from "../directory/index.ts";
import { project, userModel } from "../odata/index.ts";
import type { View } from "../replication/index.ts";
import { type Body, badRequest, readBody } from "./body.ts";

/** A reference ends in the object's id, whichever collection it goes through. */
const REFERENCE = /\/(?:directoryObjects|users|groups|servicePrincipals)(?:\/|\(')([^/')]+)(?:'\))?$/i;

/** The id in a reference to an object; `undefined` where it is none. */
export function referredIn(reference: unknown): string | undefined {
  return typeof reference === "string" ? REFERENCE.exec(reference)?.[1] : undefined;
}

/** The id that a body refers to. */
export function readReference(body: unknown): string {
  const id = referredIn(readBody(body, "ReferenceCreate", {})["@odata.id"]);
  if (id === undefined) throw badRequest("Invalid URL format specified in @odata.id.");
  return id;
}

/** An object in a list of objects of several types: it says which it is of, and groups and applications have little to show. */
export function directoryObjectBody(view: View<DirectoryObject>, id: string): Body {
  const object = view.get(id);
  if (object?.kind === "group" || object?.kind === "servicePrincipal") {
    return { "@odata.type": `#microsoft.graph.${object.kind}`, id, displayName: object.displayName };
  }
  return { "@odata.type": "#microsoft.graph.user", ...project(getUser(view, id), userModel.defaultSelect) };
}
