import { type FaultEffect, faultEffects } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Expected, expectedEffects } from "./expected-effects.ts";
import { type Ask, type Door, openScene, type Scene, type Seen } from "./scene.ts";

const REDEMPTION: readonly FaultEffect[] = ["link-expired", "state-lags", "redeemed-by-another-account"];
const rows = Object.entries(expectedEffects) as [FaultEffect, Expected][];

describe("the faults", () => {
  test("are all in the table below, but for those of redeeming", () => {
    const all = Object.values(faultEffects).flat();
    expect([...rows.map(([effect]) => effect), ...REDEMPTION].sort()).toEqual([...all].sort());
    expect(new Set(all).size).toBe(all.length);
  });

  test("are sixty at least, eight at least in each of five families", () => {
    const sizes = Object.values(faultEffects).map((effects) => effects.length);
    expect(sizes).toHaveLength(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(8);
    expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThanOrEqual(60);
  });
});

describe.each<Door>(["transport", "fetch"])(
  "by the %s, what goes wrong looks as it does in the wild",
  (door) => {
    test.each(rows)("%s", async (effect, expected) => {
      const scene = await openScene();
      const { world, contoso } = scene;
      const ask = await askOf(expected, scene);
      contoso.faults.add({ effect });
      const commits = contoso.log.length;

      const seen = await scene.ask(ask, door);

      // Whoever has only fetch cannot tell what was sent from what was not, but by the code.
      const answer = door === "fetch" ? expected.answer.replace("not-sent", "lost") : expected.answer;
      expect(seen).toMatchObject({ answer, isDone: expected.isDone, tookMs: expected.tookMs ?? 0 });
      expect(contoso.log.length > commits).toBe(expected.isDone);
      expectHeaders(seen, expected, world.clock.now());
      expect(seen.body ?? {}).toMatchObject(expected.body ?? {});
      expect(contoso.faults.fired).toEqual([expect.objectContaining({ effect })]);
      expect(world.clock.sleeping).toBe(0);
    });
  },
);

async function askOf({ ask }: Expected, scene: Scene): Promise<Ask> {
  return typeof ask === "function" ? await ask(scene) : (ask ?? scene.rename);
}

function expectHeaders({ header }: Seen, { headers = {}, dateAheadSeconds }: Expected, now: number): void {
  for (const [name, value] of Object.entries(headers)) expect(header(name)).toEqual(value);
  if (dateAheadSeconds === undefined) return;
  const date = header("retry-after") ?? "";
  const ahead = (Date.parse(date.endsWith("GMT") ? date : `${date} GMT`) - now) / 1_000;
  expect(ahead).toBeGreaterThanOrEqual(dateAheadSeconds);
  expect(ahead).toBeLessThan(dateAheadSeconds + 1);
}
