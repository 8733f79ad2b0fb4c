import { type Body, badRequest } from "./body.ts";

/**
 * What a `$select` leaves of an object of a small set, in its order; the properties that are read by default where there
 * is none. Names have no case.
 *
 * @param type - as error texts name it, for example `domain`
 */
export function selected(
  all: Body,
  type: string,
  $select: string | undefined,
  byDefault: readonly string[] = Object.keys(all),
): Body {
  const wanted = namesIn($select);
  const names = wanted.length === 0 ? byDefault : wanted.map((name) => spelt(all, type, name));
  return Object.fromEntries(names.filter((name) => name in all).map((name) => [name, all[name]]));
}

/** What the context of an answer says of a selection. */
export function selectionIn($select: string | undefined): string {
  const names = namesIn($select);
  return names.length === 0 ? "" : `(${names.join(",")})`;
}

/** The names that a `$select` has; none where there is none. */
export function namesIn($select: string | undefined): readonly string[] {
  if ($select === undefined || $select === "") return [];
  const names = $select.split(",").map((name) => name.trim());
  return names.includes("") ? names.filter((name) => name !== "") : names;
}

function spelt(all: Body, type: string, name: string): string {
  const found = Object.keys(all).find((known) => known.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  throw badRequest(`Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`);
}
