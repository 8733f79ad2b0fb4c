/**
 * What an answer has to look like. Written as `{id, mail null, isBuiltIn flag, groupTypes [text], value [{id}]}`: a name
 * without a type is of text, `null` stands for a value that the page shows as null, `[]` for a list that it shows empty,
 * `#user` for the name of a type; of `a|b` one has to be there.
 */
export type Shape =
  | { readonly kind: "text" | "flag" | "number" | "null" }
  | { readonly kind: "type"; readonly name: string }
  | { readonly kind: "list"; readonly item: Shape | undefined }
  | { readonly kind: "object"; readonly properties: ReadonlyMap<string, Shape> };

const WORDS = ["text", "flag", "number", "null"] as const;

/** @throws Error for what is not in the notation */
export function readShape(text: string): Shape {
  const reader = new ShapeReader(text);
  const shape = reader.shape();
  if (reader.next() !== undefined) throw new Error(`the shape goes on after its end: ${text}`);
  return shape;
}

class ShapeReader {
  readonly #tokens: string[];

  constructor(text: string) {
    this.#tokens = text.match(/[{}[\],]|[^\s{}[\],]+/g) ?? [];
  }

  next(): string | undefined {
    return this.#tokens[0];
  }

  shape(): Shape {
    const token = this.#take();
    if (token === "{") return { kind: "object", properties: this.#properties() };
    if (token === "[") return { kind: "list", item: this.#item() };
    if (token.startsWith("#")) return { kind: "type", name: token };
    const kind = WORDS.find((word) => word === token);
    if (kind === undefined) throw new Error(`there is no shape "${token}"`);
    return { kind };
  }

  #properties(): ReadonlyMap<string, Shape> {
    const properties = new Map<string, Shape>();
    while (true) {
      const name = this.#take();
      const isBare = this.next() === "," || this.next() === "}";
      properties.set(name, isBare ? { kind: "text" } : this.shape());
      if (this.#take() === "}") return properties;
    }
  }

  #item(): Shape | undefined {
    const item = this.next() === "]" ? undefined : this.shape();
    this.#take();
    return item;
  }

  #take(): string {
    const token = this.#tokens.shift();
    if (token === undefined) throw new Error("the shape breaks off");
    return token;
  }
}

/**
 * Where a value departs from a shape. Null fits in the place of anything, on either side: examples have what their tenants
 * had. A list that the page shows with items has one at least, where it is what was asked for.
 */
export function departuresFrom(shape: Shape, value: unknown, path = ""): readonly string[] {
  if (value === null || shape.kind === "null") return [];
  switch (shape.kind) {
    case "object":
      return departuresOfObject(shape.properties, value, path);
    case "list":
      return departuresOfList(shape.item, value, path);
    case "type":
      return value === `#microsoft.graph.${shape.name.slice(1)}` ? [] : [`${path} is no ${shape.name}`];
    default:
      return typeof value === TYPES[shape.kind] ? [] : [`${path || "the body"} is no ${shape.kind}`];
  }
}

const TYPES = { text: "string", flag: "boolean", number: "number" };

function departuresOfObject(
  properties: ReadonlyMap<string, Shape>,
  value: unknown,
  path: string,
): readonly string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path} is no object`];
  return [...properties].flatMap(([name, shape]) => {
    const known = name.split("|").find((one) => Object.hasOwn(value, one));
    const at = path === "" ? name : `${path}.${name}`;
    if (known === undefined) return [`${at} is missing`];
    return departuresFrom(shape, (value as Readonly<Record<string, unknown>>)[known], at);
  });
}

function departuresOfList(item: Shape | undefined, value: unknown, path: string): readonly string[] {
  if (!Array.isArray(value)) return [`${path} is no list`];
  if (item === undefined) return [];
  if (value.length === 0) return path === "value" ? ["value is empty"] : [];
  return departuresFrom(item, value.find((one) => isOfType(item, one)) ?? value[0], `${path}[]`);
}

/** In a list of several types, the page shows the properties of one. */
function isOfType(item: Shape, value: unknown): boolean {
  const type = item.kind === "object" ? item.properties.get("@odata.type") : undefined;
  if (type === undefined) return true;
  return departuresFrom(type, (value as Readonly<Record<string, unknown>>)["@odata.type"]).length === 0;
}
