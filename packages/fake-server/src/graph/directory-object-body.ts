import { type Directory, getPresent, type PresentObject } from "../directory/index.ts";
import { project, spellingOf, unknownProperty } from "../odata/index.ts";
import { type Body, badRequest, readBody } from "./body.ts";
import { entityBody, entityOf, modelIn } from "./entities.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { asShown } from "./limited.ts";
import { selectionIn } from "./selected.ts";

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

const KINDS = ["user", "group", "application", "servicePrincipal"] as const;

/** What a directory role has, and nothing else. */
const OF_ROLES = "roleTemplateId";

/** The names that a `$select` has for objects of several types: each has to be known of one. */
export function selectOfObjects(cloudId: string, $select: string): readonly string[] {
  return $select.split(",").map((written) => {
    const wanted = written.trim();
    const isOfRole = wanted.toLowerCase() === OF_ROLES.toLowerCase();
    const name = isOfRole
      ? OF_ROLES
      : KINDS.map((kind) => spellingOf(modelIn(cloudId, kind), wanted)).find(Boolean);
    if (name === undefined) throw unknownProperty(written.trim(), "directoryObject");
    return name;
  });
}

/** The same object, with the selected properties that its type has. */
export function selectedObject({ cloud }: Directory, object: PresentObject, names: readonly string[]): Body {
  const model = modelIn(cloud.id, object.kind);
  const own = names.filter((name) => Object.hasOwn(model.properties, name));
  return { "@odata.type": `#microsoft.graph.${object.kind}`, ...project(entityOf(object), own, model) };
}

/** How a request wants objects to be shown: what it selects of them, or what is shown by default. */
export function objectView(
  { directory, request }: Pick<RouteContext, "directory" | "request">,
  bodyOf = directoryObjectBody,
): { readonly names: readonly string[] | undefined; readonly show: (object: PresentObject) => Body } {
  const { $select = "" } = request.query;
  if ($select.trim() === "") return { names: undefined, show: (object) => bodyOf(directory, object) };
  const names = selectOfObjects(directory.cloud.id, $select);
  return { names, show: (object) => selectedObject(directory, object, names) };
}

/** What the context of objects of several types says of them, behind `$metadata#`. */
export function setOfObjects({ request }: Pick<RouteContext, "request">): string {
  return `directoryObjects${selectionIn(request.query.$select)}`;
}

/** The context of objects of several types. */
export function contextOfObjects({ request }: Pick<RouteContext, "request">): string {
  return `${request.origin}/${request.version}/$metadata#${setOfObjects({ request })}`;
}

/** A list of objects of several types, all of them known to the caller's instance, each as far as the token shows it. */
export function directoryObjects(
  context: Pick<RouteContext, "directory" | "access" | "caller" | "request">,
  ids: readonly string[],
  bodyOf = directoryObjectBody,
): RouteAnswer {
  const { show } = objectView(context, bodyOf);
  const value = ids.map((id) => {
    const object = getPresent(context.access.view, id);
    return asShown(show(object), context.caller, object);
  });
  return { status: 200, body: { "@odata.context": contextOfObjects(context), value } };
}
