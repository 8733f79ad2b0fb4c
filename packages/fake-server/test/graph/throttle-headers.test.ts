import { describe, expect, test } from "vitest";
import { routes } from "../../src/graph/routes/index.ts";
import { serviceOf, unitsOf } from "../../src/graph/throttle/cost.ts";
import { BASE_UNITS } from "../../src/graph/throttle/documented.ts";
import { METER_HEADERS } from "../../src/graph/throttle/meter.ts";
import { atOnce, openThrottled } from "./throttle-calls.ts";

const usage = "x-ms-throttle-limit-percentage";

describe("an answer of the directory", () => {
  test.each([
    ["GET", "/users", {}, 2],
    ["GET", "/users", { $select: "id" }, 1],
    ["GET", "/users", { $top: "19" }, 1],
    ["GET", "/users", { $top: "20" }, 2],
    ["GET", "/users", { $select: "id", $top: "5" }, 1],
    ["GET", "/users", { $expand: "manager" }, 3],
    ["GET", "/users/none", {}, 1],
    ["GET", "/users/none", { $select: "id" }, 1],
    ["GET", "/groups/none/members", {}, 3],
    ["GET", "/groups/none/members", { $select: "id" }, 2],
    ["GET", "/groups/none/members/microsoft.graph.user", {}, 3],
    ["GET", "/groups/none/transitiveMembers", { $top: "5", $select: "id" }, 3],
    ["GET", "/users/none/memberOf", {}, 2],
    ["GET", "/users/none/transitiveMemberOf/microsoft.graph.group", {}, 2],
    ["POST", "/groups/none/checkMemberGroups", {}, 4],
    ["POST", "/users/none/getMemberGroups", {}, 2],
    ["GET", "/policies/crossTenantAccessPolicy/default", {}, 1],
    ["PATCH", "/users/none", {}, 1],
    ["DELETE", "/users/none", {}, 1],
    ["POST", "/groups/none/members/$ref", {}, 1],
  ] as const)(
    "to %s %s with %j says that it cost %i units, throttled or not",
    async (method, path, query, units) => {
      for (const policy of ["none", "documented"] as const) {
        const { headers } = await openThrottled(policy).send(path, { method, query });
        expect(headers.get("x-ms-resource-unit")).toBe(String(units));
      }
    },
  );

  test("says how much of the limit is used above 0.8 only, and never more than 1.8", async () => {
    const { send } = openThrottled({ units: { units: 10, perMs: 10_000 } });
    const answers = await atOnce(40, () => send("/groups/none"));
    const reported = answers.map(({ headers }) => headers.get(usage));
    expect(reported.slice(0, 12)).toEqual([...Array(8).fill(null), "0.9", "1", "1.1", "1.2"]);
    expect(reported.slice(-20)).toEqual(Array(20).fill("1.8"));
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(400), ...Array(30).fill(429)]);
  });

  test("tells the use of the limit that is used most", async () => {
    const { send } = openThrottled({ writes: { writes: 10, perMs: 150_000 } });
    const answers = await atOnce(9, () => send("/users/none", { method: "DELETE" }));
    expect(answers.map(({ headers }) => headers.get(usage))).toEqual([...Array(8).fill(null), "0.9"]);
    expect((await send("/users/none")).headers.get(usage)).toBeNull();
  });

  test("rounds what is just above 0.8 up, not down to it", async () => {
    const { send } = openThrottled({ units: { units: 10_000, perMs: 10_000 } });
    const answers = await atOnce(8_001, () => send("/groups/none"));
    expect(answers.at(-2)?.headers.get(usage)).toBeNull();
    expect(answers.at(-1)?.headers.get(usage)).toBe("0.801");
  });

  test("says whose limit refused it, and which", async () => {
    const { send, contoso } = openThrottled({ units: { units: 1, perMs: 10_000 } });
    const { appId } = contoso.app("inviter");
    const [accepted, refused] = await atOnce(2, () => send("/groups/none"));
    expect(accepted?.headers.get("x-ms-throttle-scope")).toBeNull();
    expect(accepted?.headers.get("retry-after")).toBeNull();
    expect(refused?.headers.get("x-ms-throttle-scope")).toBe(
      `Tenant_Application/ReadWrite/${appId}/${contoso.id}`,
    );
    expect(refused?.headers.get("x-ms-throttle-information")).toBe("ResourceUnitLimitExceeded");
  });
});

describe("a refusal", () => {
  test("has the documented body, with the id and the time of its request", async () => {
    const { invite } = openThrottled({ invitations: { requests: 1, perMs: 5_000 } });
    const refused = (await atOnce(2, (n) => invite(`guest${n}`)))[1];
    expect(refused?.body).toEqual({
      error: {
        code: "TooManyRequests",
        message: "Please retry again later.",
        innerError: {
          code: "429",
          date: "2026-01-01T00:00:00",
          message: "Please retry after",
          "request-id": refused?.headers.get("request-id"),
          status: "429",
        },
      },
    });
  });

  test("comes through fetch with the same headers", async () => {
    const { world, contoso } = openThrottled({ units: { units: 1, perMs: 10_000 } });
    const { token } = await contoso.credential({ as: contoso.app("inviter") }).getToken();
    const ask = () =>
      world.fetch(
        new Request("https://graph.microsoft.com/v1.0/groups/none", {
          headers: { authorization: `Bearer ${token}` },
        }),
      );
    const { headers: before } = await ask();
    expect([...before.keys()].filter((name) => name.startsWith("x-ms-"))).toEqual([
      "x-ms-ags-diagnostic",
      "x-ms-resource-unit",
      usage,
    ]);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      "content-type": "application/json",
      "retry-after": "18",
      "x-ms-resource-unit": "1",
      "x-ms-throttle-information": "ResourceUnitLimitExceeded",
    });
  });
});

describe("an answer of another service", () => {
  test.each(["/invitations", "/identity/conditionalAccess/policies", "/auditLogs/signIns"])(
    "says nothing of units, at %s",
    async (path) => {
      const one = { requests: 1, perMs: 1_000 };
      const { send } = openThrottled({ invitations: one, conditionalAccess: one, reports: one });
      const answers = await atOnce(2, () => send(path));
      expect(answers[1]?.status).toBe(429);
      for (const { headers } of answers) {
        expect(
          METER_HEADERS.filter((name) => name.startsWith("x-ms-") && headers.get(name) !== null),
        ).toEqual([]);
      }
    },
  );
});

describe("the table of costs", () => {
  test("names routes that there are", () => {
    const answered = routes.flatMap(({ path, methods }) =>
      Object.keys(methods).map((name) => `${name} ${path}`),
    );
    const named = answered.map((operation) => operation.replaceAll(/\{\w+\}/g, "{id}"));
    expect(named).toEqual(expect.arrayContaining(Object.keys(BASE_UNITS)));
  });

  test("gives each operation a service, and those of the directory one to five units", () => {
    const asked = routes.flatMap(({ path, methods }) =>
      Object.keys(methods).map((method) => ({
        service: serviceOf(path),
        units: unitsOf(path, { method, query: {} }),
      })),
    );
    expect(new Set(asked.map(({ service }) => service))).toEqual(
      new Set(["directory", "invitations", "conditional access", "reports"]),
    );
    const ofDirectory = asked.filter(({ service }) => service === "directory").map(({ units }) => units);
    expect(new Set(ofDirectory)).toEqual(new Set([1, 2, 3, 4, 5]));
  });
});
