import { checkError } from "./check-error.ts";
import { ValueCheck } from "./check-value.ts";
import { readContextUrl } from "./context-url.ts";
import type { CheckedExchange } from "./exchange.ts";
import { type Place, placeOf } from "./place.ts";
import { type PublishedSchema, publishedSchema } from "./published-schema.ts";
import { type TypeRef, writtenType } from "./type-ref.ts";
import type { Violation } from "./violation.ts";

type Json = Readonly<Record<string, unknown>>;

/** What a collection may say of itself beside its items. */
const ENVELOPE = new Set(["@odata.context", "@odata.count", "@odata.nextLink", "@odata.deltaLink", "value"]);

/** What of an answer departs from what is published. */
export function checkAnswer(exchange: CheckedExchange): readonly Violation[] {
  const { status, answered, contentType, cloudId, version, segments } = exchange;
  if (status >= 400) return [...checkType(contentType, "application/json"), ...checkError(answered)];
  const schema = publishedSchema(cloudId, version);
  const place = placeOf(schema, version, segments);
  if (place === undefined) return [envelope("", "the schema knows no such path")];
  const result = resultOf(place, exchange.method);
  if (result === undefined || status === 204) return checkNothing(exchange, result);
  if (result === "count") return checkCount(exchange);
  // What there is one of in its place may go without a key.
  const hasKey = place.kind === "resource" && (place.isKeyed === true || place.type.isCollection);
  return [
    ...checkType(contentType, "application/json"),
    ...new AnswerCheck(schema, exchange, result, hasKey).check(answered),
  ];
}

/** What comes back of a place; `undefined` where nothing does. */
function resultOf(place: Place, method: string): TypeRef | "count" | undefined {
  switch (place.kind) {
    case "count":
      return "count";
    case "reference":
      return undefined;
    case "operation":
      return place.operation.returns;
    case "resource":
      if (method === "DELETE") return undefined;
      return method === "POST" ? { ...place.type, isCollection: false } : place.type;
  }
}

function checkNothing({ status, answered, method }: CheckedExchange, result: unknown): readonly Violation[] {
  if (answered !== undefined) return [envelope("", "an answer without content has no body")];
  if (status !== 204) return [envelope("", `an answer without content has the status 204, not ${status}`)];
  const isRead = method === "GET" || (method === "POST" && result !== undefined);
  return isRead ? [envelope("", "an answer with content is expected")] : [];
}

function checkCount({ contentType, answered }: CheckedExchange): readonly Violation[] {
  const isCount = Number.isInteger(answered) && (answered as number) >= 0;
  return [
    ...checkType(contentType, "text/plain"),
    ...(isCount ? [] : [envelope("", "a count is a whole number")]),
  ];
}

function checkType(contentType: string | null, expected: string): readonly Violation[] {
  return contentType?.startsWith(expected)
    ? []
    : [envelope("", `the content type is ${expected}, not ${contentType}`)];
}

class AnswerCheck {
  readonly #schema: PublishedSchema;
  readonly #exchange: CheckedExchange;
  readonly #type: TypeRef;
  readonly #values: ValueCheck;
  readonly #hasKey: boolean;

  constructor(schema: PublishedSchema, exchange: CheckedExchange, type: TypeRef, hasKey: boolean) {
    this.#hasKey = hasKey;
    this.#schema = schema;
    this.#exchange = exchange;
    this.#type = type;
    this.#values = new ValueCheck(schema, "out");
  }

  check(body: unknown): readonly Violation[] {
    if (typeof body !== "object" || body === null || Array.isArray(body)) {
      return [envelope("", "the body is an object")];
    }
    const json = body as Json;
    const context = this.#checkContext(json);
    // A value that is no object is wrapped, as a collection is.
    const isWrapped = this.#type.isCollection || this.#schema.typeOf(this.#type.name) === undefined;
    return [...context, ...(isWrapped ? this.#checkWrapped(json) : this.#checkEntity(json))];
  }

  #checkWrapped(body: Json): readonly Violation[] {
    const strangers = Object.keys(body).filter((name) => !ENVELOPE.has(name) && body[name] !== undefined);
    return [
      ...strangers.map((name) => envelope(name, "a collection has nothing of the kind beside its items")),
      ...this.#checkLinks(body),
      ...this.#checkCount(body["@odata.count"]),
      ...("value" in body
        ? this.#values.check(body.value, this.#type, "value")
        : [envelope("value", `a ${writtenType(this.#type)} stands in a value`)]),
      ...this.#items(body.value).flatMap((item, place) => this.#checkKey(item, `value[${place}].`)),
    ];
  }

  #items(value: unknown): readonly Json[] {
    return Array.isArray(value)
      ? value.filter((one): one is Json => typeof one === "object" && one !== null)
      : [];
  }

  #checkEntity(body: Json): readonly Violation[] {
    return [...this.#values.check(body, this.#type, ""), ...this.#checkKey(body, "")];
  }

  /** What nobody narrowed down has its key. */
  #checkKey(item: Json, path: string): readonly Violation[] {
    if (!this.#hasKey || this.#exchange.query.$select !== undefined) return [];
    const properties = this.#schema.typeOf(this.#type.name)?.properties;
    if (!properties?.has("id") || item.id !== undefined) return [];
    return [envelope(`${path}id`, "an object is shown with its id")];
  }

  #checkCount(count: unknown): readonly Violation[] {
    if (count === undefined || (Number.isInteger(count) && (count as number) >= 0)) return [];
    return [envelope("@odata.count", "a count is a whole number")];
  }

  #checkLinks(body: Json): readonly Violation[] {
    const { origin, version } = this.#exchange;
    return ["@odata.nextLink", "@odata.deltaLink"].flatMap((name) => {
      const link = body[name];
      const isLink =
        link === undefined || (typeof link === "string" && link.startsWith(`${origin}/${version}/`));
      return isLink ? [] : [envelope(name, `a link starts with ${origin}/${version}/`)];
    });
  }

  #checkContext(body: Json): readonly Violation[] {
    const { origin, version } = this.#exchange;
    const given = body["@odata.context"];
    const start = `${origin}/${version}/$metadata#`;
    if (typeof given !== "string" || !given.startsWith(start)) {
      return [envelope("@odata.context", `the context starts with ${start}, not ${String(given)}`)];
    }
    const fragment = given.slice(start.length);
    const context = readContextUrl(this.#schema, version, fragment);
    const said = context && { ...context.type, isCollection: context.type.isCollection && !context.isEntity };
    if (said?.isCollection !== this.#type.isCollection || !this.#isRelated(said.name)) {
      return [envelope("@odata.context", `the context is of ${writtenType(this.#type)}, not ${fragment}`)];
    }
    return this.#isNarrowed(body) && context?.selected === undefined
      ? [envelope("@odata.context", `the context names what was selected: not ${fragment}`)]
      : [];
  }

  /** Whether the answer shows no more than was selected: what does not look at `$select` shows everything. */
  #isNarrowed(body: Json): boolean {
    const selected = this.#exchange.query.$select?.split(",").map((name) => name.trim().split("/")[0]);
    const [shown] = this.#type.isCollection ? this.#items(body.value) : [body];
    if (selected === undefined || shown === undefined) return false;
    return Object.keys(shown).every((name) => name.includes("@") || name === "id" || selected.includes(name));
  }

  #isRelated(name: string): boolean {
    return this.#schema.derives(name, this.#type.name) || this.#schema.derives(this.#type.name, name);
  }
}

function envelope(path: string, says: string): Violation {
  return { path, departure: { kind: "envelope", says } };
}
