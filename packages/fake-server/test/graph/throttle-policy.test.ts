import { createWorld, type ThrottlePolicy } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { atOnce, callsOf, letIn, openThrottled } from "./throttle-calls.ts";

describe("a policy", () => {
  test("is what is documented in a world that is as documented, and none in one where all happens at once", async () => {
    for (const [realism, expected] of [
      ["documented", 150],
      ["instant", 200],
    ] as const) {
      const contoso = createWorld({ realism }).cloud("public").tenant("contoso");
      const { invite } = callsOf(contoso, contoso.app("inviter"));
      expect(letIn(await atOnce(200, (n) => invite(`guest${n}`)))).toBe(expected);
    }
  });

  test("keeps the documented limits where it says nothing else", async () => {
    const { invite, send } = openThrottled({ units: { units: 5, perMs: 1_000 } });
    expect(letIn(await atOnce(200, (n) => invite(`guest${n}`)))).toBe(150);
    expect(letIn(await atOnce(2, () => send("/identity/conditionalAccess/policies")))).toBe(1);
    expect(letIn(await atOnce(10, () => send("/groups/none")))).toBe(5);
  });

  test("is the same for tenants of all sizes where it sets the units itself", async () => {
    const { contoso, send } = openThrottled({ units: { units: 5, perMs: 1_000 } });
    contoso.members(600);
    expect(letIn(await atOnce(10, () => send("/groups/none")))).toBe(5);
  });

  test("starts with nothing used", async () => {
    const { contoso, invite } = openThrottled("documented");
    await atOnce(200, (n) => invite(`guest${n}`));
    contoso.throttle("documented");
    expect(letIn(await atOnce(200, (n) => invite(`again${n}`)))).toBe(150);
  });

  test.each([
    [undefined, TypeError, 'throttle: expected "none", "documented" or an object of limits, got undefined'],
    ["strict", TypeError, 'throttle: expected "none", "documented" or an object of limits, got "strict"'],
    [null, TypeError, /^throttle: .* got null$/],
    [[], TypeError, /^throttle: .* got a list$/],
    [{ invites: {} }, RangeError, /^throttle\.invites: there is no such limit; there are invitations, /],
    [{ constructor: {} }, RangeError, /^throttle\.constructor: /],
    [{ invitations: 5 }, TypeError, "throttle.invitations: expected { requests, perMs }, got 5"],
    [{ invitations: null }, TypeError, /^throttle\.invitations: .* got null$/],
    [
      { invitations: { requests: 0, perMs: 1 } },
      RangeError,
      "throttle.invitations.requests: expected a whole number from 1, got 0",
    ],
    [{ invitations: { requests: 1, perMs: 0 } }, RangeError, /^throttle\.invitations\.perMs: .* got 0$/],
    [{ units: { units: 1.5, perMs: 1 } }, RangeError, /^throttle\.units\.units: .* got 1\.5$/],
    [{ units: { units: Number.NaN, perMs: 1 } }, RangeError, /^throttle\.units\.units: .* got NaN$/],
    [{ writes: { writes: Number.POSITIVE_INFINITY, perMs: 1 } }, RangeError, /^throttle\.writes\.writes: /],
    [{ writes: { writes: "10", perMs: 1 } }, TypeError, /^throttle\.writes\.writes: .* got "10"$/],
    [{ tenantWrites: { perMs: 1 } }, TypeError, /^throttle\.tenantWrites\.writes: .* got undefined$/],
    [
      { conditionalAccess: { requests: 1, perMs: 1, per: 2 } },
      RangeError,
      "throttle.conditionalAccess.per: there is no such property; there are requests, perMs",
    ],
  ])(
    "that says %j is refused with its path and the reason, and the old one stays",
    async (policy, kind, text) => {
      const { contoso, invite } = openThrottled({ invitations: { requests: 2, perMs: 5_000 } });
      await invite("first");
      const set = () => contoso.throttle(policy as ThrottlePolicy);
      expect(set).toThrow(kind);
      expect(set).toThrow(text);
      expect(letIn(await atOnce(3, (n) => invite(`guest${n}`)))).toBe(1);
    },
  );

  test("may leave limits undefined", () => {
    const tenant = createWorld().cloud("public").tenant("contoso");
    expect(() => tenant.throttle({ units: undefined } as unknown as ThrottlePolicy)).not.toThrow();
  });
});

const SEEN = ["request-id", "retry-after", "x-ms-throttle-limit-percentage", "x-ms-throttle-scope"];

describe("a rewind", () => {
  test("brings back what was used, the policy and the size of the tenant", async () => {
    const { contoso, invite, send, world } = openThrottled("documented");
    await atOnce(200, (n) => invite(`guest${n}`));
    await atOnce(3_000, () => send("/groups/none"));
    const mark = world.mark();
    const goOn = async () => {
      const answers = [
        ...(await atOnce(100, (n) => invite(`more${n}`))),
        ...(await atOnce(1_500, () => send("/groups/none"))),
      ];
      return answers.map(({ status, headers }) => [status, ...SEEN.map((name) => headers.get(name))]);
    };
    const first = await goOn();
    contoso.members(600);
    await world.clock.sleep(20_000);
    await goOn();
    contoso.throttle("none");
    world.rewind(mark);
    expect(await goOn()).toEqual(first);
    world.rewind(mark);
    expect(await goOn()).toEqual(first);
  });
});
