import { GraphError } from "./errors.ts";

const NO_PARAMETERS = /^([A-Za-z.]+)\(\)$/;
const KEY_IN_PARENTHESES = /^([A-Za-z.]+)\((?:([A-Za-z]+)=)?'((?:[^']|'')*)'\)$/;

/**
 * Splits an encoded path into its decoded segments. `/users('ada@contoso.com')` and `/users/ada@contoso.com` are the
 * same path; a key or a parameter with a name keeps it: `/directoryRoles(roleTemplateId='x')` is
 * `/directoryRoles/roleTemplateId=x`. A function that takes none may do without its parentheses: `/users/delta()`.
 */
export function segmentsOf(path: string): readonly string[] {
  const segments: string[] = [];
  for (const part of path.split("/")) {
    if (part === "") continue;
    const segment = part.includes("%") ? decode(part) : part;
    if (segment.endsWith(")")) segments.push(...withKey(segment));
    else segments.push(segment);
  }
  return segments;
}

function withKey(segment: string): readonly string[] {
  const [, called] = NO_PARAMETERS.exec(segment) ?? [];
  if (called !== undefined) return [called];
  const keyed = KEY_IN_PARENTHESES.exec(segment);
  if (!keyed) return [segment];
  const [, set = "", name, key = ""] = keyed;
  return [set, (name === undefined ? "" : `${name}=`) + key.replaceAll("''", "'")];
}

/** The value of a segment that names its key, `roleTemplateId=x`; `undefined` where it is another's. Names have no case. */
export function parameterIn(segment: string, name: string): string | undefined {
  const [given = "", ...value] = segment.split("=");
  if (value.length === 0 || given.toLowerCase() !== name.toLowerCase()) return undefined;
  return value.join("=").replace(/^'(.*)'$/, "$1");
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
