import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QueryRefused, readListQuery, userModel } from "../../src/odata/index.ts";

interface Person {
  readonly id: string;
  readonly displayName: string | null;
  readonly mail: string | null;
  readonly userType: string;
  readonly accountEnabled: boolean;
  readonly createdDateTime: string;
  readonly otherMails: readonly string[];
}

const WORDS = ["ada", "Ada", "bo", "O'Neil", "Zoë", "a", ""];
const word = fc.constantFrom(...WORDS);
const INSTANTS = [
  "2025-12-31T23:59:59Z",
  "2026-01-01T00:00:00Z",
  "2026-01-01T00:00:01Z",
  "2024-02-29T12:00:00Z",
];
const person: fc.Arbitrary<Person> = fc.record({
  id: fc.constantFrom("11111111-2222-4333-8444-555555555555", "aaaaaaaa-2222-4333-8444-555555555555"),
  displayName: fc.option(word),
  mail: fc.option(word.map((name) => `${name}@fabrikam.example`)),
  userType: fc.constantFrom("Guest", "Member"),
  accountEnabled: fc.boolean(),
  createdDateTime: fc.constantFrom(...INSTANTS),
  otherMails: fc.array(word, { maxLength: 3 }),
});

/** A filter as text, and what it means, said a second time and in the plainest way. */
interface Meant {
  readonly text: string;
  readonly holds: (person: Person) => boolean;
}

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
const lower = (value: string | null) => value?.toLowerCase() ?? null;
const clause: fc.Arbitrary<Meant> = fc.oneof(
  fc.tuple(fc.constantFrom("displayName", "DISPLAYNAME"), word).map(([name, value]) => ({
    text: `${name} eq ${quoted(value)}`,
    holds: (p: Person) => lower(p.displayName) === lower(value),
  })),
  word.map((value) => ({
    text: `displayName NE ${quoted(value)}`,
    holds: (p: Person) => lower(p.displayName) !== lower(value),
  })),
  fc.tuple(word, word).map(([a, b]) => ({
    text: `displayName in (${quoted(a)}, ${quoted(b)})`,
    holds: (p: Person) => [lower(a), lower(b)].includes(lower(p.displayName) ?? "\0"),
  })),
  word.map((value) => ({
    text: `startswith(mail,${quoted(value)})`,
    holds: (p: Person) => lower(p.mail)?.startsWith(value.toLowerCase()) ?? false,
  })),
  word.map((value) => ({
    text: `endsWith(mail, ${quoted(`${value}@fabrikam.example`)})`,
    holds: (p: Person) => lower(p.mail)?.endsWith(`${value}@fabrikam.example`.toLowerCase()) ?? false,
  })),
  fc.constant({ text: "displayName eq null", holds: (p: Person) => p.displayName === null }),
  fc.constant({ text: "accountEnabled eq TRUE", holds: (p: Person) => p.accountEnabled }),
  fc
    .constantFrom("Guest", "Member")
    .map((type) => ({ text: `userType eq '${type}'`, holds: (p: Person) => p.userType === type })),
  fc
    .tuple(
      fc.constantFrom("ge", "le"),
      fc.constantFrom(...INSTANTS, "2026-01-01", "2026-01-01T01:00:00+01:00"),
    )
    .map(([op, at]) => ({
      text: `createdDateTime ${op} ${at}`,
      holds: (p: Person) => {
        const [value, than] = [Date.parse(p.createdDateTime), Date.parse(at)];
        return op === "ge" ? value >= than : value <= than;
      },
    })),
  fc.constant({
    text: "id eq '11111111-2222-4333-8444-555555555555'",
    holds: (p: Person) => p.id.startsWith("1"),
  }),
  fc.constant({
    text: "id eq guid'AAAAAAAA-2222-4333-8444-555555555555'",
    holds: (p: Person) => p.id.startsWith("a"),
  }),
  word.map((value) => ({
    text: `otherMails/any(x:x eq ${quoted(value)})`,
    holds: (p: Person) => p.otherMails.some((mail) => lower(mail) === lower(value)),
  })),
  fc.constantFrom(true, false).map((empty) => ({
    text: `otherMails/$count ${empty ? "eq" : "ne"} 0`,
    holds: (p: Person) => (p.otherMails.length === 0) === empty,
  })),
);

const filters = fc.letrec<{ filter: Meant }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: clause },
    {
      weight: 1,
      arbitrary: tie("filter").map(({ text, holds }) => ({
        text: `not (${text})`,
        holds: (p: Person) => !holds(p),
      })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie("filter"), fc.constantFrom("and", "or", "AND"), tie("filter"))
        .map(([a, word, b]) => ({
          text: `(${a.text}) ${word} (${b.text})`,
          holds: (p: Person) => (word === "or" ? a.holds(p) || b.holds(p) : a.holds(p) && b.holds(p)),
        })),
    },
  ),
})).filter;

const read = (filter: string) => readListQuery(userModel, { filter, count: "true" }, true);

describe("a filter", () => {
  test("means what it says: it agrees with a plain evaluation, whatever it is made of", () => {
    fc.assert(
      fc.property(filters, fc.array(person, { minLength: 1, maxLength: 8 }), ({ text, holds }, people) => {
        const { matches } = read(text);
        expect(people.map(matches)).toEqual(people.map(holds));
      }),
      { numRuns: 3_000 },
    );
  });

  test("names with its look-up only what every match has", () => {
    fc.assert(
      fc.property(filters, fc.array(person, { maxLength: 8 }), ({ text }, people) => {
        const { matches, lookUp } = read(text);
        if (lookUp === undefined) return;
        for (const found of people.filter(matches)) {
          const value = found[lookUp.property as "mail" | "otherMails"];
          const values = (Array.isArray(value) ? value : [value]).map((item) => String(item).toLowerCase());
          expect(values).toContain(lookUp.value.toLowerCase());
        }
      }),
      { numRuns: 2_000 },
    );
    expect(read("userType eq 'Guest' and mail eq 'Ada@b.example'").lookUp).toEqual({
      property: "mail",
      value: "Ada@b.example",
    });
    expect(read("otherMails/any(x:x eq 'a')").lookUp).toEqual({ property: "otherMails", value: "a" });
    expect(read("mail eq 'a' or mail eq 'b'").lookUp).toBeUndefined();
    expect(read("not(mail eq 'a')").lookUp).toBeUndefined();
  });

  test("binds `and` closer than `or`, and `not` closer than both", () => {
    const guest = { userType: "Guest", displayName: "ada", accountEnabled: false };
    expect(
      read("userType eq 'Guest' or userType eq 'Member' and accountEnabled eq true").matches(guest),
    ).toBe(true);
    expect(
      read("(userType eq 'Guest' or userType eq 'Member') and accountEnabled eq true").matches(guest),
    ).toBe(false);
    expect(read("not userType eq 'Member' and displayName eq 'ada'").matches(guest)).toBe(true);
    expect(read("not (userType eq 'Guest' and displayName eq 'ada')").matches(guest)).toBe(false);
  });

  test("that cannot be read is refused and never throws anything else, however odd, long or deep", () => {
    const odd = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            "(",
            ")",
            "'",
            "''",
            "not",
            "and",
            "or",
            "eq",
            "any",
            "/",
            ":",
            ",",
            "x",
            "mail",
            "1",
            "null",
            " ",
            "$count",
          ),
          { maxLength: 30 },
        )
        .map((parts) => parts.join(" ")),
      fc.tuple(filters, fc.nat(), fc.string({ maxLength: 2 })).map(([{ text }, at, more]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + more + text.slice(cut + 1);
      }),
    );
    fc.assert(
      fc.property(odd, (text) => {
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryRefused);
        }
      }),
      { numRuns: 5_000 },
    );
    for (const text of [
      "(".repeat(5_000),
      "not ".repeat(2_000),
      `${"mail eq 'a' or ".repeat(2_000)}mail eq 'a'`,
    ]) {
      expect(() => read(text)).toThrow(QueryRefused);
    }
  });
});
