/** Where a text ceases to be JSON. */
export interface JsonBreak {
  /** Of the first sign that cannot stand there; the text's length where it ends too early. */
  readonly at: number;
  /** What would have to stand there, in words. */
  readonly wanted: string;
}

/** A token, or none. The first sign of one says of which kind it is. */
const TOKEN =
  /[ \t\n\r]*("(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]|)/y;

interface State {
  readonly wanted: string;
  /** What state follows a token, by its kind. `value`: the one after a whole value. */
  readonly after: Readonly<Partial<Record<string, StateName | "value">>>;
}
type StateName = "item" | "first item" | "name" | "first name" | "colon" | Around;
type Around = "in list" | "in object" | "end";

const VALUE = { text: "value", scalar: "value", "{": "first name", "[": "first item" } as const;

const STATES: Readonly<Record<StateName, State>> = {
  item: { wanted: "a value", after: VALUE },
  "first item": { wanted: 'a value or "]"', after: { ...VALUE, "]": "value" } },
  name: { wanted: "a name in double quotes", after: { text: "colon" } },
  "first name": { wanted: 'a name in double quotes or "}"', after: { text: "colon", "}": "value" } },
  colon: { wanted: '":"', after: { ":": "item" } },
  "in list": { wanted: '"," or "]"', after: { ",": "item", "]": "value" } },
  "in object": { wanted: '"," or "}"', after: { ",": "name", "}": "value" } },
  end: { wanted: "nothing more", after: {} },
};

/**
 * Finds where a text ceases to be JSON; `undefined` where it is JSON. Engines tell it some of the time, each in its own
 * words, and with a piece of the text.
 */
export function jsonBreak(text: string): JsonBreak | undefined {
  const around: Around[] = ["end"];
  let name: StateName = "item";
  for (let next = 0; ; ) {
    const { token, at } = tokenFrom(text, next);
    const follows: StateName | "value" | undefined = STATES[name].after[kindOf(token)];
    if (follows === undefined) {
      const isWhole = name === "end" && at === text.length;
      return isWhole ? undefined : { at, wanted: wantedBy(STATES[name], text[at]) };
    }
    enterOrLeave(around, token);
    name = follows === "value" ? (around.at(-1) as Around) : follows;
    next = at + token.length;
  }
}

/** The next token, and where it stands; an empty one where there is none. */
function tokenFrom(text: string, next: number): { readonly token: string; readonly at: number } {
  TOKEN.lastIndex = next;
  const [all = "", token = ""] = TOKEN.exec(text) ?? [];
  return { token, at: next + all.length - token.length };
}

function kindOf(token: string): string {
  if (token === "" || "[]{},:".includes(token)) return token;
  return token.startsWith('"') ? "text" : "scalar";
}

function enterOrLeave(around: Around[], token: string): void {
  if (token === "{") around.push("in object");
  if (token === "[") around.push("in list");
  if (token === "}" || token === "]") around.pop();
}

/** Where a text has begun, it is the text that is broken. */
function wantedBy({ wanted, after }: State, sign: string | undefined): string {
  const isBrokenText = sign === '"' && after.text !== undefined;
  return isBrokenText ? 'a text that ends with ", on its line and with no escape that JSON has not' : wanted;
}
