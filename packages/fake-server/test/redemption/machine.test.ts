import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answered } from "./answers.ts";
import { happenings } from "./happenings.ts";
import { ADA, EVE, openScene } from "./scene.ts";
import { Walk } from "./walk.ts";

type Command = fc.AsyncCommand<object, Walk>;

function command(name: string, run: (walk: Walk) => unknown): Command {
  return {
    check: () => true,
    run: async (_, walk) => {
      await run(walk);
    },
    toString: () => name,
  };
}

const open = (which: number) =>
  command(`opens link ${which}`, (walk) => {
    const { known, scene } = walk;
    const link = known.links[which % known.links.length] ?? walk.last;
    const step = scene.world.redemption(link.url);
    if (link === walk.last) walk.opened(step);
    else expect(step).toMatchObject({ at: "refused", link: walk.problemWith(link) });
  });

const answer = (isRight: boolean) =>
  command(`answers ${isRight ? "well" : "badly"}`, (walk) => {
    const { step, known } = walk;
    if (step === undefined) return;
    const wasAccepted = known.accepted;
    // Noted before the answer is given: whoever is let in too early has not done what is noted.
    if (isRight) walk.note(step);
    const next = answered(walk, step, isRight);
    // With a code that is wrong or too old the guest is where it was.
    if (step.at === "passcode" && next.at === "passcode") return walk.forgetSession();
    walk.spent.push(step);
    walk.moved(next, isRight);
    if (next.at === "refused") expect(known.accepted).toBe(wasAccepted);
  });

const answerAgain = (which: number) =>
  command(`answers step ${which} again`, (walk) => {
    const step = walk.spent[which % Math.max(1, walk.spent.length)];
    if (step === undefined) return;
    const before = [walk.scene.contoso.log.length, walk.state()];
    expect(() => answered(walk, step, true)).toThrow("answered before, or taken back");
    expect([walk.scene.contoso.log.length, walk.state()]).toEqual(before);
  });

const happen = (what: string) => command(what, (walk) => happenings[what]?.(walk));

const walks = fc.commands<object, Walk, false>(
  [
    fc.nat(3).map(open),
    fc.constant(open(0)),
    ...[true, true, true, false].map((isRight) => fc.constant(answer(isRight))),
    fc.nat(5).map(answerAgain),
    fc.constantFrom(...Object.keys(happenings)).map(happen),
  ],
  { maxCommands: 40, size: "max" },
);

describe("whatever a guest does, and whatever happens meanwhile,", () => {
  test.each([
    ["one of an organisation", ADA],
    ["one without an account", EVE],
  ])(
    "%s is never accepted without all that is required, and is as before at every other end",
    async (_, address) => {
      const ends: Record<string, number> = {};
      await fc.assert(
        fc.asyncProperty(walks, async (commands) => {
          const walk = new Walk(await openScene(address), address === ADA);
          await fc.asyncModelRun(() => ({ model: {}, real: walk }), commands);
          for (const end of walk.ends) ends[end] = (ends[end] ?? 0) + 1;
        }),
        { numRuns: 1_500 },
      );
      // Walks that do not come to every end would prove little.
      expect(Object.keys(ends)).toEqual(expect.arrayContaining(["accepted", ...EVERY_END]));
      expect(Object.keys(ends)).toContain(address === ADA ? "wrong-account" : "session-ended");
      expect(ends.accepted).toBeGreaterThan(50);
    },
    60_000,
  );
});

const EVERY_END: readonly string[] = [
  "replaced",
  "expired",
  "guest-gone",
  "account-disabled",
  "domain-not-taken",
  "consent-refused",
  "mfa-denied",
  "terms-declined",
  "blocked-by-policy",
];
