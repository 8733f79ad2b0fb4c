import { describe, expect, test } from "vitest";
import { openCallers } from "./calls.ts";

describe("a request that is sent again after a refusal", () => {
  test("is early where it does not wait at all", async () => {
    const { contoso, ask, noted } = openCallers();
    contoso.faults.add({ effect: "throttled", times: 1 });
    await ask("GET", "/users");
    await ask("GET", "/users");
    expect(noted()).toEqual([["early-retry", 1]]);
    expect(contoso.conduct.remarks[0]?.text).toMatch(
      /^users\.list was sent again 3000 ms before the time that Retry-After had set; wait/,
    );
  });

  test.each([
    ["throttled", 2_990],
    ["throttled-decimals", 240],
    ["throttled-milliseconds", 2_990],
    ["throttled-date", 2_500],
    ["unavailable-with-retry-after", 3_990],
  ] as const)("is early where it waits less than the service said: %s", async (effect, wait) => {
    const { world, contoso, ask, noted } = openCallers();
    contoso.faults.add({ effect, times: 1 });
    await ask("GET", "/users");
    await world.clock.sleep(wait);
    await ask("GET", "/users");
    expect(noted()).toContainEqual(["early-retry", 1]);
  });

  test("is in time once the time is over, and where none was named", async () => {
    const { world, contoso, ask, noted } = openCallers();
    contoso.faults.add({ effect: "throttled", times: 1 });
    contoso.faults.add({ effect: "throttled-without-retry-after", times: 1 });
    await ask("GET", "/users");
    await world.clock.sleep(3_000);
    await ask("GET", "/users");
    await ask("GET", "/users");
    expect(noted()).toEqual([]);
  });

  test("is not early for having been under way already", async () => {
    const { contoso, ask, noted } = openCallers();
    contoso.faults.add({ effect: "throttled", times: 2 });
    await Promise.all([ask("GET", "/users"), ask("GET", "/users")]);
    expect(noted()).toEqual([]);
  });
});

describe("another request after a refusal", () => {
  test("ignores the cooldown even in the very moment of the refusal, once that has been heard", async () => {
    const { contoso, ask, invite, noted } = openCallers();
    contoso.faults.add({ effect: "throttled", times: 1 });
    await invite("ada@fabrikam.example", false);
    await invite("bo@fabrikam.example", false);
    await ask("GET", "/users");
    expect(noted()).toEqual([["ignored-cooldown", 1]]);
  });

  test("ignores it by fetch as well, where calls cannot be told apart, from the eleventh in that moment on", async () => {
    const { world, contoso } = openCallers();
    const { token } = await contoso.credential({ as: contoso.app("other") }).getToken();
    const headers = { authorization: `Bearer ${token}` };
    contoso.faults.add({ effect: "throttled", times: 1 });
    for (let n = 0; n < 13; n++) {
      await world.fetch(new Request(`https://graph.microsoft.com/v1.0/users/${n}`, { headers }));
    }
    expect(contoso.conduct.remarks.map(({ lint, requests }) => [lint, ...requests])).toEqual([
      ["ignored-cooldown", 11],
      ["ignored-cooldown", 12],
    ]);
  });

  test("ignores the cooldown of what is throttled together", async () => {
    const { world, contoso, ask, noted } = openCallers();
    contoso.faults.add({ effect: "throttled", times: 1 });
    await ask("GET", "/users");
    await world.clock.sleep(1);
    await ask("GET", "/groups/none");
    expect(noted()).toEqual([["ignored-cooldown", 1]]);
  });

  test("may come for what is throttled by itself", async () => {
    const { world, contoso, ask, invite, noted } = openCallers();
    contoso.faults.add({ effect: "throttled", times: 1 });
    await ask("GET", "/users");
    await world.clock.sleep(1);
    await invite("ada@fabrikam.example", false);
    await ask("GET", "/identity/conditionalAccess/policies");
    expect(noted()).toEqual([]);
  });

  test("need not wait for a day because one was told to", async () => {
    const { world, contoso, ask, noted } = openCallers();
    contoso.faults.add({ effect: "throttled-for-a-day", times: 1 });
    await ask("GET", "/users");
    await world.clock.sleep(300_000);
    await ask("GET", "/groups/none");
    expect(noted()).toEqual([]);
  });
});
