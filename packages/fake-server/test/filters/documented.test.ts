import { describe, expect, test } from "vitest";
import { type Entity, furnished } from "./furnished.ts";
import { naively } from "./naive.ts";
import { REAL_FILTERS } from "./real-filters.ts";
import { CASES_OF_GUESTS, type FilterCase } from "./table-of-guests.ts";

const { list } = await furnished();
type Answer = Awaited<ReturnType<typeof list>>;

const entitiesIn = ({ status, body }: Answer): readonly Entity[] => {
  expect(status, JSON.stringify(body)).toBe(200);
  return (body as { readonly value: readonly Entity[] }).value;
};
const EVERYBODY = {
  users: entitiesIn(await list("users", undefined, false)),
  "deleted users": entitiesIn(await list("deleted users", undefined, false)),
};

/** Who is found, and who would be if everybody were looked at in turn. */
async function expectRight(of: FilterCase["of"], filter: string, advanced: boolean): Promise<void> {
  const found = entitiesIn(await list(of, filter, advanced)).map(({ id }) => id);
  const right = EVERYBODY[of].filter(naively(filter)).map(({ id }) => id);
  expect(found).toEqual(right);
}

function refusal({ status, body }: Answer): readonly unknown[] {
  const { error } = body as { readonly error: { readonly code: string; readonly message: string } };
  return [status, error.code, error.message];
}

const ADVANCED = /^Operator '(\w+)' is not supported because the required parameters might be missing\./;
const allowed = (support: FilterCase["support"]) =>
  CASES_OF_GUESTS.filter((each) => each.support === support);

describe("a filter of users that works by default", () => {
  test.each(allowed("default"))(
    "($filter) finds the right ones, as an advanced query too",
    async ({ filter, of }) => {
      await expectRight(of, filter, false);
      await expectRight(of, filter, true);
    },
  );
});

describe("a filter of users that takes an advanced query", () => {
  test.each(allowed("advanced"))(
    "($filter) finds the right ones in one, and is refused otherwise",
    async (given) => {
      const { filter, of, operator } = given;
      await expectRight(of, filter, true);
      const [status, code, message] = refusal(await list(of, filter, false));
      expect([status, code]).toEqual([400, "Request_UnsupportedQuery"]);
      expect(ADVANCED.exec(String(message))?.[1]).toBe(operator);
    },
  );
});

describe("a filter of users that never works", () => {
  test.each(allowed("never"))("($filter) is refused with the property", async ({ filter, of, property }) => {
    expect(refusal(await list(of, filter, true))).toEqual([
      400,
      "Request_UnsupportedQuery",
      `Unsupported or invalid query filter clause specified for property '${property}' of resource 'User'.`,
    ]);
    expect(refusal(await list(of, filter, false)).slice(0, 2)).toEqual([400, "Request_UnsupportedQuery"]);
  });
});

describe("a filter that people send", () => {
  test.each(REAL_FILTERS)("%s: %s", async (filter, support) => {
    await expectRight("users", filter, true);
    if (support === "default") await expectRight("users", filter, false);
    else expect((await list("users", filter, false)).status).toBe(400);
  });
});

describe("these filters", () => {
  test("are many, and find somebody more often than not", () => {
    const all = [...CASES_OF_GUESTS.map(({ filter }) => filter), ...REAL_FILTERS.map(([filter]) => filter)];
    expect(new Set(all).size).toBeGreaterThanOrEqual(300);
    const found = CASES_OF_GUESTS.filter(({ support, filter, of }) => {
      return support !== "never" && EVERYBODY[of].some(naively(filter));
    });
    expect(
      found.length / CASES_OF_GUESTS.filter(({ support }) => support !== "never").length,
    ).toBeGreaterThan(0.75);
  });
});
