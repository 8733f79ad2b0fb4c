import { jsonBreak } from "./json-break.ts";

/**
 * A value from JSON that somebody has written.
 *
 * @throws TypeError that says where it ceases to be JSON, and what would have to stand there; nothing of the text is shown,
 * since there may be a secret in it, or what a terminal would obey
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TypeError(`it is no JSON${reasonOf(text)}`, { cause });
  }
}

function reasonOf(text: string): string {
  const found = jsonBreak(text);
  if (found === undefined) return "";
  const { at, wanted } = found;
  const lines = text.slice(0, at).split("\n");
  const place = `line ${lines.length}, column ${(lines.at(-1) ?? "").length + 1}`;
  return at === text.length
    ? `: it ends at ${place}, where there has to be ${wanted}`
    : `: at ${place} there has to be ${wanted}`;
}
