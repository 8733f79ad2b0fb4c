import { createWorld, type Tenant } from "@vestibule/fake-server";
import type { WireResponse } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { atOnce, callsOf, letIn, openThrottled, waitOf } from "./throttle-calls.ts";

/** Whether a call would be let in, without its counting. */
async function wouldTake(tenant: Tenant, call: () => Promise<WireResponse>): Promise<boolean> {
  const { throttle } = tenant.directory;
  const { position } = throttle;
  const { status } = await call();
  throttle.restore(position);
  return status !== 429;
}

describe("the invitation service", () => {
  test("refuses the 151st invitation within five seconds, and writes nothing", async () => {
    const { invite, contoso } = openThrottled("documented");
    const answers = await atOnce(150, (n) => invite(`guest${n}`));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const before = contoso.log.length;
    const refused = await invite("one-too-many");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(contoso.log.length).toBe(before);
    expect(contoso.mails).toEqual([]);
  });

  test("takes it after the wait that it asked for", async () => {
    const { invite, world } = openThrottled("documented");
    await atOnce(150, (n) => invite(`guest${n}`));
    await world.clock.sleep(waitOf(await invite("late")));
    expect((await invite("late")).status).toBe(201);
  });

  test("gives back its room evenly: thirty invitations a second", async () => {
    const { invite, world } = openThrottled("documented");
    await atOnce(150, (n) => invite(`guest${n}`));
    await world.clock.sleep(1_000);
    expect(letIn(await atOnce(40, (n) => invite(`later${n}`)))).toBe(30);
    await world.clock.sleep(60_000);
    expect(letIn(await atOnce(200, (n) => invite(`much-later${n}`)))).toBe(150);
  });

  test("counts all applications of a tenant together, reads too", async () => {
    const { invite, send, contoso } = openThrottled({ invitations: { requests: 4, perMs: 5_000 } });
    const other = callsOf(contoso, contoso.app("other"));
    const found = [await invite("a"), await other.invite("b"), await send("/invitations"), await invite("d")];
    expect(found.map(({ status }) => status)).toEqual([201, 201, 404, 201]);
    expect((await other.invite("e")).status).toBe(429);
    expect((await invite("f")).status).toBe(429);
  });

  test("does not count in the directory's resource units, nor they in it", async () => {
    const policy = { invitations: { requests: 2, perMs: 5_000 }, units: { units: 2, perMs: 10_000 } };
    const { invite, send } = openThrottled(policy);
    expect(letIn(await atOnce(3, (n) => invite(`guest${n}`)))).toBe(2);
    expect(letIn(await atOnce(3, () => send("/groups/none")))).toBe(2);
  });
});

describe("two tenants", () => {
  test("share nothing", async () => {
    const world = createWorld();
    const [contoso, fabrikam] = ["contoso", "fabrikam"].map((name) => {
      const tenant = world.cloud("public").tenant(name);
      tenant.throttle({ invitations: { requests: 3, perMs: 5_000 } });
      return callsOf(tenant, tenant.app("inviter"));
    });
    expect(letIn(await atOnce(5, (n) => contoso?.invite(`a${n}`) as never))).toBe(3);
    expect(letIn(await atOnce(5, (n) => fabrikam?.invite(`b${n}`) as never))).toBe(3);
  });
});

describe("the directory", () => {
  test("counts resource units for each application by itself", async () => {
    const { send, contoso } = openThrottled({ units: { units: 6, perMs: 10_000 } });
    const other = callsOf(contoso, contoso.app("other"));
    expect(letIn(await atOnce(5, () => send("/users")))).toBe(3);
    expect(letIn(await atOnce(5, () => other.send("/users")))).toBe(3);
  });

  test("counts users who work with the same application together", async () => {
    const { contoso } = openThrottled({ units: { units: 6, perMs: 10_000 } });
    const [mia, bo] = ["mia", "bo"].map((name) => callsOf(contoso, contoso.user(name)));
    expect(letIn(await atOnce(2, () => mia?.send("/users") as never))).toBe(2);
    expect(letIn(await atOnce(2, () => bo?.send("/users") as never))).toBe(1);
  });

  test.each([
    [49, 3_500],
    [50, 5_000],
    [500, 5_000],
    [501, 8_000],
  ])("of %i users takes %i units at once", async (users, units) => {
    const { send, contoso } = openThrottled("documented");
    contoso.members(users);
    expect(letIn(await atOnce(units + 10, () => send("/users/none")))).toBe(units);
  });

  test("does not count groups and applications as users", async () => {
    const { send, contoso } = openThrottled("documented");
    for (let n = 0; n < 60; n++) contoso.group(`team${n}`);
    contoso.members(10);
    expect(letIn(await atOnce(3_600, () => send("/users/none")))).toBe(3_500);
  });

  test("grows with its users: what is used stays used, of more", async () => {
    const { send, contoso } = openThrottled("documented");
    await atOnce(3_000, () => send("/users/none"));
    contoso.members(600);
    expect(letIn(await atOnce(6_000, () => send("/users/none")))).toBe(5_000);
  });

  test("is measured anew after a while, and counts nobody who was deleted", async () => {
    const { send, contoso, world } = openThrottled("documented");
    const room = async () => letIn(await atOnce(5_100, () => send("/users/none")));
    contoso.members(40);
    expect(await room()).toBe(3_500);
    contoso.members(11);
    const last = contoso.user("last");
    await world.clock.sleep(60_000);
    expect(await room()).toBe(5_000);
    await world.clock.sleep(60_000);
    await send(`/users/${last.id}`, { method: "DELETE" });
    await send("/users/member2@contoso.onmicrosoft.com", { method: "DELETE" });
    await send("/users/member3@contoso.onmicrosoft.com", { method: "DELETE" });
    await world.clock.sleep(60_000);
    expect(await room()).toBe(3_500);
  });

  test("asks for a wait in whole seconds, and takes the request after it, not before", async () => {
    const { send, contoso, world } = openThrottled({ units: { units: 10, perMs: 10_000 } });
    await atOnce(10, () => send("/groups/none"));
    await world.clock.sleep(250);
    const refused = await send("/groups/none");
    // The refusal counts: what is missing are two units of a second each, of which a quarter is back.
    expect(refused.headers.get("retry-after")).toBe("2");
    await world.clock.sleep(1_749);
    expect(await wouldTake(contoso, () => send("/groups/none"))).toBe(false);
    await world.clock.sleep(1);
    expect((await send("/groups/none")).status).toBe(400);
  });

  test("stops writes at their own limit, and goes on answering reads", async () => {
    const { send, contoso } = openThrottled({ writes: { writes: 2, perMs: 150_000 } });
    const path = `/users/${contoso.user("mia").id}`;
    const write = (n: number) => send(path, { method: "PATCH", body: { department: `D${n}` } });
    const answers = await atOnce(3, write);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 429]);
    expect(answers[2]?.headers.get("x-ms-throttle-information")).toBe("WriteLimitExceeded");
    const shown = (await send(path, { query: { $select: "department" } })).body;
    expect(shown).toMatchObject({ department: "D1" });
    const { send: others } = callsOf(contoso, contoso.app("other"));
    expect((await others(path, { method: "PATCH", body: { department: "D9" } })).status).toBe(204);
  });

  test("stops the writes of all applications at the tenant's limit", async () => {
    const { contoso } = openThrottled({ tenantWrites: { writes: 3, perMs: 300_000 } });
    const path = `/users/${contoso.user("mia").id}`;
    const apps = ["a", "b", "c", "d"].map((name) => callsOf(contoso, contoso.app(name)));
    const answers = await atOnce(4, (n) => apps[n]?.send(path, { method: "DELETE" }) as never);
    expect(answers.map(({ status }) => status)).toEqual([204, 404, 404, 429]);
    expect(answers[3]?.headers.get("x-ms-throttle-scope")).toMatch(/^Tenant\/Write\//);
  });

  test("takes 3,000 writes of an application, and one more every 50 ms; of all of them 18,000", async () => {
    const { contoso } = openThrottled("documented");
    const answers = await Promise.all(
      Array.from({ length: 7 }, (_, n) => {
        const { send } = callsOf(contoso, contoso.app(`app${n}`));
        return atOnce(3_001, () => send("/users/none", { method: "DELETE" }));
      }),
    );
    expect(answers.map(letIn)).toEqual([3_000, 3_000, 3_000, 3_000, 3_000, 3_000, 0]);
    // The refused one counts as well.
    expect(answers[0]?.at(-1)?.headers.get("retry-after")).toBe("1");
    expect(answers[6]?.at(0)?.headers.get("retry-after")).toBe("1");
  });

  test("asks for the longest wait where several limits are in the way", async () => {
    const { send, contoso, world } = openThrottled({
      units: { units: 1, perMs: 1_000 },
      writes: { writes: 1, perMs: 60_000 },
    });
    const write = () => send(`/users/${contoso.user("mia").id}`, { method: "DELETE" });
    expect((await write()).status).toBe(204);
    const refused = await write();
    expect(refused.headers.get("x-ms-throttle-information")).toBe("WriteLimitExceeded");
    expect(waitOf(refused)).toBeGreaterThanOrEqual(60_000);
    await world.clock.sleep(waitOf(refused));
    expect((await write()).status).toBe(404);
  });

  test("takes nothing from its other limits where one refuses", async () => {
    const { send, contoso } = openThrottled({
      writes: { writes: 1, perMs: 1_000_000 },
      units: { units: 4, perMs: 1_000_000 },
    });
    const path = `/users/${contoso.user("mia").id}`;
    await atOnce(10, () => send(path, { method: "PATCH", body: { department: "D" } }));
    expect(letIn(await atOnce(10, () => send(path)))).toBe(3);
  });

  test("takes a request that costs more than there ever is, from a full bucket", async () => {
    const { send, contoso, world } = openThrottled({ units: { units: 2, perMs: 10_000 } });
    const path = `/groups/${contoso.group("team").id}/members`;
    expect((await send(path)).status).toBe(200);
    await world.clock.sleep(waitOf(await send(path)));
    expect((await send(path)).status).toBe(200);
  });

  test("charges nothing for what no service answers", async () => {
    const { send } = openThrottled({ units: { units: 1, perMs: 10_000 } });
    const nowhere = await send("/nowhere");
    expect([nowhere.status, nowhere.headers.get("x-ms-resource-unit")]).toEqual([400, null]);
    expect((await send("/groups/none")).status).toBe(400);
  });
});

describe("conditional access", () => {
  const path = "/identity/conditionalAccess/policies";

  test("takes one request a second, of all applications, and does not say how long to wait", async () => {
    const { send, contoso, world } = openThrottled("documented");
    const other = callsOf(contoso, contoso.app("other"));
    expect((await send(path)).status).toBe(200);
    const refused = await other.send(path);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBeNull();
    await world.clock.sleep(2_000);
    expect((await other.send(path)).status).toBe(200);
  });

  test("does not stand in the way of cross-tenant settings, which the directory answers", async () => {
    const { send } = openThrottled("documented");
    const answers = await atOnce(5, () => send("/policies/crossTenantAccessPolicy/default"));
    expect(letIn(answers)).toBe(5);
  });
});

describe("no throttle", () => {
  test("takes everything", async () => {
    const { invite, send } = openThrottled("none");
    expect(letIn(await atOnce(1_000, (n) => invite(`guest${n}`)))).toBe(1_000);
    expect(letIn(await atOnce(5, () => send("/identity/conditionalAccess/policies")))).toBe(5);
  });
});
