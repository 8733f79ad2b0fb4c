/**
 * What a filter means, said as plainly as can be: it is read anew for every object, from the left to the right, and
 * nothing is looked up. It knows no properties and refuses nothing.
 */
export function naively(filter: string): (object: object) => boolean {
  const tokens = filter.match(TOKENS) ?? [];
  return (object) => new Reading(tokens, object).whole();
}

const GUID = "[\\da-f]{8}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{4}-[\\da-f]{12}";
const TOKENS = new RegExp(
  `'(?:[^']|'')*'|(?:guid)?'?${GUID}'?|\\d{4}-\\d\\d-\\d\\d[\\dT:.Z+-]*|-?\\d+(?:\\.\\d+)?|[\\w$.]+'[^']*'|[\\w$.]+|[(),/:]`,
  "gi",
);

type Value = string | number | boolean | null;
/** Something said of an object: its value, or the many that it has; and whether it is a date. */
interface Side {
  readonly value: unknown;
  readonly isDate: boolean;
}

class Reading {
  readonly #tokens: readonly string[];
  readonly #object: object;
  readonly #items = new Map<string, unknown>();
  #at = 0;

  constructor(tokens: readonly string[], object: object) {
    this.#tokens = tokens;
    this.#object = object;
  }

  whole(): boolean {
    const result = this.#either();
    if (this.#at < this.#tokens.length) throw new Error(`not understood from ${this.#tokens[this.#at]}`);
    return result;
  }

  #either(): boolean {
    let result = this.#both();
    while (this.#takes("or")) result = this.#both() || result;
    return result;
  }

  #both(): boolean {
    let result = this.#one();
    while (this.#takes("and")) result = this.#one() && result;
    return result;
  }

  #one(): boolean {
    if (this.#takes("not")) return !this.#one();
    if (this.#takes("(")) return this.#closed(this.#either());
    const [called, bracket] = [this.#tokens[this.#at]?.toLowerCase(), this.#tokens[this.#at + 1]];
    if (bracket === "(" && called !== "tolower" && called !== undefined) return this.#called(called);
    return this.#compared(this.#side());
  }

  #called(name: string): boolean {
    this.#at += 2;
    const text = plain(this.#side());
    this.#takes(",");
    const part = plain(this.#side());
    this.#takes(")");
    if (typeof text !== "string" || typeof part !== "string") return false;
    if (name === "startswith") return text.slice(0, part.length) === part;
    if (name === "endswith") return part === "" || text.slice(-part.length) === part;
    return text.split(part).length > 1 || part === "";
  }

  #compared(left: Side): boolean {
    const operator = this.#next().toLowerCase();
    if (operator === "any" || operator === "all") return this.#each(operator, left.value);
    if (operator === "in") return this.#oneOf(left);
    if (!/^(?:eq|ne|gt|ge|lt|le|has)$/.test(operator)) {
      this.#at--;
      return left.value === true;
    }
    const right = this.#side();
    const dates = left.isDate || right.isDate;
    return holds(operator, plain(left, dates), plain(right, dates));
  }

  #oneOf(left: Side): boolean {
    this.#takes("(");
    let found = false;
    do {
      const right = this.#side();
      found = plain(left, right.isDate) === plain(right, right.isDate) || found;
    } while (this.#takes(","));
    return this.#closed(found);
  }

  /** Reads the condition once for each item; with none, once for nothing, to get past it. */
  #each(quantifier: "any" | "all", collection: unknown): boolean {
    const items = Array.isArray(collection) ? collection : [];
    this.#takes("(");
    const variable = this.#next();
    this.#takes(":");
    const start = this.#at;
    const results = (items.length === 0 ? [null] : items).map((item) => {
      this.#at = start;
      this.#items.set(variable, item);
      return this.#either();
    });
    this.#items.delete(variable);
    this.#takes(")");
    if (items.length === 0) return quantifier === "all";
    return quantifier === "any" ? results.includes(true) : !results.includes(false);
  }

  #side(): Side {
    if (this.#takes("tolower")) {
      this.#takes("(");
      const inner = this.#side();
      this.#takes(")");
      return inner;
    }
    const token = this.#next();
    if (/^\d{4}-\d\d-\d\d(?:T|$)/i.test(token)) return { value: token, isDate: true };
    if (/^-?\d/.test(token) && !token.includes("-", 1)) return { value: Number(token), isDate: false };
    return { value: wordOf(token) ?? this.#path(token), isDate: false };
  }

  #path(first: string): unknown {
    const constants: Record<string, unknown> = { null: null, true: true, false: false };
    if (first.toLowerCase() in constants) return constants[first.toLowerCase()];
    let value = this.#items.has(first) ? this.#items.get(first) : named(this.#object, first);
    while (this.#tokens[this.#at] === "/" && !/^(?:any|all)$/i.test(this.#tokens[this.#at + 1] ?? "")) {
      this.#at++;
      const step = this.#next();
      if (step.toLowerCase() === "$count") value = Array.isArray(value) ? value.length : 0;
      else value = named(value, step);
    }
    this.#takes("/");
    return value;
  }

  #closed(result: boolean): boolean {
    if (!this.#takes(")")) throw new Error("a bracket is not closed");
    return result;
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at]?.toLowerCase() !== token) return false;
    this.#at++;
    return true;
  }

  #next(): string {
    return this.#tokens[this.#at++] ?? "";
  }
}

/** Text in quotes, an id, or the value of an enumeration. */
function wordOf(token: string): string | undefined {
  if (token.startsWith("'")) return token.slice(1, -1).split("''").join("'");
  const quoted = /^[\w$.]+'(.*)'$/.exec(token);
  if (quoted !== null) return quoted[1] ?? "";
  return new RegExp(`^${GUID}$`, "i").test(token) ? token : undefined;
}

function named(value: unknown, name: string): unknown {
  const entries = Object.entries(value ?? {});
  return entries.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
}

/** Text has no case, and a date is a moment. */
function plain({ value }: Side, asDate = false): Value {
  if (typeof value === "string") return asDate ? Date.parse(value) : value.toLowerCase();
  return typeof value === "number" || typeof value === "boolean" ? value : null;
}

function holds(operator: string, left: Value, right: Value): boolean {
  if (operator === "eq") return left === right;
  if (operator === "ne") return left !== right;
  if (operator === "has") return typeof left === "string" && left.split(",").includes(String(right));
  if (left === null || right === null || typeof left !== typeof right) return false;
  const order = left === right ? 0 : left < right ? -1 : 1;
  return { gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[operator] ?? false;
}
