import type { Literal, Path } from "./filter.ts";
import { expected, identifierExpected, noSignature, tooDeep, unknownFunction } from "./filter-syntax.ts";
import type { Lexer } from "./lexer.ts";

/** Deeper filters than anybody writes are refused before they cost anything. */
export const DEEPEST = 100;

/** A property that a condition is about. */
export interface Property {
  readonly kind: "property";
  readonly path: Path;
  readonly lowered: boolean;
}

/** What stands at either side of an operator. */
export type Operand = Property | Literal;

export function readOperand(lexer: Lexer, depth: number): Operand {
  if (lexer.kind !== "name") return readLiteral(lexer);
  const word = wordLiteral(lexer.value);
  if (word !== undefined) {
    lexer.advance();
    return word;
  }
  return lexer.isBefore("(") ? readLowered(lexer, depth) : readProperty(lexer);
}

/** Names with slashes between them. */
function readProperty(lexer: Lexer): Property {
  const path = [readName(lexer)];
  while (lexer.take("/")) path.push(readName(lexer));
  return { kind: "property", path, lowered: false };
}

export function readName(lexer: Lexer): string {
  if (lexer.kind !== "name") throw identifierExpected(lexer.start);
  const { value } = lexer;
  lexer.advance();
  return value;
}

/** The values of an `in`, between brackets. */
export function readList(lexer: Lexer): readonly Literal[] {
  if (!lexer.take("(")) throw expected("'('", lexer.start, lexer.text);
  const values = [asValue(readOperand(lexer, 0))];
  while (lexer.take(",")) values.push(asValue(readOperand(lexer, 0)));
  closeList(lexer);
  return values;
}

/** The end of what a comma could go on with. */
export function closeList(lexer: Lexer): void {
  if (!lexer.take(")")) throw expected("')' or ','", lexer.start, lexer.text);
}

/** A property in the place of a value is one that it is compared with. */
export function asValue(operand: Operand): Literal {
  return operand.kind === "property" ? { kind: "path", value: operand.path.join("/") } : operand;
}

/** `tolower(mail)`: the only function that makes a value. */
function readLowered(lexer: Lexer, depth: number): Operand {
  if (depth > DEEPEST) throw tooDeep();
  if (!lexer.takeWord("tolower")) throw unknownFunction(lexer.value);
  lexer.take("(");
  const inner = readOperand(lexer, depth + 1);
  if (lexer.kind === ",") throw noSignature("tolower", 1);
  closeList(lexer);
  if (inner.kind === "property") return { ...inner, lowered: true };
  if (inner.kind === "string") return { kind: "string", value: inner.value.toLowerCase() };
  throw noSignature("tolower", 1);
}

function readLiteral(lexer: Lexer): Literal {
  const literal = literalAt(lexer);
  if (literal === undefined) throw expected("Expression", lexer.start, lexer.text);
  lexer.advance();
  return literal;
}

function literalAt({ kind, value, type }: Lexer): Literal | undefined {
  switch (kind) {
    case "string":
    case "guid":
    case "dateTime":
      return { kind, value };
    case "number":
      return { kind, value: Number.parseFloat(value) };
    case "enum":
      return { kind, value, type };
    default:
      return undefined;
  }
}

function wordLiteral(text: string): Literal | undefined {
  if (text.length !== 4 && text.length !== 5) return undefined;
  const word = text.toLowerCase();
  if (word === "null") return { kind: "null", value: null };
  return word === "true" || word === "false" ? { kind: "boolean", value: word === "true" } : undefined;
}
