import { checkEveryWorld, type SchemaViolation } from "@vestibule/fake-server/schema-check";
import { describe, expect, test } from "vitest";
import { checkExchange } from "../../src/schema/index.ts";
import { openRaw } from "../graph/raw-calls.ts";
import { refuseViolations } from "../hold-to-schema.ts";
import { exchangeOf, mutantsOf } from "./mutants.ts";
import { CLOUDS, type Swept } from "./sweep.ts";
import { visitEverything } from "./visit.ts";

type Json = Readonly<Record<string, unknown>>;

const { all } = await visitEverything("public");
const succeeded = all.filter(({ answer, template }) => answer.status < 300 && template !== "/$batch");

/** What the sweep asked for, whole. */
function sweptFor(method: string, template: string): Swept {
  return succeeded.find(
    (one) => one.template === template && one.method === method && one.query.$select === undefined,
  ) as Swept;
}

/** An answer of the sweep with another body. */
function spoilt(template: string, change: (body: Json) => unknown) {
  const exchange = exchangeOf("public", sweptFor("GET", template));
  return checkExchange({ ...exchange, answered: change(exchange.answered as Json) });
}

const first = (body: Json): Json => (body.value as readonly Json[])[0] as Json;

describe("the check", () => {
  test.each(CLOUDS)("lets every answer of the fake in %s pass", async (cloud) => {
    const sweep = await visitEverything(cloud);
    const one = sweep.all.filter(({ template }) => template !== "/$batch");
    expect(one.flatMap((swept) => checkExchange(exchangeOf(cloud, swept)))).toEqual([]);
  });

  test("notices each value of each answer that has another type, and each property too much", () => {
    const passed = succeeded.flatMap((swept) => {
      const exchange = exchangeOf("public", swept);
      return mutantsOf(swept.answer.body)
        .filter(({ body }) => checkExchange({ ...exchange, answered: body }).length === 0)
        .map(({ what }) => `${swept.method} ${swept.template}: ${what}`);
    });
    expect(new Set(passed)).toEqual(new Set());
    expect(succeeded.flatMap(({ answer }) => mutantsOf(answer.body)).length).toBeGreaterThan(2_000);
  });

  test.each<readonly [string, string, (body: Json) => unknown, string, RegExp]>([
    ["an id that is null", "/users/{key}", (body) => ({ ...body, id: null }), "id", /not nullable/],
    ["an id that is missing", "/users/{key}", ({ id: _, ...body }) => body, "id", /shown with its id/],
    [
      "a member that an enumeration does not have",
      "/policies/authorizationPolicy",
      (body) => ({ ...body, allowInvitesFrom: "anybody" }),
      "allowInvitesFrom",
      /no member 'anybody'/,
    ],
    ["a list without its envelope", "/users", (body) => body.value, "", /the body is an object/],
    ["a list without its items", "/users", ({ value: _, ...body }) => body, "value", /stands in a value/],
    [
      "an answer without a context",
      "/users",
      ({ "@odata.context": _, ...body }) => body,
      "@odata.context",
      /the context starts with/,
    ],
    [
      "the context of something else",
      "/users",
      (body) => ({ ...body, "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#groups" }),
      "@odata.context",
      /is of Collection\(microsoft.graph.user\), not groups/,
    ],
    [
      "a link that leads elsewhere",
      "/users",
      (body) => ({ ...body, "@odata.nextLink": "https://elsewhere.example/v1.0/users" }),
      "@odata.nextLink",
      /a link starts with/,
    ],
    [
      "an object that does not say what it is",
      "/groups/{id}/members",
      (body) => ({ ...body, value: [{ ...first(body), "@odata.type": undefined }] }),
      "value[0]",
      /say its type in @odata.type/,
    ],
    [
      "a type that is not one of those",
      "/groups/{id}/members",
      (body) => ({ ...body, value: [{ ...first(body), "@odata.type": "#microsoft.graph.domain" }] }),
      "value[0]",
      /no type that derives from microsoft.graph.directoryObject/,
    ],
    ["no body where there is one", "/users/{key}/manager", () => undefined, "", /the body is an object/],
  ])("notices %s", (_, template, change, path, says) => {
    expect(spoilt(template, change)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ side: "response", path, says: expect.stringMatching(says) }),
      ]),
    );
  });

  test("holds each cloud to its own schema", () => {
    const exchange = exchangeOf("china", sweptFor("GET", "/groups/{id}"));
    const answered = { ...(exchange.answered as Json), assignedLabels: [] };
    expect(checkExchange({ ...exchange, answered, cloudId: "public" })).toEqual([]);
    expect(checkExchange({ ...exchange, answered })).toMatchObject([{ path: "assignedLabels" }]);
  });

  test("lets pass what documented examples show beyond the schema, of its type and of no other", () => {
    const shown = (template: string, more: Json) => spoilt(template, (body) => ({ ...body, ...more }));
    expect(shown("/servicePrincipals/{id}", { publisherName: "Contoso" })).toEqual([]);
    expect(shown("/servicePrincipals/{id}", { publisherName: 7 })).toMatchObject([{ path: "publisherName" }]);
    expect(shown("/applications/{id}", { publisherName: "Contoso" })).toMatchObject([
      { path: "publisherName", says: expect.stringContaining("no property 'publisherName'") },
    ]);
    expect(shown("/organization/{id}", { directorySizeQuota: { used: 1, total: 2, left: 1 } })).toMatchObject(
      [{ path: "directorySizeQuota.left" }],
    );
  });

  test("notices a refusal that is not in Graph's envelope", () => {
    const refused = all.find(({ answer }) => answer.status === 404) as Swept;
    const exchange = exchangeOf("public", refused);
    expect(checkExchange(exchange)).toEqual([]);
    for (const answered of [undefined, {}, { error: { code: "x" } }, { error: { code: 7, message: "x" } }]) {
      expect(checkExchange({ ...exchange, answered })).not.toEqual([]);
    }
    expect(checkExchange({ ...exchange, contentType: "text/html" })).not.toEqual([]);
  });

  test("notices a request that the schema forbids and that was carried out, and not one that was refused", () => {
    const sent = { displayName: 7 };
    const changed = exchangeOf("public", sweptFor("PATCH", "/users/{key}"));
    const refused = all.find(({ answer }) => answer.status === 404) as Swept;
    expect(checkExchange({ ...changed, sent })).toMatchObject([{ side: "request", path: "displayName" }]);
    const { status, answered, contentType } = exchangeOf("public", refused);
    expect(checkExchange({ ...changed, sent, status, answered, contentType })).toEqual([]);
  });
});

describe("a world that is checked", () => {
  const untrue = { "@odata.type": "#microsoft.graph.user", membershipKind: "all" } as const;

  /** A tenant that shows what no directory has, by way of a test's own set-up. */
  function openUntrue() {
    const raw = openRaw();
    raw.contoso.conditionalAccess({
      ...{ displayName: "Untrue", state: "enabled" },
      conditions: {
        applications: { includeApplications: ["All"] },
        users: {
          includeGuestsOrExternalUsers: {
            guestOrExternalUserTypes: "serviceProvider",
            externalTenants: untrue,
          },
        },
      },
    });
    return raw;
  }

  test("tells of a violation, by request, place and what the schema says, until it is ended", async () => {
    const told: SchemaViolation[] = [];
    const end = checkEveryWorld((violation) => told.push(violation));
    const { ask } = openUntrue();
    await ask("GET", "/identity/conditionalAccess/policies");
    end();
    await ask("GET", "/identity/conditionalAccess/policies");
    expect(told).toEqual([
      {
        request: "GET /v1.0/identity/conditionalAccess/policies",
        cloud: "public",
        side: "response",
        path: "value[0].conditions.users.includeGuestsOrExternalUsers.externalTenants",
        says: "'#microsoft.graph.user' is no type that derives from microsoft.graph.conditionalAccessExternalTenants",
      },
    ]);
    expect(refuseViolations).toThrow(
      /GET \/v1.0\/identity.* response value\[0\].*: '#microsoft.graph.user'/s,
    );
  });

  test.each(["/$batch", "/%24BATCH", "//$batch/"])("looks into each part of a batch, as %s", async (path) => {
    const { ask } = openUntrue();
    await ask("POST", path, {
      body: {
        requests: [
          { id: "1", method: "GET", url: "/users" },
          { id: "2", method: "GET", url: "/identity/conditionalAccess/policies" },
        ],
      },
    });
    expect(refuseViolations).toThrow(/GET \/v1.0\/identity/);
  });

  test("lets pass what a fault spoils", async () => {
    const { ask, contoso } = openUntrue();
    contoso.faults.add({ effect: "html-instead-of-json" });
    await ask("GET", "/users");
    expect(refuseViolations).not.toThrow();
  });
});
