import type { Comparison, Filter, Literal, TextFunction } from "./filter.ts";
import {
  expected,
  noSignature,
  notBoolean,
  syntaxError,
  tooDeep,
  tooLong,
  unsupportedQuery,
  withoutType,
} from "./filter-syntax.ts";
import { Lexer } from "./lexer.ts";
import { TYPE } from "./model.ts";
import {
  asValue,
  closeList,
  DEEPEST,
  type Operand,
  type Property,
  readList,
  readName,
  readOperand,
} from "./operand.ts";

/** Longer filters than anybody sends are refused before they cost anything. */
const LONGEST = 8_192;

/** Each comparison by its name, and as it reads from the right to the left. */
const COMPARISONS: ReadonlyMap<string, readonly [Comparison, mirrored: Comparison | undefined]> = new Map([
  ["eq", ["eq", "eq"]],
  ["ne", ["ne", "ne"]],
  ["gt", ["gt", "lt"]],
  ["ge", ["ge", "le"]],
  ["lt", ["lt", "gt"]],
  ["le", ["le", "ge"]],
  ["has", ["has", undefined]],
]);
const TEXT_FUNCTIONS: ReadonlyMap<string, TextFunction> = new Map([
  ["startswith", "startsWith"],
  ["endswith", "endsWith"],
  ["contains", "contains"],
]);

/** Reads a filter: `or` binds loosest, then `and`, then `not`. Keywords and functions have no case. */
export function parseFilter(filter: string): Filter {
  if (filter.length > LONGEST) throw tooLong(LONGEST);
  const lexer = new Lexer(filter);
  const parsed = disjunction(lexer, 0);
  if (lexer.kind !== "end") throw syntaxError(lexer.end, filter);
  return parsed;
}

function disjunction(lexer: Lexer, depth: number): Filter {
  let left = conjunction(lexer, depth);
  while (lexer.takeWord("or")) left = { kind: "or", left, right: conjunction(lexer, depth) };
  return left;
}

function conjunction(lexer: Lexer, depth: number): Filter {
  let left = negation(lexer, depth);
  while (lexer.takeWord("and")) left = { kind: "and", left, right: negation(lexer, depth) };
  return left;
}

function negation(lexer: Lexer, depth: number): Filter {
  if (depth > DEEPEST) throw tooDeep();
  if (lexer.takeWord("not")) return { kind: "not", inner: negation(lexer, depth + 1) };
  if (!lexer.take("(")) return condition(lexer, depth);
  const inner = disjunction(lexer, depth + 1);
  if (!lexer.take(")")) throw expected("')' or operator", lexer.start, lexer.text);
  return inner;
}

function condition(lexer: Lexer, depth: number): Filter {
  const called = calledFunction(lexer);
  if (called !== undefined) return textFunction(lexer, called, depth);
  if (lexer.kind === "name" && lexer.value.toLowerCase() === "isof" && lexer.isBefore("("))
    return ofType(lexer);
  const left = readOperand(lexer, depth);
  if (left.kind === "property") {
    const { path, lowered } = left;
    const last = path.length > 1 ? path.at(-1)?.toLowerCase() : undefined;
    if ((last === "any" || last === "all") && lexer.take("(")) return lambda(lexer, last, left, depth);
    if (lexer.takeWord("in")) return { kind: "in", path, lowered, values: readList(lexer) };
  }
  return comparison(lexer, left, depth);
}

/** A function's name before a bracket; without one it may be a property's. */
function calledFunction(lexer: Lexer): TextFunction | undefined {
  if (lexer.kind !== "name" || !lexer.isBefore("(")) return undefined;
  return TEXT_FUNCTIONS.get(lexer.value.toLowerCase());
}

function textFunction(lexer: Lexer, called: TextFunction, depth: number): Filter {
  lexer.advance();
  lexer.take("(");
  const given = [readOperand(lexer, depth)];
  while (lexer.take(",")) given.push(readOperand(lexer, depth));
  closeList(lexer);
  const [first, second] = given;
  if (first === undefined || second === undefined || given.length > 2 || !isText(second)) {
    throw noSignature(called.toLowerCase(), 2);
  }
  const { path, lowered } = property(first);
  return { kind: "text", function: called, path, lowered, value: asValue(second) };
}

/** `isof('microsoft.graph.ipNamedLocation')`: of which type an object says that it is. */
function ofType(lexer: Lexer): Filter {
  lexer.advance();
  lexer.take("(");
  const type = readOperand(lexer, 0);
  closeList(lexer);
  if (type.kind !== "string") throw withoutType();
  const value: Literal = { kind: "string", value: `#${type.value}` };
  return compared({ kind: "property", path: [TYPE], lowered: false }, "eq", value, false);
}

function isText({ kind }: Operand): boolean {
  return kind === "string" || kind === "null" || kind === "property";
}

function lambda(lexer: Lexer, quantifier: "any" | "all", { path }: Property, depth: number): Filter {
  const collection = path.slice(0, -1);
  if (quantifier === "any" && lexer.take(")")) {
    return { kind: "lambda", quantifier, path: collection, variable: "", inner: undefined };
  }
  const variable = readName(lexer);
  if (!lexer.take(":")) throw syntaxError(lexer.end, lexer.text);
  const inner = disjunction(lexer, depth + 1);
  closeList(lexer);
  return { kind: "lambda", quantifier, path: collection, variable, inner };
}

/** A value may stand on either side. A property alone is a condition where it is true or false. */
function comparison(lexer: Lexer, left: Operand, depth: number): Filter {
  const found = lexer.kind === "name" ? COMPARISONS.get(lexer.value.toLowerCase()) : undefined;
  if (found === undefined) {
    if (left.kind !== "property") throw left.kind === "boolean" ? unsupportedQuery() : notBoolean();
    return compared(left, "eq", { kind: "boolean", value: true }, true);
  }
  lexer.advance();
  const right = readOperand(lexer, depth);
  const [operator, mirrored] = found;
  if (left.kind === "property" || mirrored === undefined) {
    return compared(property(left), operator, asValue(right), false);
  }
  return compared(property(right), mirrored, left, false);
}

function compared({ path, lowered }: Property, operator: Comparison, value: Literal, alone: boolean): Filter {
  return { kind: "compare", path, lowered, operator, value, alone };
}

/** A condition is about an object, and so about a property of it. */
function property(operand: Operand): Property {
  if (operand.kind !== "property") throw unsupportedQuery();
  return operand;
}
