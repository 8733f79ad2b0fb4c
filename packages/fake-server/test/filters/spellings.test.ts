import { describe, expect, test } from "vitest";
import { furnished } from "./furnished.ts";

const { world, contoso } = await furnished();
const { token } = await contoso.credential({ as: contoso.app("reader") }).getToken();

/** Asks over the wire, with the query just as it stands. */
async function ask(query: string): Promise<readonly [status: number, found: unknown]> {
  const answer = await world.fetch(
    new Request(`https://graph.microsoft.com/v1.0/users?${query}`, {
      headers: { authorization: `Bearer ${token}`, consistencylevel: "eventual" },
    }),
  );
  const { value, error } = (await answer.json()) as {
    readonly value?: readonly { readonly userPrincipalName: string }[];
    readonly error?: { readonly message: string };
  };
  return [answer.status, value?.map((user) => user.userPrincipalName.split("@")[0]) ?? error?.message];
}

describe("a filter in a URL", () => {
  test.each([
    "$filter=displayName%20eq%20'Finn%20O''Neil'",
    "$filter=displayName+eq+'Finn+O''Neil'",
    "%24filter=displayName%20eq%20%27Finn%20O%27%27Neil%27",
    "%24filter=displayName+eq+%27Finn%20O%27%27Neil%27&%24top=1",
    "$filter=displayName eq 'Finn O''Neil'",
    "$filter=%28displayName%20eq%20%27Finn%20O%27%27Neil%27%29",
  ])("means the same however it is encoded: %s", async (query) => {
    expect(await ask(query)).toEqual([200, ["finn_home.example#EXT#"]]);
  });

  test("has its signs encoded, or they mean something else", async () => {
    const name = "startsWith(userPrincipalName,'finn_home.example";
    expect(await ask(`$filter=${name}%23EXT%23')`)).toEqual([200, ["finn_home.example#EXT#"]]);
    expect(await ask(`$filter=${name}#EXT#')`)).toEqual([400, expect.stringMatching(/unterminated string/)]);
    const percent = "displayName eq '100%25 %231 %26 more'";
    expect(await ask(`$filter=${percent}`)).toEqual([200, ["pat"]]);
    expect(await ask(`$filter=${percent.replace("%26", "&")}`)).toEqual([
      400,
      expect.stringMatching(/unterminated string/),
    ]);
    // A plus that is not encoded is a blank, and so no zone.
    const date = "createdDateTime eq 2026-01-01T13:00:00";
    expect(await ask(`$filter=${date}%2B01:00`)).toEqual([200, ["ada_fabrikam.example#EXT#"]]);
    expect((await ask(`$filter=${date}+01:00`))[0]).toBe(400);
  });

  test("is refused where it is too deep or too long, and never takes the server along", async () => {
    for (const filter of ["(".repeat(8_000), "not ".repeat(2_000), "a/".repeat(4_000), "x".repeat(100_000)]) {
      expect((await ask(`$filter=${filter}`))[0]).toBe(400);
    }
  });
});

describe("without a word", () => {
  test("a count is left out where the header is missing; the filter is answered all the same", async () => {
    const count = async (header: Record<string, string>) => {
      const answer = await world.fetch(
        new Request("https://graph.microsoft.com/v1.0/users?$filter=userType eq 'Guest'&$count=true", {
          headers: { authorization: `Bearer ${token}`, ...header },
        }),
      );
      return ((await answer.json()) as Record<string, unknown>)["@odata.count"];
    };
    expect(await count({})).toBeUndefined();
    expect(await count({ ConsistencyLevel: "Eventual" })).toBe(3);
  });
});
