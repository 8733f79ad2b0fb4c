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
