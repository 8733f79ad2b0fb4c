import { describeSchedule, type FiredFault, shrink } from "@vestibule/fake-server";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openScene, type Scene } from "./scene.ts";

const REQUESTS = 60;

async function readOften(scene: Scene): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let n = 0; n < REQUESTS; n++) answers.push((await scene.ask(scene.read)).answer);
  return answers;
}

async function unlucky(seed: number): Promise<Scene> {
  const scene = await openScene({ seed });
  scene.contoso.faults.add({ effect: "unavailable", when: { probability: 0.2 } });
  return scene;
}

const requestsOf = (fired: readonly FiredFault[], effect: string) =>
  fired.filter((fault) => fault.effect === effect).map(({ request }) => request);

describe("what chance decides", () => {
  test("is the same for the same seed, and another for another", async () => {
    const [one, same, other] = await Promise.all(
      [unlucky(1), unlucky(1), unlucky(2)].map(async (opening) => readOften(await opening)),
    );
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test("does not change because of another rule that was added later", async () => {
    const alone = await unlucky(3);
    await readOften(alone);
    const beside = await unlucky(3);
    beside.contoso.faults.add({ effect: "throttled", when: { probability: 0.2 } });
    await readOften(beside);
    const fired = requestsOf(alone.contoso.faults.fired, "unavailable");
    expect(fired.length).toBeGreaterThan(3);
    expect(requestsOf(beside.contoso.faults.fired, "unavailable")).toEqual(fired);
  });

  test("is not the same for two rules that are alike", async () => {
    const scene = await unlucky(4);
    scene.contoso.faults.add({ effect: "throttled", when: { probability: 0.2 } });
    await readOften(scene);
    expect(requestsOf(scene.contoso.faults.fired, "throttled").length).toBeGreaterThan(3);
  });
});

describe("a schedule", () => {
  test("brings the same run, in a world of the same seed", async () => {
    const first = await unlucky(5);
    const answers = await readOften(first);
    const again = await openScene({ seed: 5 });
    again.contoso.faults.replay(first.contoso.faults.fired);
    expect(await readOften(again)).toEqual(answers);
    expect(again.contoso.faults.fired).toEqual(first.contoso.faults.fired);
  });

  test.each([
    ["nothing", undefined],
    ["no list", {}],
    ["a list of nothing", [null]],
    [
      "a fault that does not exist",
      [
        { request: 0, operation: "users.get", effect: "locked", forMs: 0 },
        { request: 1, effect: "x" },
      ],
    ],
  ])("that is %s is refused as a whole", async (_, schedule) => {
    const scene = await openScene();
    expect(() => scene.contoso.faults.replay(schedule as readonly FiredFault[])).toThrow(
      /has to be a list|no fault/,
    );
    expect(await readOften(scene)).toEqual(Array(REQUESTS).fill("200"));
  });

  test("as text says what it takes to run it again", () => {
    const schedule: readonly FiredFault[] = [
      { request: 3, operation: "invitations.create", effect: "reset-after-commit", forMs: 0 },
      { request: 12, operation: "users.get", effect: "throttled", forMs: 3_000 },
    ];
    expect(describeSchedule(42, schedule)).toBe(
      [
        "seed 42, 2 faults:",
        "  request    3  invitations.create    reset-after-commit",
        "  request   12  users.get             throttled (3000 ms)",
      ].join("\n"),
    );
    expect(describeSchedule("a", schedule.slice(1))).toMatch(/^seed a, 1 fault:\n/);
  });

  test("names no address, though a path holds one", async () => {
    const scene = await openScene();
    scene.contoso.faults.add({ effect: "unavailable" });
    await scene.ask({ method: "PUT", path: "/users/ada_fabrikam.example/photo" });
    expect(describeSchedule(1, scene.contoso.faults.fired)).toContain("PUT /users/{id}/photo");
  });
});

describe("shrinking", () => {
  test("leaves exactly what it takes, whatever that is", async () => {
    const culprits = fc.uniqueArray(fc.nat(59), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(culprits, async (needed) => {
        const schedule = Array.from({ length: 60 }, (_, n) => n);
        const few = await shrink(schedule, (some) => needed.every((one) => some.includes(one)));
        expect(few).toEqual(needed.toSorted((one, other) => one - other));
      }),
      { numRuns: 200 },
    );
  });

  test("leaves a schedule of which nothing more can be taken away, where any of several would do", async () => {
    const schedule = Array.from({ length: 40 }, (_, n) => n);
    const fails = (some: readonly number[]) => some.filter((n) => n % 3 === 0).length >= 4;
    const few = await shrink(schedule, fails);
    expect(fails(few)).toBe(true);
    for (const left of few) expect(fails(few.filter((one) => one !== left))).toBe(false);
  });

  test("is refused where the run does not fail", async () => {
    await expect(shrink([1, 2, 3], () => false)).rejects.toThrow("does not fail with this schedule");
  });

  test("leaves nothing where the run fails by itself", async () => {
    expect(await shrink([1, 2, 3], () => true)).toEqual([]);
  });

  test("leaves the single fault that there is", async () => {
    expect(await shrink([1], (some) => some.length === 1)).toEqual([1]);
  });
});

describe("a rewind", () => {
  test("takes faults back: the rules, their count, and what has happened", async () => {
    const scene = await openScene();
    const { world, contoso } = scene;
    contoso.faults.add({ effect: "unavailable", times: 2 });
    await scene.ask(scene.read);
    const mark = world.mark();
    const fired = [...contoso.faults.fired];
    contoso.faults.add({ effect: "locked" });
    expect((await scene.ask(scene.read)).answer).toBe("503 ServiceUnavailable");
    expect((await scene.ask(scene.read)).answer).toBe("423 locked");

    world.rewind(mark);

    expect(contoso.faults.fired).toEqual(fired);
    expect((await scene.ask(scene.read)).answer).toBe("503 ServiceUnavailable");
    expect((await scene.ask(scene.read)).answer).toBe("200");
  });
});
