import type { WireResponse } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { openClient } from "../open-client.ts";
import { openCallers } from "./calls.ts";

const bodyOf = <T>(response: WireResponse | undefined) => response?.body as T;
const nextIn = (response: WireResponse | undefined) =>
  new URL(bodyOf<{ "@odata.nextLink": string }>(response)["@odata.nextLink"]);

describe("an invitation with a mail, sent again", () => {
  test.each([
    "reset-after-commit",
    "reset-before-commit",
    "unavailable",
    "gateway-timeout-after-commit",
    "internal-error",
    "request-timeout",
  ] as const)("is blind after %s", async (effect) => {
    const { contoso, invite, noted } = openCallers();
    contoso.faults.add({ effect, times: 1 });
    await invite("ada@fabrikam.example", true);
    await invite("Ada@Fabrikam.example", true);
    expect(noted()).toEqual([["blind-resend", 1]]);
  });

  test("is no offence after a refusal, or where it never arrived", async () => {
    const { world, contoso, invite, noted } = openCallers();
    contoso.faults.add({ effect: "throttled", times: 1 });
    contoso.faults.add({ effect: "connection-refused", times: 1 });
    await invite("ada@fabrikam.example", true);
    await world.clock.sleep(3_000);
    await invite("ada@fabrikam.example", true);
    await invite("ada@fabrikam.example", true);
    expect(noted()).toEqual([]);
  });

  test("is no offence without the mail, or to somebody else", async () => {
    const { contoso, invite, noted } = openCallers();
    contoso.faults.add({ effect: "unavailable", times: 1 });
    await invite("ada@fabrikam.example", true);
    await invite("bo@fabrikam.example", true);
    await invite("ada@fabrikam.example", false);
    expect(noted()).toEqual([]);
  });

  test("stays blind after the guest was made without one: the first mail may have gone out", async () => {
    const { contoso, invite, noted } = openCallers();
    contoso.faults.add({ effect: "unavailable-after-commit", times: 1 });
    await invite("ada@fabrikam.example", true);
    await invite("ada@fabrikam.example", false);
    await invite("ada@fabrikam.example", true);
    expect(noted()).toEqual([["blind-resend", 2]]);
  });

  test("is no offence of whoever has looked who is there", async () => {
    const { contoso, ask, invite, noted } = openCallers();
    contoso.faults.add({ effect: "unavailable", times: 1 });
    await invite("ada@fabrikam.example", true);
    await ask("GET", "/users");
    await invite("ada@fabrikam.example", true);
    expect(noted()).toEqual([]);
  });

  test.each(["html-instead-of-json", "empty-body", "truncated-json"] as const)(
    "is blind after a success that nobody can read: %s",
    async (effect) => {
      const { contoso, invite, noted } = openCallers();
      contoso.faults.add({ effect, times: 1 });
      await invite("ada@fabrikam.example", true);
      await invite("ada@fabrikam.example", true);
      expect(noted()).toEqual([["blind-resend", 1]]);
    },
  );
});

describe("a page of a list", () => {
  test("asked for by a link that was put together by hand", async () => {
    const { ask, noted } = openCallers();
    const link = nextIn(await ask("GET", "/users", { query: { $top: "2" } }));
    await ask("GET", "/users", { query: { $skiptoken: link.searchParams.get("$skiptoken") ?? "" } });
    expect(noted()).toEqual([["next-link-rebuilt", 1]]);
  });

  test("asked for by the link as it came", async () => {
    const { ask, noted } = openCallers();
    const link = nextIn(await ask("GET", "/users", { query: { $top: "2" } }));
    await ask("GET", "/users", { query: Object.fromEntries(link.searchParams) });
    expect(noted()).toEqual([]);
  });
});

describe("an advanced query", () => {
  const headers = { consistencylevel: "eventual" };

  test.each([
    ["that is refused without the header", { $filter: "endswith(mail,'@fabrikam.example')", $count: "true" }],
    ["whose count is left out without the header", { $count: "true" }],
  ])("%s is noted", async (_, query) => {
    const { ask, noted } = openCallers();
    await ask("GET", "/users", { query });
    expect(noted()).toEqual([["missing-consistency-level", 0]]);
  });

  test("with the header is fine", async () => {
    const { ask, noted } = openCallers();
    await ask("GET", "/users", { query: { $count: "true" }, headers });
    expect(noted()).toEqual([]);
  });
});

describe("a request to a service in trouble", () => {
  test("may be sent twenty times in a row, and is noted once from there on", async () => {
    const { world, contoso, ask, noted } = openCallers();
    contoso.faults.add({ effect: "unavailable" });
    const again = async () => {
      await world.clock.sleep(1_000);
      await ask("GET", "/users");
    };
    for (let n = 0; n < 20; n++) await again();
    expect(noted()).toEqual([]);
    for (let n = 0; n < 5; n++) await again();
    expect(noted()).toEqual([["unbounded-retries", 20]]);
  });

  test("is no retry where it is another call", async () => {
    const { world, contoso, ask, noted } = openCallers();
    contoso.faults.add({ effect: "unavailable" });
    for (let n = 0; n < 25; n++) {
      await ask("GET", `/users/${n}`);
      await world.clock.sleep(3_600_000);
    }
    expect(noted()).toEqual([]);
    const { b2b, contoso: own } = openClient();
    own.faults.add({ effect: "unavailable" });
    for (let n = 0; n < 30; n++) await b2b.guests.get(own.app("x").id).safe();
    own.conduct.assertClean();
  });

  test("counts from the start after a success", async () => {
    const { contoso, ask, noted } = openCallers();
    const down = () => contoso.faults.add({ effect: "unavailable", times: 15 });
    for (let round = 0; round < 3; round++) {
      down();
      for (let n = 0; n < 16; n++) await ask("GET", "/users");
    }
    expect(noted()).toEqual([]);
  });
});
