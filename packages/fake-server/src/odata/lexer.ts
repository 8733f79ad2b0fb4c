import { invalidFilter } from "./query-refused.ts";

export interface Token {
  readonly kind: "name" | "string" | "number" | "guid" | "dateTime" | "symbol" | "end";
  /** As written; of a string, what stands between its quotes. */
  readonly text: string;
  readonly position: number;
}

const BLANK = /\s*/y;
const STRING = /'((?:[^']|'')*)'/y;
const GUID_TEXT = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
const GUID = new RegExp(`(?:guid'(${GUID_TEXT})'|(${GUID_TEXT}))(?![\\w-])`, "iy");
const DATE_TIME =
  /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2}))?(?![\w:])/iy;
const NUMBER = /-?\d+(?:\.\d+)?(?![\w.])/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const SYMBOL = /[(),/:]/y;

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
  return match(BLANK, filter, position)?.end ?? position;
}

/** A GUID may start like a number, and like a name; so it is looked for first. */
function tokenAt(filter: string, position: number): readonly [Token, end: number] {
  const guid = match(GUID, filter, position);
  if (guid)
    return [
      { kind: "guid", text: (guid.groups[0] ?? guid.groups[1] ?? "").toLowerCase(), position },
      guid.end,
    ];
  const string = match(STRING, filter, position);
  if (string)
    return [{ kind: "string", text: (string.groups[0] ?? "").replaceAll("''", "'"), position }, string.end];
  for (const [kind, pattern] of [
    ["dateTime", DATE_TIME],
    ["number", NUMBER],
    ["name", NAME],
    ["symbol", SYMBOL],
  ] as const) {
    const found = match(pattern, filter, position);
    if (found) return [{ kind, text: found.text, position }, found.end];
  }
  throw invalidFilter("an unexpected character", position);
}

function match(pattern: RegExp, filter: string, position: number) {
  pattern.lastIndex = position;
  const found = pattern.exec(filter);
  return found ? { text: found[0], groups: found.slice(1), end: pattern.lastIndex } : undefined;
}
