import type { FaultRule } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { invite, list, openScene, type Scene } from "./scene.ts";

/** The answers to so many of the same request, one after the other. */
async function answersTo(scene: Scene, count: number, ask = scene.read): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let n = 0; n < count; n++) answers.push((await scene.ask(ask)).answer);
  return answers;
}

const DOWN = "503 ServiceUnavailable";

describe("a rule without conditions", () => {
  test("holds for every request, until it is removed", async () => {
    const scene = await openScene();
    const rule = scene.contoso.faults.add({ effect: "unavailable" });
    expect(await answersTo(scene, 3)).toEqual([DOWN, DOWN, DOWN]);
    rule.remove();
    expect(await answersTo(scene, 1)).toEqual(["200"]);
    expect(scene.contoso.faults.fired).toHaveLength(3);
  });

  test("holds as often as it says", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ effect: "unavailable", times: 2 });
    expect(await answersTo(scene, 3)).toEqual([DOWN, DOWN, "200"]);
  });

  test("takes as long as it says", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ effect: "slow-answer", forMs: 250 });
    expect(await scene.ask(scene.read)).toMatchObject({ answer: "200", tookMs: 250 });
    expect(scene.contoso.faults.fired).toMatchObject([{ forMs: 250 }]);
  });

  test("leaves the requests of other tenants alone", async () => {
    const { world, contoso } = await openScene();
    const other = world.cloud("public").tenant("fabrikam");
    contoso.faults.add({ effect: "unavailable" });
    expect(other.faults.fired).toEqual([]);
    const { token } = await other.credential({ as: other.app("x") }).getToken();
    const headers = { authorization: `Bearer ${token}` };
    const response = await world.fetch(new Request("https://graph.microsoft.com/v1.0/users", { headers }));
    expect(response.status).toBe(200);
  });

  test("is taken away by clear(), and what has happened stays known", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ effect: "unavailable" });
    await answersTo(scene, 1);
    scene.contoso.faults.clear();
    expect(await answersTo(scene, 1)).toEqual(["200"]);
    expect(scene.contoso.faults.fired).toHaveLength(1);
  });
});

describe("a match", () => {
  const matches: readonly [string, FaultRule["match"]][] = [
    ["by operation", { operation: "users.get" }],
    ["by method", { method: "GET" }],
    ["by a pattern of the path", { method: "GET", path: /^\/users\/[^/]+$/ }],
    ["by a pattern that keeps its place", { method: "GET", path: /^\/users\/[^/]+$/g }],
    ["by several of them", { operation: "users.get", method: "GET", caller: "app/inviter" }],
  ];

  test.each(matches)("%s holds for what it names, each time, and for nothing else", async (_, match) => {
    const scene = await openScene();
    scene.contoso.faults.add({ match: match as object, effect: "unavailable" });
    expect(await answersTo(scene, 3)).toEqual([DOWN, DOWN, DOWN]);
    expect(await answersTo(scene, 1, scene.rename)).toEqual(["204"]);
    expect(await answersTo(scene, 1, invite())).toEqual(["201"]);
  });

  test("by the whole path holds for that path", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ match: { path: `/users/${scene.guestId}` }, effect: "unavailable" });
    expect(await answersTo(scene, 1)).toEqual([DOWN]);
    expect(await answersTo(scene, 1, list)).toEqual(["200"]);
  });

  test("by the caller holds for nobody else", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ match: { caller: "app/other" }, effect: "unavailable" });
    expect(await answersTo(scene, 1)).toEqual(["200"]);
  });

  test("by a number counts the requests that all else holds for, and happens once", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ match: { operation: "users.get", nth: 2 }, effect: "unavailable" });
    await answersTo(scene, 1, scene.rename);
    expect(await answersTo(scene, 4)).toEqual(["200", DOWN, "200", "200"]);
  });

  test("passes over what the effect makes no sense for", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ effect: "page-token-expired" });
    expect(await answersTo(scene, 1)).toEqual(["200"]);
    expect(scene.contoso.faults.fired).toEqual([]);
  });
});

describe("a time", () => {
  test("holds from an instant on, and before another one", async () => {
    const scene = await openScene();
    const now = scene.world.clock.now();
    scene.contoso.faults.add({ when: { from: now + 10, until: now + 20 }, effect: "unavailable" });
    const answers: string[] = [];
    for (let at = 0; at < 25; at += 5) {
      answers.push(...(await answersTo(scene, 1)));
      await scene.world.clock.sleep(5);
    }
    expect(answers).toEqual(["200", "200", DOWN, DOWN, "200"]);
  });

  test("given as a probability is about right, and neither never nor always", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ when: { probability: 0.25 }, effect: "unavailable" });
    const down = (await answersTo(scene, 2_000)).filter((answer) => answer === DOWN).length;
    expect(down).toBeGreaterThan(420);
    expect(down).toBeLessThan(580);
  });
});

describe("of several rules", () => {
  test("the first that fits counts", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ match: { method: "GET" }, effect: "unavailable", times: 1 });
    scene.contoso.faults.add({ effect: "throttled" });
    expect(await answersTo(scene, 2)).toEqual([DOWN, "429 TooManyRequests"]);
    expect(await answersTo(scene, 1, scene.rename)).toEqual(["429 TooManyRequests"]);
  });
});

describe("of rules that each name a request by its number,", () => {
  test("every one counts what another has taken", async () => {
    const scene = await openScene();
    for (const nth of [1, 2])
      scene.contoso.faults.add({ match: { operation: "users.list", nth }, effect: "unavailable" });
    expect(await answersTo(scene, 3, list)).toEqual([DOWN, DOWN, "200"]);
  });
});

describe("the path of a rule", () => {
  test("does not look at upper and lower case in a path, as Graph does not", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ effect: "unavailable", match: { path: "/USERS" }, times: 1 });
    expect(await answersTo(scene, 1, list)).toEqual([DOWN]);
  });
});
