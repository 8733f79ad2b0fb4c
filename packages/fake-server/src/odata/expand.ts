import { QueryRefused } from "./query-refused.ts";

/** One relationship that is to be read along with an object. */
export interface Expansion {
  /** As it was written; names have no case. */
  readonly name: string;
  /** What of the related objects is read. Absent: what is by default. */
  readonly select?: string;
  /** How many levels of it, one behind the other. Absent: one. */
  readonly levels?: number;
}

const ITEM = /^\s*(\w+)\s*(?:\((.*)\))?\s*$/s;
const MOST_LEVELS = 1_000;

/**
 * Reads an `$expand`, or refuses it: of directory objects one relationship can be expanded at a time. The text about two is
 * reported from Graph; the others are assumed.
 *
 * @see https://learn.microsoft.com/graph/query-parameters#expand
 * @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/96
 */
export function readExpand(text: string): Expansion {
  const items = splitOutside(text, ",").filter((item) => item.trim() !== "");
  if (items.length > 1) {
    throw refused(
      `The result of parsing $expand contained at least ${items.length} items, but the maximum allowed is 1.`,
    );
  }
  const [, name, options] = ITEM.exec(items[0] ?? "") ?? [];
  if (name === undefined)
    throw refused(`Term '${text.trim()}' is not valid in a $select or $expand expression.`);
  return { name, ...(options !== undefined && readOptions(options)) };
}

function readOptions(text: string): Omit<Expansion, "name"> {
  const read: { select?: string; levels?: number } = {};
  for (const option of splitOutside(text, ";")) {
    const [name = "", value = ""] = option.split(/=(.*)/s).map((part) => part.trim());
    switch (name.toLowerCase()) {
      case "$select":
        read.select = value;
        break;
      case "$levels":
        read.levels = readLevels(value);
        break;
      default:
        throw refused(`Query option '${name}' is not allowed within $expand.`);
    }
  }
  return read;
}

function readLevels(value: string): number {
  if (value.toLowerCase() === "max") return MOST_LEVELS;
  if (/^\d{1,4}$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_LEVELS) return Number(value);
  throw refused(
    `Invalid value '${value}' for $levels: it has to be 'max', or a number from 1 to ${MOST_LEVELS}.`,
  );
}

/** The parts between separators that stand in no parentheses. */
function splitOutside(text: string, separator: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (character === separator && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}

function refused(message: string): QueryRefused {
  return new QueryRefused("BadRequest", message);
}
