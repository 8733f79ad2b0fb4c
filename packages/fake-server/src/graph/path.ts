import { GraphError } from "./errors.ts";

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
    else segments.push(segment);
  }
  return segments;
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
