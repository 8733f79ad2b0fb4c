import { invalidCharacter, unrecognizedLiteral, unterminatedString } from "./filter-syntax.ts";

/** What a token is; punctuation stands for itself. `alias` is `@name`, which stands for a value that nobody gives here. */
export type TokenKind =
  | ("name" | "alias" | "string" | "number" | "guid" | "dateTime" | "enum")
  | ("(" | ")" | "," | "/" | ":" | "end");

const [BLANK, NAME, DIGIT, MARK] = [1, 2, 3, 4];
const QUOTE = 39;
const HYPHEN = 45;
const DOT = 46;
const AT = 64;

/** What an ASCII character can begin, by its code. */
const BEGINS = new Uint8Array(128);
for (const blank of " \t\n\r\f\v") BEGINS[blank.charCodeAt(0)] = BLANK;
for (const mark of "(),/:") BEGINS[mark.charCodeAt(0)] = MARK;
for (const letter of "abcdefghijklmnopqrstuvwxyz_$") {
  BEGINS[letter.charCodeAt(0)] = NAME;
  BEGINS[letter.toUpperCase().charCodeAt(0)] = NAME;
}
for (const digit of "0123456789") BEGINS[digit.charCodeAt(0)] = DIGIT;
/** What a name goes on with: letters and digits. */
const IN_NAME = BEGINS.map((begins) => Number(begins === NAME || begins === DIGIT));
BEGINS[HYPHEN] = DIGIT;

const GUID_LENGTH = 36;
const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
/** Whatever has the looks of a date; whether there is such a day, and whether its zone is there, is not for here. */
const DATE_TIME =
  /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})?)?(?![\w:.])/iy;
/** With the letters that say how a number is kept, which say nothing of its value. */
const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?[dflm]?(?![\w.])/iy;

/** Reads a filter token by token, without keeping any: `kind`, `start` and `end` are those of the present one. */
export class Lexer {
  readonly text: string;
  kind: TokenKind = "end";
  start = 0;
  end = 0;
  /** What a string, a GUID or the value of an enumeration says, without quotes; of others, as written. */
  value = "";
  /** The name before the quotes of an enumeration's value. */
  type = "";

  constructor(text: string) {
    this.text = text;
    this.advance();
  }

  /** Goes on to the next token; after the last one there is the end, again and again. */
  advance(): void {
    const { text } = this;
    let at = this.end;
    while (beginningOf(text, at) === BLANK) at++;
    this.start = at;
    const code = text.charCodeAt(at);
    if (at >= text.length) this.#found("end", at, "");
    else if (code === QUOTE) this.#string("string", at);
    else if (this.#isGuid(at))
      this.#found("guid", at + GUID_LENGTH, text.slice(at, at + GUID_LENGTH).toLowerCase());
    else this.#other(at, code);
  }

  /** Whether the present token is this keyword, in any case. */
  isWord(word: string): boolean {
    return this.kind === "name" && this.value.length === word.length && this.value.toLowerCase() === word;
  }

  /** Goes past the present token where it is this keyword. */
  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.advance();
    return true;
  }

  /** Goes past the present token where it is this mark. */
  take(mark: "(" | ")" | "," | "/" | ":"): boolean {
    if (this.kind !== mark) return false;
    this.advance();
    return true;
  }

  /** Whether this mark comes next, after blanks. */
  isBefore(mark: "("): boolean {
    let at = this.end;
    while (beginningOf(this.text, at) === BLANK) at++;
    return this.text[at] === mark;
  }

  #other(at: number, code: number): void {
    switch (beginningOf(this.text, at)) {
      case NAME:
        this.#name("name", at);
        return;
      case MARK:
        this.#found(this.text[at] as TokenKind, at + 1, "");
        return;
      case DIGIT:
        this.#pattern("dateTime", DATE_TIME, at) || this.#pattern("number", NUMBER, at) || this.#odd(at);
        return;
      default:
        if (code === AT && beginningOf(this.text, at + 1) === NAME) this.#name("alias", at + 1);
        else this.#odd(at);
    }
  }

  /** A name, with dots where it is that of a type; before a quote it says what the text within is. */
  #name(kind: "name" | "alias", from: number): void {
    const { text } = this;
    let at = from;
    while (isInName(text, at)) at++;
    if (text.charCodeAt(at) === QUOTE) this.#typed(text.slice(from, at), at);
    else this.#found(kind, at, text.slice(from, at));
  }

  #typed(type: string, quote: number): void {
    const { start } = this;
    this.#string("enum", quote);
    this.type = type;
    if (type.includes(".")) return;
    if (type.toLowerCase() !== "guid" || !GUID.test(this.value)) {
      throw unrecognizedLiteral(this.text.slice(start, this.end), start, this.text);
    }
    this.#found("guid", this.end, this.value.toLowerCase());
  }

  /** Two quotes in a row stand for one. */
  #string(kind: "string" | "enum", open: number): void {
    const { text } = this;
    let quote = text.indexOf("'", open + 1);
    let doubled = false;
    while (quote !== -1 && text.charCodeAt(quote + 1) === QUOTE) {
      doubled = true;
      quote = text.indexOf("'", quote + 2);
    }
    if (quote === -1) throw unterminatedString(text);
    const value = text.slice(open + 1, quote);
    this.#found(kind, quote + 1, doubled ? value.replaceAll("''", "'") : value);
  }

  /** Looked for before all else: it may start like a number, and like a name. */
  #isGuid(at: number): boolean {
    const { text } = this;
    if (text.charCodeAt(at + 8) !== HYPHEN || text.charCodeAt(at + 13) !== HYPHEN) return false;
    const after = at + GUID_LENGTH;
    return !isInName(text, after) && text.charCodeAt(after) !== HYPHEN && GUID.test(text.slice(at, after));
  }

  #pattern(kind: "dateTime" | "number", pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(this.text)) return false;
    this.#found(kind, pattern.lastIndex, this.text.slice(at, pattern.lastIndex));
    return true;
  }

  #odd(at: number): never {
    throw invalidCharacter(String.fromCodePoint(this.text.codePointAt(at) ?? 0), at, this.text);
  }

  #found(kind: TokenKind, end: number, value: string): void {
    this.kind = kind;
    this.end = end;
    this.value = value;
  }
}

/** 0 for what begins nothing, and past the end. */
function beginningOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  // Past the end the code is NaN, which is less than nothing and nothing less than it.
  return code < 128 ? (BEGINS[code] as number) : 0;
}

/** A dot is within a name where a letter follows. */
function isInName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!(code < 128)) return false;
  return IN_NAME[code] === 1 || (code === DOT && beginningOf(text, at + 1) === NAME);
}
