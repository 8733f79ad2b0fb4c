import type { WireResponse } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { openClient } from "../open-client.ts";
import { openCallers } from "./calls.ts";

const bodyOf = <T>(response: WireResponse | undefined) => response?.body as T;
const guestIn = (response: WireResponse | undefined) =>
  bodyOf<{ invitedUser: { id: string } }>(response).invitedUser.id;
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

describe("an application that reads what it has just made", () => {
  test("took a 404 for the answer, where it never asked again", async () => {
    const { contoso, ask, invite, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    contoso.faults.add({ effect: "object-missing", times: 2 });
    await ask("GET", `/users/${id}`);
    await ask("GET", `/users/${id}`);
    expect(noted()).toEqual([["read-after-write", 1, 2]]);
    expect(contoso.conduct.remarks[0]).toMatchObject({ at: expect.any(Number), caller: "app/crm" });
  });

  test("did well to ask again until it was there", async () => {
    const { contoso, ask, invite, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    contoso.faults.add({ effect: "object-missing", times: 1 });
    await ask("GET", `/users/${id}`);
    await ask("GET", `/users/${id}`);
    expect(noted()).toEqual([]);
  });

  test.each(["connection-refused", "unavailable", "throttled"] as const)(
    "did not take it for the answer where it asked again, whatever came of that: %s",
    async (effect) => {
      const { contoso, ask, invite, noted } = openCallers();
      const id = guestIn(await invite("ada@fabrikam.example", false));
      contoso.faults.add({ effect: "object-missing", times: 1 });
      await ask("GET", `/users/${id}`);
      contoso.faults.add({ effect });
      await ask("GET", `/users/${id}`);
      expect(noted()).toEqual([]);
    },
  );

  test("may take a 404 for the answer that names another object than its own", async () => {
    const { ask, invite, contoso, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    const group = contoso.group("partners");
    contoso.faults.add({ effect: "object-missing" });
    await ask("POST", `/groups/${group.id}/members/$ref`, {
      body: { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` },
    });
    expect(noted()).toEqual([]);
  });

  test.each(["reset-after-commit", "unavailable-after-commit"] as const)(
    "may take a 404 for the answer of what it has deleted, even where the deletion got no answer: %s",
    async (effect) => {
      const { contoso, ask, invite, noted } = openCallers();
      const id = guestIn(await invite("ada@fabrikam.example", false));
      contoso.faults.add({ effect, times: 1 });
      await ask("DELETE", `/users/${id}`);
      await ask("GET", `/users/${id}`);
      expect(noted()).toEqual([]);
    },
  );

  test("knows that it is there once any of its requests has shown it", async () => {
    const { contoso, ask, invite, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    contoso.faults.add({ effect: "object-missing", times: 1 });
    await ask("PATCH", `/users/${id}`, { body: { displayName: "Ada" } });
    await ask("GET", `/users/${id}`);
    expect(noted()).toEqual([]);
  });

  test("may take a 404 for the answer of what somebody else has made", async () => {
    const { ask, noted } = openCallers();
    await ask("GET", "/users/00000000-0000-4000-8000-000000000000");
    expect(noted()).toEqual([]);
  });

  test("may take it for the answer once no instance can lag any more", async () => {
    const { world, contoso, ask, invite, noted } = openCallers();
    const id = guestIn(await invite("ada@fabrikam.example", false));
    await world.clock.sleep(120_000);
    contoso.faults.add({ effect: "object-missing" });
    await ask("GET", `/users/${id}`);
    expect(noted()).toEqual([]);
  });

  test("is held to that because it has no session; a user has one", async () => {
    const { contoso, ask, invite, noted } = openCallers({}, "user");
    const id = guestIn(await invite("ada@fabrikam.example", false));
    contoso.faults.add({ effect: "object-missing" });
    await ask("GET", `/users/${id}`);
    expect(noted()).toEqual([]);
  });
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
