import type { PresentObject, Principal } from "../directory/index.ts";
import { Refusal } from "../directory/index.ts";
import { type EntityModel, QueryRefused } from "../odata/index.ts";
import { shownAmongOthers } from "./authorization/index.ts";
import type { Body } from "./body.ts";

/** What is left of an object as it is shown where the token may not read all of it: null for the rest, and empty lists. */
export function limited(body: Body, shown: ReadonlySet<string> | undefined): Body {
  if (shown === undefined) return body;
  const entries = Object.entries(body).map(([name, value]) => {
    if (shown.has(name) || name.startsWith("@")) return [name, value];
    return [name, Array.isArray(value) ? [] : null];
  });
  return Object.fromEntries(entries);
}

/** An object in a list, as far as the caller's token shows it. */
export function asShown(body: Body, caller: Principal, object: PresentObject): Body {
  return limited(body, shownAmongOthers(caller, object));
}

/**
 * Refuses to find objects by what the token does not show of them: nobody learns so what it is. What is refused to
 * everybody is refused as it is to them.
 *
 * @param read - reads the question against what can be asked
 */
export function refuseAskingBeyond<T>(
  model: EntityModel,
  shown: ReadonlySet<string> | undefined,
  read: (model: EntityModel) => T,
): T {
  const query = read(model);
  if (shown === undefined) return query;
  const properties = Object.entries(model.properties).filter(([name]) => shown.has(name));
  try {
    read({ ...model, properties: Object.fromEntries(properties), parts: {} });
  } catch (error) {
    if (error instanceof QueryRefused) throw new Refusal({ reason: "privileges-insufficient" });
    throw error;
  }
  return query;
}
