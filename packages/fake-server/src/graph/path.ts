import { GraphError } from "./errors.ts";

/** `/applications(appId='…')`: another key than the id, which is kept by its name. */
const OTHER_KEY = /^([A-Za-z]+)\((appId)='([^']*)'\)$/i;
const KEY_IN_PARENTHESES = /^([A-Za-z.]+)\('((?:[^']|'')*)'\)$/;

/**
 * Splits an encoded path into its decoded segments. `/users('ada@contoso.com')` and `/users/ada@contoso.com` are the
 * same path.
 */
export function segmentsOf(path: string): readonly string[] {
  const segments: string[] = [];
  for (const part of path.split("/")) {
    if (part === "") continue;
    const segment = part.includes("%") ? decode(part) : part;
    const keyed = segment.endsWith(")") ? KEY_IN_PARENTHESES.exec(segment) : null;
    if (keyed) segments.push(keyed[1] ?? "", (keyed[2] ?? "").replaceAll("''", "'"));
    else segments.push(...otherKey(segment));
  }
  return segments;
}

function otherKey(segment: string): readonly string[] {
  const [, collection, name, value] = (segment.endsWith(")") && OTHER_KEY.exec(segment)) || [];
  return collection === undefined ? [segment] : [collection, `${name}=${value}`];
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new GraphError(
      400,
      "BadRequest",
      "The request URI is not valid: an escape sequence in it is malformed.",
    );
  }
}
