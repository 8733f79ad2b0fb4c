import { invalidFilter } from "./query-refused.ts";

export interface Token {
  readonly kind: "name" | "string" | "number" | "guid" | "dateTime" | "symbol" | "end";
  /** As written; of a string, what stands between its quotes. */
  readonly text: string;
  readonly position: number;
}

type Found = readonly [Token, end: number];

const BLANK = /\s*/y;
const GUID_TEXT = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
const GUID = new RegExp(`(?:guid'(${GUID_TEXT})'|(${GUID_TEXT}))(?![\\w-])`, "iy");
/** Whatever has the looks of a date; whether there is such a day, and whether its zone is there, is not for here. */
const DATE_TIME =
  /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})?)?(?![\w:.])/iy;
const NUMBER = /-?\d+(?:\.\d+)?(?![\w.])/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const SYMBOLS = "(),/:";

/** Splits a filter into its tokens; the last one is the end. */
export function tokensOf(filter: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = skipBlank(filter, 0);
  while (position < filter.length) {
    const [token, end] = tokenAt(filter, position);
    tokens.push(token);
    position = skipBlank(filter, end);
  }
  tokens.push({ kind: "end", text: "", position });
  return tokens;
}

function skipBlank(filter: string, position: number): number {
  BLANK.lastIndex = position;
  BLANK.exec(filter);
  return BLANK.lastIndex;
}

/** A GUID may start like a number, and like a name; so it is looked for before both. */
function tokenAt(filter: string, position: number): Found {
  const first = filter.charAt(position);
  if (first === "'") return stringAt(filter, position);
  if (SYMBOLS.includes(first)) return [{ kind: "symbol", text: first, position }, position + 1];
  const found =
    guidAt(filter, position) ??
    patternAt("name", NAME, filter, position) ??
    patternAt("dateTime", DATE_TIME, filter, position) ??
    patternAt("number", NUMBER, filter, position);
  if (found === undefined) throw invalidFilter("an unexpected character", position);
  return found;
}

/** Two quotes in a row stand for one. */
function stringAt(filter: string, position: number): Found {
  let quote = filter.indexOf("'", position + 1);
  while (quote !== -1 && filter.charAt(quote + 1) === "'") quote = filter.indexOf("'", quote + 2);
  if (quote === -1) throw invalidFilter("a string without an end", position);
  const text = filter.slice(position + 1, quote).replaceAll("''", "'");
  return [{ kind: "string", text, position }, quote + 1];
}

function guidAt(filter: string, position: number): Found | undefined {
  GUID.lastIndex = position;
  const found = GUID.exec(filter);
  if (found === null) return undefined;
  const text = (found[1] ?? found[2] ?? "").toLowerCase();
  return [{ kind: "guid", text, position }, GUID.lastIndex];
}

function patternAt(
  kind: Token["kind"],
  pattern: RegExp,
  filter: string,
  position: number,
): Found | undefined {
  pattern.lastIndex = position;
  const found = pattern.exec(filter);
  return found === null ? undefined : [{ kind, text: found[0], position }, pattern.lastIndex];
}
