import { folded } from "./folded.ts";
import { type Entity, type EntityModel, type PropertyModel, propertyName, readProperty } from "./model.ts";
import { QueryRefused } from "./query-refused.ts";
import { beginningWords, wordsOf } from "./words.ts";

type Matches = (entity: Entity) => boolean;

/** Clauses in quotes, what joins them, and anything else, which is wrong. */
const PARTS = /"(?:[^"\\]|\\.)*"|\(|\)|[^\s"()]+/g;

/**
 * Understands a `$search`: clauses such as `"displayName:video"`, joined by AND and OR in capitals. Names and descriptions
 * are taken apart into words; everything else is searched from its start. The texts about what is no search are assumed.
 *
 * @see https://learn.microsoft.com/graph/search-query-parameter
 * @param eventual - whether `ConsistencyLevel: eventual` was sent: without it nothing is searched
 * @returns `undefined` where nothing is searched for
 */
export function readSearch(
  model: EntityModel,
  search: string | undefined,
  eventual: boolean,
): Matches | undefined {
  if (search === undefined || search.trim() === "") return undefined;
  if (!eventual) {
    throw new QueryRefused(
      "Request_UnsupportedQuery",
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const parts = search.match(PARTS) ?? [];
  return new SearchParser(model, parts).whole();
}

class SearchParser {
  readonly #model: EntityModel;
  readonly #parts: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(model: EntityModel, parts: readonly string[]) {
    this.#model = model;
    this.#parts = parts;
  }

  whole(): Matches {
    const matches = this.#either();
    if (this.#at < this.#parts.length) throw notUnderstood();
    return matches;
  }

  #either(): Matches {
    const first = this.#both();
    const sides = [first];
    while (this.#takes("OR")) sides.push(this.#both());
    if (sides.length === 1) return first;
    return (entity) => sides.some((side) => side(entity));
  }

  #both(): Matches {
    const first = this.#one();
    const sides = [first];
    while (this.#takes("AND")) sides.push(this.#one());
    if (sides.length === 1) return first;
    return (entity) => sides.every((side) => side(entity));
  }

  #one(): Matches {
    if (this.#takes("(")) {
      this.#depth++;
      if (this.#depth > DEEPEST) throw notUnderstood();
      const inner = this.#either();
      if (!this.#takes(")")) throw notUnderstood();
      this.#depth--;
      return inner;
    }
    const part = this.#parts[this.#at++];
    if (part === undefined || !part.startsWith('"')) throw notUnderstood();
    return clauseOf(this.#model, part.slice(1, -1).replaceAll(/\\(.)/g, "$1"));
  }

  #takes(part: string): boolean {
    const taken = this.#parts[this.#at] === part;
    if (taken) this.#at++;
    return taken;
  }
}

/** How many parentheses may stand in one another. */
const DEEPEST = 50;

function clauseOf(model: EntityModel, clause: string): Matches {
  const colon = clause.indexOf(":");
  if (colon < 1) throw notUnderstood();
  const name = propertyName(model, clause.slice(0, colon).trim());
  const { search } = model.properties[name] as PropertyModel;
  const wanted = clause.slice(colon + 1).trim();
  if (search === undefined || wanted === "") throw notSearched(name, model.name);
  const words = search === "words" ? wordsOf(wanted) : [];
  const fits = words.length === 0 ? folded.startsWith(wanted.toLowerCase()) : beginningWords(words);
  return (entity) => {
    const value = readProperty(entity, name);
    return Array.isArray(value)
      ? value.some((item) => isText(item) && fits(item))
      : isText(value) && fits(value);
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function notUnderstood(): QueryRefused {
  return new QueryRefused("BadRequest", "Syntax error: the $search clause is not valid.");
}

function notSearched(property: string, type: string): QueryRefused {
  return new QueryRefused(
    "Request_UnsupportedQuery",
    `Unsupported or invalid search clause specified for property '${property}' of resource '${type}'.`,
  );
}
