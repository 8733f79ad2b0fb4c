import { B2BError, clouds, createB2BClient } from "@vestibule/sdk";
import { type DiscoverHomesOptions, discoverHomes } from "@vestibule/sdk/graph";
import { describe, expect, test } from "vitest";
import { failureOf, rejectionOf } from "../failure-of.ts";
import { scriptedTransport } from "../scripted-transport.ts";
import { corpDocument, corpHome, noSuchTenant, publicHostAnswers } from "./login-hosts.ts";

const found = () => Response.json(corpDocument());

describe("an answer of discovery", () => {
  test("is remembered for an hour, by the clock that was given", async () => {
    const { homes, asked, clock } = publicHostAnswers(found);
    await homes.resolve("corp.example");
    await clock.sleep(3_599_999);
    await homes.resolve("CORP.example");
    expect(asked).toHaveLength(1);
    await clock.sleep(1);
    await homes.resolve("corp.example");
    expect(asked).toHaveLength(2);
  });

  test("is remembered as long as is said, and so that a domain is nobody's", async () => {
    const { homes, asked, clock } = publicHostAnswers(noSuchTenant, { ttlMs: 1_000 });
    expect(await homes.resolve("corp.example")).toEqual({ kind: "unmanaged" });
    await homes.resolve("corp.example");
    expect(asked).toHaveLength(3);
    await clock.sleep(1_000);
    await homes.resolve("corp.example");
    expect(asked).toHaveLength(6);
  });

  test("is forgotten, the oldest first, where there are too many", async () => {
    const { homes, asked } = publicHostAnswers(found, { capacity: 2 });
    for (const domain of ["a.example", "b.example", "c.example"]) await homes.resolve(domain);
    await homes.resolve("c.example");
    await homes.resolve("b.example");
    expect(asked).toHaveLength(3);
    await homes.resolve("a.example");
    expect(asked).toHaveLength(4);
  });

  test("is asked for once by all who want it at the same time", async () => {
    const { homes, asked } = publicHostAnswers(found);
    const all = await Promise.all(Array.from({ length: 50 }, () => homes.resolve("corp.example")));
    expect(all).toEqual(Array.from({ length: 50 }, () => corpHome));
    expect(asked).toHaveLength(1);
  });

  test("that nobody could give is asked for again", async () => {
    let isDown = true;
    const { homes, asked } = publicHostAnswers(() =>
      isDown ? new Response("busy", { status: 503 }) : found(),
    );
    expect(await homes.resolve("corp.example")).toEqual({ kind: "unknown" });
    isDown = false;
    expect(await homes.resolve("corp.example")).toEqual(corpHome);
    expect(asked).toHaveLength(4);
  });
});

describe("a caller who gives up", () => {
  test("ends its own wait alone, with its own reason", async () => {
    const { homes, asked, clock } = publicHostAnswers(async () => {
      await clock.sleep(1_000);
      return found();
    });
    const controller = new AbortController();
    const impatient = rejectionOf(homes.resolve("corp.example", controller.signal));
    const patient = homes.resolve("corp.example");
    const reason = new Error("changed my mind");
    controller.abort(reason);
    expect(await impatient).toBe(reason);
    expect(await patient).toEqual(corpHome);
    expect(asked).toHaveLength(1);
  });

  test("beforehand asks nobody", async () => {
    const { homes, asked } = publicHostAnswers(found);
    expect(await rejectionOf(homes.resolve("corp.example", AbortSignal.abort("no")))).toBe("no");
    expect(asked).toEqual([]);
  });
});

const wrongNames = [
  "",
  "corp",
  ".corp.example",
  "corp.example.",
  "corp..example",
  "-corp.example",
  "corp-.example",
  "1.2.3.4",
  "corp.example/../x",
  "corp.example?x",
  "corp.example:443",
  "ada@corp.example",
  "corp example.com",
  "aaaaaaaa-0000-4000-8000-00000000000",
  "aaaaaaaa-0000-4000-8000-00000000000g",
  "{aaaaaaaa-0000-4000-8000-000000000001}",
  `${"a".repeat(64)}.example`,
  `${"a.".repeat(130)}example`,
];

describe("what is neither a domain nor a tenant id", () => {
  test.each(wrongNames)("is refused before anybody is asked: %j", async (name) => {
    const { homes, asked } = publicHostAnswers(found);
    const error = await failureOf(homes.resolve(name));
    expect(error).toMatchObject({ code: "invalid-input", operation: "homes.resolve", outcome: "not-sent" });
    expect(asked).toEqual([]);
  });

  test.each(wrongNames.filter((name) => !name.includes("@")))(
    "is refused by boundary.check too: %j",
    async (name) => {
      const { homes, asked } = publicHostAnswers(found);
      const transport = scriptedTransport([]);
      const b2b = createB2BClient({ transport, boundary: { resolver: homes } });
      expect(await failureOf(b2b.boundary.check(name))).toMatchObject({ code: "invalid-input" });
      expect([asked.length, transport.sent.length]).toEqual([0, 0]);
    },
  );
});

test("an address with two signs is refused by boundary.check, and nobody is asked", async () => {
  const { homes, asked } = publicHostAnswers(found);
  const transport = scriptedTransport([]);
  const b2b = createB2BClient({ transport, boundary: { resolver: homes } });
  for (const name of ["a@b@c.example", "@c.example", "a@@c.example", '"a@b"@c.example']) {
    expect(await failureOf(b2b.boundary.check(name))).toMatchObject({ code: "invalid-input" });
  }
  expect([asked.length, transport.sent.length]).toEqual([0, 0]);
});

test("an address of four numbers is refused by boundary.check whatever the resolver", async () => {
  const b2b = createB2BClient({ transport: scriptedTransport([]) });
  for (const name of ["1.2.3.4", "ada@1.2.3.4", "corp.123"]) {
    expect(await failureOf(b2b.boundary.check(name))).toMatchObject({ code: "invalid-input" });
  }
});

describe("options of discovery", () => {
  const refused = (options: unknown) => {
    const attempt = () => discoverHomes(options as DiscoverHomesOptions);
    expect(attempt).toThrow(B2BError);
    return attempt;
  };

  test.each<[unknown, string]>([
    [{ timeoutMs: 0 }, "timeoutMs must be a number above 0"],
    [{ ttlMs: Number.NaN }, "ttlMs must be a number above 0"],
    [{ capacity: "many" }, "capacity must be a number above 0"],
    [{ clouds: [] }, "clouds must hold a cloud"],
    [{ clouds: "public" }, "clouds must hold a cloud"],
    [{ clouds: ["public"] }, "clouds[0].login must be an https origin"],
    [
      { clouds: [{ ...clouds.public, login: "http://login.example" }] },
      "clouds[0].login must be an https origin",
    ],
    [
      { homes: { "fabrikam.cn": "chnia" } },
      'homes["fabrikam.cn"] must name a cloud: there is no cloud "chnia"',
    ],
    [{ homes: { "fabrikam.cn": { tenantId: "7" } } }, 'homes["fabrikam.cn"] must be a tenant id'],
    [
      { homes: { "fabrikam.cn": { kind: "tenant", tenant: { cloud: "moon" } } } },
      "there are public, usgov, usgov-dod, china",
    ],
    [{ homes: { fabrikam: "china" } }, "homes has a name that must be a domain"],
  ])("that cannot be right are refused: %j", (options, text) => {
    expect(refused(options)).toThrow(text);
  });
});
