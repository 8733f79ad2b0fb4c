import { QueryRefused } from "./query-refused.ts";

// How the library that reads Graph's filters words what it cannot read. Graph puts its own words in front. Those marked
// below are reported from Graph itself; that it hands on the others just so is assumed.

/** For a filter that is no filter, with the reason. */
export function invalidFilter(reason: string): QueryRefused {
  return new QueryRefused("BadRequest", `Invalid filter clause: ${reason}`);
}

/**
 * For something after the end. The position is that behind it.
 *
 * @see https://github.com/microsoftgraph/microsoft-graph-explorer-v4/issues/3227
 */
export function syntaxError(position: number, filter: string): QueryRefused {
  return invalidFilter(`Syntax error at position ${position} in '${filter}'.`);
}

/** For what is missing; `')' or operator` is reported from Graph. */
export function expected(
  what: "Expression" | "'('" | "')' or ','" | "')' or operator",
  position: number,
  filter: string,
): QueryRefused {
  return invalidFilter(`${what} expected at position ${position} in '${filter}'.`);
}

export function identifierExpected(position: number): QueryRefused {
  return invalidFilter(`An identifier was expected at position ${position}.`);
}

export function invalidCharacter(character: string, position: number, filter: string): QueryRefused {
  return invalidFilter(
    `Syntax error: character '${character}' is not valid at position ${position} in '${filter}'.`,
  );
}

/** The position is that of the end, where the quote was looked for. */
export function unterminatedString(filter: string): QueryRefused {
  return invalidFilter(
    `There is an unterminated string literal at position ${filter.length} in '${filter}'.`,
  );
}

export function unrecognizedLiteral(literal: string, position: number, filter: string): QueryRefused {
  return invalidFilter(`Unrecognized literal '${literal}' at '${position}' in '${filter}'.`);
}

export function tooDeep(): QueryRefused {
  return invalidFilter("Recursion depth exceeded allowed limit.");
}

/** How long a filter may be is not documented, and the wording is assumed. */
export function tooLong(most: number): QueryRefused {
  return invalidFilter(`The filter is longer than ${most} characters.`);
}

export function unknownFunction(name: string): QueryRefused {
  return invalidFilter(
    `An unknown function with name '${name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`,
  );
}

/** For a function that got something other than two texts, or `tolower` with something other than one. */
export function noSignature(name: string, texts: 1 | 2): QueryRefused {
  const text = "Edm.String Nullable=true";
  const signature = `${name}(${texts === 1 ? text : `${text}, ${text}`})`;
  return invalidFilter(
    `No function signature for the function with name '${name}' matches the specified arguments. The function signatures considered are: ${signature}.`,
  );
}

/**
 * For a question about the type of objects that is none, or that the service does not answer of them.
 *
 * @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/2761
 */
export function withoutType(): QueryRefused {
  return new QueryRefused("Request_BadRequest", "Cast or IsOf Function must have a type in its arguments.");
}

/** For a value, or a property that is not a boolean, where a condition should stand. */
export function notBoolean(): QueryRefused {
  return invalidFilter("The $filter expression must evaluate to a single boolean value.");
}

/** For what is a filter, and compares nothing of an object; that Graph answers so here is assumed. */
export function unsupportedQuery(): QueryRefused {
  return new QueryRefused("Request_UnsupportedQuery", "Unsupported Query.");
}
