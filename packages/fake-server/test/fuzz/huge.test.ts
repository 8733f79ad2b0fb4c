import { expect, test } from "vitest";
import { furnished } from "./furnished.ts";
import { MOST_WORK_MS, workOf } from "./work-of.ts";

const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);
const many = (times: number, of: (n: number) => unknown) => Array.from({ length: times }, (_, n) => of(n));
const user = {
  ...{ accountEnabled: true, mailNickname: "x", userPrincipalName: "x@contoso.onmicrosoft.com" },
  passwordProfile: { password: "Long-enough-1" },
};

/** Each as large as a client can make it, or as deep. */
const HUGE: readonly [what: string, method: string, path: string, body?: string][] = [
  ["a body of a hundred thousand lists within one another", "POST", "/users", deep("[", "]", 100_000)],
  [
    "a property of a hundred thousand objects within one another",
    "POST",
    "/users",
    `{"displayName":${deep('{"a":', "}", 100_000).replace(":}", ":1}")}}`,
  ],
  [
    "a name of four million letters",
    "POST",
    "/users",
    JSON.stringify({ ...user, displayName: "x".repeat(4_000_000) }),
  ],
  [
    "a body with a hundred thousand properties",
    "POST",
    "/invitations",
    JSON.stringify(Object.fromEntries(many(100_000, (n) => [`p${n}`, n]) as [string, number][])),
  ],
  [
    "a batch of a hundred thousand",
    "POST",
    "/$batch",
    JSON.stringify({ requests: many(100_000, (n) => ({ id: String(n), method: "GET", url: "/users" })) }),
  ],
  [
    "a batch whose parts wait for each other in a circle",
    "POST",
    "/$batch",
    JSON.stringify({
      requests: many(20, (n) => ({
        id: `${n}`,
        method: "GET",
        url: "/users",
        dependsOn: [`${Number(n) + 1}`],
      })),
    }),
  ],
  [
    "a batch in a batch",
    "POST",
    "/$batch",
    JSON.stringify({
      requests: [
        {
          id: "1",
          method: "POST",
          url: "/$batch",
          headers: { "Content-Type": "application/json" },
          body: { requests: [] },
        },
      ],
    }),
  ],
  [
    "ids to look up by the hundred thousand",
    "POST",
    "/directoryObjects/getByIds",
    JSON.stringify({ ids: many(100_000, () => "00000000-0000-4000-8000-000000000000") }),
  ],
  [
    "a filter of fifty thousand brackets",
    "GET",
    `/users?$filter=${deep("(", ")", 50_000).replace("()", "(mail eq 'x')")}`,
  ],
  ["a filter of fifty thousand nots", "GET", `/users?$filter=${"not ".repeat(50_000)}(mail eq 'x')`],
  [
    "a filter of fifty thousand terms",
    "GET",
    `/users?$filter=${many(50_000, () => "mail eq 'x'").join(" or ")}`,
  ],
  [
    "lambdas within one another",
    "GET",
    `/users?$filter=${deep("otherMails/any(x:", ")", 5_000).replace(":)", ":x eq 'x')")}`,
  ],
  [
    "a list of fifty thousand values",
    "GET",
    `/users?$filter=mail in (${many(50_000, () => "'x'").join(",")})`,
  ],
  ["a selection of fifty thousand names", "GET", `/users?$select=${many(50_000, (n) => `p${n}`).join(",")}`],
  [
    "expansions within one another",
    "GET",
    `/users?$expand=${deep("manager($expand=", ")", 5_000).replace("=)", "=manager)")}`,
  ],
  [
    "a search of fifty thousand words",
    "GET",
    `/users?$search=${many(50_000, () => '"displayName:x"').join(" AND ")}`,
  ],
  ["a path of twenty thousand segments", "GET", "/users".repeat(20_000)],
  ["a page token of a megabyte", "GET", `/users?$skiptoken=${"A".repeat(1_000_000)}`],
];

test.each(HUGE)("%s: refused or answered, and never more than that", async (what, method, path, body) => {
  const { world, contoso } = furnished(1);
  const { token } = await contoso.credential({ as: contoso.app("caller") }).getToken();
  const before = contoso.log.length;
  const request = new Request(`https://graph.microsoft.com/v1.0${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      consistencylevel: "eventual",
      "content-type": "application/json",
    },
    ...(body !== undefined && { body }),
  });
  const [response, ms] = await workOf(() => world.fetch(request));
  expect([what, ms < MOST_WORK_MS]).toEqual([what, true]);
  expect(response.status).toBeLessThan(500);
  if (method !== "GET") expect([what, response.status >= 400 || path === "/$batch"]).toEqual([what, true]);
  expect(contoso.log.length).toBe(before);
});
