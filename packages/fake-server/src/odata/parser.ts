import type { Comparison, Filter, Literal, Path, TextFunction } from "./filter.ts";
import { type Token, tokensOf } from "./lexer.ts";
import { invalidFilter } from "./query-refused.ts";

/** Longer and deeper filters than anybody sends are refused before they cost anything. */
const LONGEST = 8_192;
const DEEPEST = 100;

const COMPARISONS: ReadonlySet<string> = new Set(["eq", "ne", "gt", "ge", "lt", "le"]);
const TEXT_FUNCTIONS: ReadonlyMap<string, TextFunction> = new Map([
  ["startswith", "startsWith"],
  ["endswith", "endsWith"],
  ["contains", "contains"],
]);

/** Reads a filter: `or` binds loosest, then `and`, then `not`. Keywords and functions have no case. */
export function parseFilter(filter: string): Filter {
  if (filter.length > LONGEST) throw invalidFilter(`more than ${LONGEST} characters`, LONGEST);
  const parser = new Parser(tokensOf(filter));
  const parsed = parser.disjunction(0);
  parser.expectEnd();
  return parsed;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  disjunction(depth: number): Filter {
    let left = this.#conjunction(depth);
    while (this.#takeWord("or")) left = { kind: "or", left, right: this.#conjunction(depth) };
    return left;
  }

  expectEnd(): void {
    if (this.#next.kind !== "end") throw this.#unexpected("the end");
  }

  #conjunction(depth: number): Filter {
    let left = this.#negation(depth);
    while (this.#takeWord("and")) left = { kind: "and", left, right: this.#negation(depth) };
    return left;
  }

  #negation(depth: number): Filter {
    if (depth > DEEPEST) throw invalidFilter(`more than ${DEEPEST} levels`, this.#next.position);
    if (this.#takeWord("not")) return { kind: "not", inner: this.#negation(depth + 1) };
    if (!this.#takeSymbol("(")) return this.#clause(depth);
    const inner = this.disjunction(depth + 1);
    this.#expectSymbol(")");
    return inner;
  }

  #clause(depth: number): Filter {
    const called = this.#calledFunction();
    if (called !== undefined) return this.#textFunction(called);
    const path = this.#path();
    const last = path.at(-1)?.toLowerCase();
    if ((last === "any" || last === "all") && path.length > 1 && this.#takeSymbol("(")) {
      return this.#lambda(last, path.slice(0, -1), depth);
    }
    return this.#takeWord("in") ? { kind: "in", path, values: this.#list() } : this.#comparison(path);
  }

  /** A function's name before a bracket; without one it may be a property's, and in quotes it is text. */
  #calledFunction(): TextFunction | undefined {
    const after = this.#tokens[this.#at + 1];
    if (this.#next.kind !== "name" || after?.kind !== "symbol" || after.text !== "(") return undefined;
    return TEXT_FUNCTIONS.get(this.#next.text.toLowerCase());
  }

  #textFunction(called: TextFunction): Filter {
    this.#at++;
    this.#expectSymbol("(");
    const path = this.#path();
    this.#expectSymbol(",");
    const value = this.#literal();
    this.#expectSymbol(")");
    return { kind: "text", function: called, path, value };
  }

  #lambda(quantifier: "any" | "all", path: Path, depth: number): Filter {
    if (quantifier === "any" && this.#takeSymbol(")"))
      return { kind: "lambda", quantifier, path, variable: "", inner: undefined };
    const variable = this.#name();
    this.#expectSymbol(":");
    const inner = this.disjunction(depth + 1);
    this.#expectSymbol(")");
    return { kind: "lambda", quantifier, path, variable, inner };
  }

  #comparison(path: Path): Filter {
    const operator = this.#next.text.toLowerCase();
    if (this.#next.kind !== "name" || !COMPARISONS.has(operator)) throw this.#unexpected("an operator");
    this.#at++;
    return { kind: "compare", path, operator: operator as Comparison, value: this.#literal() };
  }

  #list(): readonly Literal[] {
    this.#expectSymbol("(");
    const values = [this.#literal()];
    while (this.#takeSymbol(",")) values.push(this.#literal());
    this.#expectSymbol(")");
    return values;
  }

  #path(): Path {
    const path = [this.#name()];
    while (this.#takeSymbol("/")) path.push(this.#name());
    return path;
  }

  #name(): string {
    if (this.#next.kind !== "name") throw this.#unexpected("a name");
    return this.#take().text;
  }

  #literal(): Literal {
    const { kind, text } = this.#next;
    const literal = kind === "name" ? wordLiteral(text) : valueLiteral(kind, text);
    if (literal === undefined) throw this.#unexpected("a value");
    this.#at++;
    return literal;
  }

  get #next(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #take(): Token {
    const token = this.#next;
    this.#at++;
    return token;
  }

  #takeWord(word: string): boolean {
    if (this.#next.kind !== "name" || this.#next.text.toLowerCase() !== word) return false;
    this.#at++;
    return true;
  }

  #takeSymbol(symbol: string): boolean {
    if (this.#next.kind !== "symbol" || this.#next.text !== symbol) return false;
    this.#at++;
    return true;
  }

  #expectSymbol(symbol: string): void {
    if (!this.#takeSymbol(symbol)) throw this.#unexpected(`'${symbol}'`);
  }

  #unexpected(wanted: string) {
    return invalidFilter(`${wanted} was expected`, this.#next.position);
  }
}

function wordLiteral(text: string): Literal | undefined {
  const word = text.toLowerCase();
  if (word === "null") return { kind: "null", value: null };
  return word === "true" || word === "false" ? { kind: "boolean", value: word === "true" } : undefined;
}

function valueLiteral(kind: Token["kind"], text: string): Literal | undefined {
  if (kind === "number") return { kind, value: Number(text) };
  return kind === "string" || kind === "guid" || kind === "dateTime" ? { kind, value: text } : undefined;
}
