import fc from "fast-check";
import type { Operator, PropertyModel } from "../../src/odata/model.ts";

/** What a condition can be about: its path, and what of its kind stands there. */
export interface Subject {
  readonly path: string;
  readonly type: PropertyModel["type"];
  readonly operators: ReadonlySet<Operator>;
  /** Of a collection: what can be asked of its items. */
  readonly items: readonly Subject[];
  readonly values: readonly string[] | undefined;
  readonly enumeration: string | undefined;
}

const WORDS = [
  "ada",
  "ADA",
  "Ada ",
  "O'Neil",
  "o'neil",
  "Zoë",
  "zoË",
  "İ",
  "a",
  "",
  "#EXT#",
  "100%",
  "and",
  "null",
  "(x)",
];
export const DATES = [
  ...["2026-01-01T00:00:00Z", "2025-12-31T23:59:59.999Z", "2026-01-01T00:00:00.5Z", "2024-02-29T12:00:00Z"],
  "1999-12-31T00:00:00Z",
];
const DATE_LITERALS = [...DATES, "2026-01-01", "2026-01-01T01:00:00+01:00", "2024-02-29T12:00Z"];
export const IDS = ["2e2ddb96-6af9-4b1d-a3f0-d6ecfd22edb2", "ffffffff-0000-4000-8000-00000000000a"];
export const word = fc.constantFrom(...WORDS);

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A value of a type as a filter writes it. */
function literalOf({ type, values, enumeration }: Subject): fc.Arbitrary<string> {
  if (values !== undefined)
    return fc.constantFrom(...values, ...values.map((value) => value.toUpperCase())).map(quoted);
  switch (type) {
    case "boolean":
      return fc.constantFrom("true", "false", "True");
    case "number":
      return fc.constantFrom("0", "1", "-3", "2.5", "50053");
    case "dateTime":
      return fc.constantFrom(...DATE_LITERALS);
    case "guid":
      return fc
        .constantFrom(...IDS)
        .chain((id) => fc.constantFrom(id, id.toUpperCase(), `'${id}'`, `guid'${id}'`));
    case "enum":
      return fc
        .constantFrom("none", "atRisk")
        .chain((value) => fc.constantFrom(`'${value}'`, `${enumeration}'${value}'`));
    default:
      return word.map(quoted);
  }
}

const WRITTEN = { order: ["ge", "le"], strictOrder: ["gt", "lt"] } as const;

/** One condition on a property, of those that it has. */
function clauseOf(subject: Subject): fc.Arbitrary<string> {
  const { path, operators } = subject;
  const literal = literalOf(subject);
  const lowered = operators.has("toLower") ? fc.constantFrom(path, `tolower(${path})`) : fc.constant(path);
  const kinds = [...operators].flatMap((operator): fc.Arbitrary<string>[] => {
    switch (operator) {
      case "eq":
      case "ne":
      case "has":
        return [fc.tuple(lowered, literal).map(([left, right]) => `${left} ${operator} ${right}`)];
      case "order":
      case "strictOrder":
        return [
          fc
            .tuple(lowered, fc.constantFrom(...WRITTEN[operator]), literal)
            .map(([left, sign, right]) => `${left} ${sign.toUpperCase()} ${right}`),
        ];
      case "in":
        return [
          fc
            .tuple(lowered, fc.array(literal, { minLength: 1, maxLength: 3 }))
            .map(([left, list]) => `${left} in (${list.join(", ")})`),
        ];
      case "startsWith":
      case "endsWith":
      case "contains":
        return [fc.tuple(lowered, word).map(([left, part]) => `${operator}(${left},${quoted(part)})`)];
      case "eqNull":
        return [fc.constantFrom("eq", "ne").map((sign) => `${path} ${sign} null`)];
      case "count":
        return [fc.constantFrom("eq", "NE").map((sign) => `${path}/$count ${sign} 0`)];
      default:
        return [];
    }
  });
  return fc.oneof(...kinds);
}

/** Conditions joined and negated to some depth, with brackets where they are needed and where they are not. */
function joined(clause: fc.Arbitrary<string>, maxDepth: number): fc.Arbitrary<string> {
  return fc.letrec<{ filter: string }>((tie) => ({
    filter: fc.oneof(
      { maxDepth },
      { weight: 4, arbitrary: clause },
      { weight: 1, arbitrary: tie("filter").map((inner) => `not (${inner})`) },
      { weight: 1, arbitrary: clause.map((inner) => `NOT ${inner}`) },
      { weight: 1, arbitrary: tie("filter").map((inner) => `( ${inner} )`) },
      {
        weight: 4,
        arbitrary: fc
          .tuple(tie("filter"), fc.constantFrom("and", "or", "And", "OR"), tie("filter"))
          .map(([left, word, right]) => `${left} ${word} ${right}`),
      },
    ),
  })).filter;
}

/** A filter of anything that these subjects have. */
export function filtersOf(subjects: readonly Subject[]): fc.Arbitrary<string> {
  const simple = subjects
    .filter(({ items, operators }) => items.length === 0 && operators.size > 0)
    .map(clauseOf);
  const counted = subjects.filter(({ items, operators }) => items.length > 0 && operators.has("count"));
  const counts = counted.map(({ path }) => fc.constantFrom(`${path}/$count eq 0`, `${path}/$COUNT ne 0`));
  const lambdas = subjects
    .filter(({ items }) => items.length > 0)
    .map(({ path, items, operators }) => {
      const quantifiers = operators.has("all") ? (["any", "all"] as const) : (["any"] as const);
      return fc
        .tuple(fc.constantFrom(...quantifiers), fc.constantFrom("x", "item", "p1"), filtersOf(items))
        .map(
          ([quantifier, variable, inner]) =>
            `${path}/${quantifier}(${variable}:${inner.replaceAll("@item", variable)})`,
        );
    });
  return joined(fc.oneof(...simple, ...counts, ...lambdas), 3);
}
