import { createWorld, type SignInResult, type World } from "@vestibule/fake-server";
import { createB2BClient, type SignInPrediction } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asksForOwnStrength, asTold, type Combination, combination } from "./combinations.ts";
import { type Furnished, furnish } from "./furnish.ts";

const COMBINATIONS = 20_000;

describe("the prediction of a sign-in", () => {
  test("is what the fake then really asks for, in twenty thousand combinations of policies, trust, homes and devices", {
    timeout: 600_000,
  }, async () => {
    const counts = new Map<string, number>();
    let number = 0;
    let world = createWorld();
    await fc.assert(
      fc.asyncProperty(combination, async (drawn) => {
        world = number % 500 === 0 ? createWorld() : world;
        const given = asTold(drawn);
        const place = furnish(world, `t${number++}`, given);
        const predicted = await predict(world, place);
        for (const what of countedAs(predicted, given)) counts.set(what, (counts.get(what) ?? 0) + 1);
        if (predicted.outcome !== "unknown") hold(predicted, world, place, given);
      }),
      { numRuns: COMBINATIONS, seed: 4 },
    );
    const counted = (what: string) => counts.get(what) ?? 0;
    expect(counted("unknown of a full question")).toBeLessThanOrEqual(counted("full question") * 0.05);
    for (const outcome of ["no-mfa", "mfa-once", "mfa-twice", "blocked"]) {
      expect([outcome, counted(outcome) >= 1_000]).toEqual([outcome, true]);
    }
    for (const cloud of ["public", "usgov", "china"]) {
      expect([cloud, counted(cloud) >= 1_000]).toEqual([cloud, true]);
    }
  });
});

/** Whether the question leaves nothing out that the SDK could not read. */
function isFull({ asks }: Combination): boolean {
  return asks.omits.length === 0;
}

function countedAs({ outcome }: SignInPrediction, given: Combination): readonly string[] {
  return [outcome, given.cloud, ...(isFull(given) ? ["full question", `${outcome} of a full question`] : [])];
}

function predict(world: World, { contoso, question }: Furnished): Promise<SignInPrediction> {
  const transport = contoso.transport({ as: contoso.app("inviter") });
  return createB2BClient({ transport, clock: world.clock }).signIn.predict(question);
}

function hold(predicted: SignInPrediction, world: World, place: Furnished, given: Combination): void {
  const asked = world.signIn(place.contoso, place.guestId, place.circumstances);
  expect(predicted.outcome).toBe(outcomeOf(asked));
  holdChallenges(predicted, asked, given);
  if (predicted.outcome === "mfa-twice") holdSpare(world, place, predicted, isFull(given));
}

/** Of what the question left out, nothing certain is said; and what nobody needed to read is no reason that is told. */
function holdChallenges(
  { challenges, blockedBy }: SignInPrediction,
  asked: SignInResult,
  given: Combination,
): void {
  const { asks, policies } = given;
  const real = asked.challenges.map(({ tenant, kind, askedBy }) => ({
    ...{ tenant, kind },
    by: askedBy.filter((by) => by !== "the home organisation"),
  }));
  const told = challenges.map(({ tenant, kind, because }) => ({
    ...{ tenant, kind },
    by: because.map(({ displayName }) => displayName),
  }));
  if (asks.omits.includes("homeMfa")) {
    for (const { tenant, kind } of told) expect(real).toContainEqual({ tenant, kind, by: expect.anything() });
    return;
  }
  if (!isFull(given) || !asks.namesMemberships) {
    const certain = told.map(({ by, ...challenge }) => ({ ...challenge, by: expect.arrayContaining(by) }));
    expect(real).toEqual(certain);
    return;
  }
  expect(told).toEqual(real);
  // Of a strength of the directory's own making the SDK says nothing, and the fake that nobody has it.
  if (asked.blocked && !policies.some(asksForOwnStrength)) {
    expect(blockedBy?.map(({ displayName }) => displayName)).toContain(asked.blocked.by);
  }
}

function outcomeOf({ allowed, challenges }: SignInResult): SignInPrediction["outcome"] {
  if (!allowed) return "blocked";
  const prompts = challenges.filter(({ kind }) => kind !== "terms").length;
  return (["no-mfa", "mfa-once", "mfa-twice"] as const)[prompts] ?? "unknown";
}

/** Does what would spare the second prompt, and signs in again. Where nothing was advised, it would have been of no use. */
function holdSpare(
  world: World,
  { contoso, fabrikam, guestId, circumstances }: Furnished,
  { spare }: SignInPrediction,
  isFull: boolean,
): void {
  contoso.trustMfa(fabrikam);
  const outcome = outcomeOf(world.signIn(contoso, guestId, circumstances));
  if (spare) expect(["no-mfa", "mfa-once"]).toContain(outcome);
  else if (isFull) expect(["mfa-twice", "blocked"]).toContain(outcome);
}
