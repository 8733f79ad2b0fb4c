import type { Directory } from "../directory/index.ts";
import { objectPlace } from "./entities.ts";
import type { GraphRequest } from "./exchange.ts";

/** The sets whose objects the directory behind Graph keeps, with what it calls each. */
const KINDS: Readonly<Record<string, string>> = {
  users: "User",
  groups: "Group",
  applications: "Application",
  serviceprincipals: "ServicePrincipal",
};

/** Where what has been made is to be found; `undefined` of what has no id. That other services name it by its set is assumed. */
export function placeOfNew(
  { tenantId }: Directory,
  { origin, version, path }: GraphRequest,
  body: unknown,
): string | undefined {
  const { id } = (body ?? {}) as { readonly id?: unknown };
  if (typeof id !== "string") return undefined;
  const kind = KINDS[path.slice(1).toLowerCase()];
  return kind === undefined
    ? `${origin}/${version}${path}('${id}')`
    : objectPlace(origin, tenantId, id, kind);
}
