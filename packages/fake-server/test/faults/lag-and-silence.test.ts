import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { invite, openScene, type Seen } from "./scene.ts";

const NEW_GUEST = ({ body }: Seen) => `/users/${(body as { invitedUser: { id: string } }).invitedUser.id}`;

describe("a directory that lags", () => {
  test("answers from the instance that knows least", async () => {
    const { contoso, ask } = await openScene({ realism: "documented" });
    const path = NEW_GUEST(await ask(invite()));
    contoso.faults.add({ effect: "stale-read" });
    for (let n = 0; n < 5; n++) {
      expect((await ask({ method: "GET", path })).answer).toBe("404 Request_ResourceNotFound");
    }
  });

  test("has an instance that stalls for a while, and goes on then", async () => {
    const { world, contoso, ask, rename } = await openScene({ realism: "documented" });
    contoso.faults.add({ effect: "instance-stalls", forMs: 500_000, times: 1 });
    await ask(rename);
    await world.clock.sleep(400_000);
    const behind = () => contoso.readers.filter((reader) => reader.settlesAt() > world.clock.now()).length;
    const before = behind();
    await world.settle();
    expect([before, behind()]).toEqual([1, 0]);
  });
});

describe("a service that never answers", () => {
  test.each(["hang-before-commit", "hang-after-commit"] as const)(
    "is left at once by a caller who gives up: %s",
    async (effect) => {
      const { world, contoso, ask, rename } = await openScene();
      contoso.faults.add({ effect });
      const caller = new AbortController();
      const reason = new Error("changed my mind");
      const asked = ask(rename, "transport", caller.signal).then(
        () => undefined,
        (failure: unknown) => failure,
      );
      await world.clock.sleep(1_000);
      caller.abort(reason);
      expect(await asked).toBe(reason);
      expect(world.clock.sleeping).toBe(0);
      expect(getEventListeners(caller.signal, "abort")).toEqual([]);
      expect(contoso.log.at(-1)?.operation === "users.update").toBe(effect === "hang-after-commit");
    },
  );
});

describe("a computer that slept", () => {
  test("has its waits behind it at once", async () => {
    const { world, contoso, ask, read } = await openScene();
    contoso.faults.add({ effect: "clock-leaps", forMs: 45_000 });
    const start = world.clock.now();
    const nap = world.clock.sleep(10_000).then(() => world.clock.now() - start);
    await ask(read);
    expect(world.clock.now() - start).toBe(45_000);
    expect(await nap).toBe(45_000);
  });
});

describe("a service that takes its time", () => {
  test.each([
    ["slow-arrival", false],
    ["slow-answer", true],
  ] as const)("has carried out a request of %s halfway through: %s", async (effect, isDone) => {
    const { world, contoso, ask, rename } = await openScene();
    contoso.faults.add({ effect, forMs: 4_000 });
    const asked = ask(rename);
    await world.clock.sleep(2_000);
    expect(contoso.log.at(-1)?.operation === "users.update").toBe(isDone);
    expect(await asked).toMatchObject({ answer: "204", isDone: true, tookMs: 4_000 });
  });
});
