import { createWorld, type SignInResult, type World } from "@vestibule/fake-server";
import { clouds, createB2BClient, type SignInPrediction } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLOUDS } from "../clouds/sides.ts";
import { asTold, type Combination, combination } from "./combinations.ts";
import { type Furnished, furnish } from "./furnish.ts";
import { asksForOwnStrength } from "./policies.ts";

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
        const place = await furnish(world, `t${number++}`, given);
        const predicted = await predict(world, place, given);
        for (const what of countedAs(predicted, given)) counts.set(what, (counts.get(what) ?? 0) + 1);
        hold(predicted, world, place, given);
      }),
      { numRuns: COMBINATIONS, seed: 4 },
    );
    holdCounts(counts);
  });
});

/** Whatever there is to disagree about was met often enough. */
function holdCounts(counts: ReadonlyMap<string, number>): void {
  const counted = (what: string) => counts.get(what) ?? 0;
  const seldom = (least: number, kinds: readonly string[]) => kinds.filter((kind) => counted(kind) < least);
  expect(counted("unknown of a full question")).toBeLessThanOrEqual(counted("full question") * 0.05);
  expect(seldom(1_000, ["no-mfa", "mfa-once", "mfa-twice", "blocked", ...CLOUDS])).toEqual([]);
  expect(seldom(1_000, ["by a policy", "by the boundary", "by settings", "nobody's guest"])).toEqual([]);
  expect(seldom(100, BARRIERS)).toEqual([]);
  expect(seldom(50, UNKNOWN_TO_THE_QUESTION)).toEqual([]);
  expect(seldom(300, PAIRS)).toEqual([]);
}

const PAIRS = CLOUDS.flatMap((here) => CLOUDS.map((there) => `${there} to ${here}`));

/** What can shut a guest out, and whom nobody invited. */
const BARRIERS = [
  ...["no such pair", "closed cloud", "no entry"],
  ...["partner: users", "partner: applications", "default: users", "default: applications"],
  ...["let in from another cloud", "internal guest", "plain member"],
];

/** What the question leaves out or has otherwise than the account, and what nobody can read from here. */
const UNKNOWN_TO_THE_QUESTION = [
  ...["account unread", "account blocked", "vouched for by nobody that was named", "taken for nobody's"],
  ...["own tenant as home", "own tenant as home of nobody in particular", "personal account in China"],
  ...["settings absent", "kept in at home", "blocked at home"],
];

function countedAsUnknown(predicted: SignInPrediction, given: Combination): readonly string[] {
  const { asks, access, account, cloud } = given;
  const isRead = asks.mayRead && !asks.omits.includes("guestId");
  const isOwn = account === "nobody's guest" && asks.saysOwn;
  const kinds: Readonly<Record<string, boolean>> = {
    "account unread": predicted.missing.some((what) => what.includes("whether there is such an account")),
    "account blocked": predicted.isAccountBlocked === true,
    "vouched for by nobody that was named": predicted.vouchedForBy !== undefined,
    "taken for nobody's": account === "organisation" && isRead && asks.takesForNobodys,
    "own tenant as home": isOwn,
    "own tenant as home of nobody in particular": isOwn && asks.omits.includes("guestId"),
    "personal account in China":
      cloud === "china" && ["passcode", "google", "microsoft-account"].includes(account),
    "settings absent": access.general === "absent",
    "kept in at home": predicted.shutOutBy?.some(({ decidedBy }) => decidedBy === "home") === true,
    "blocked at home": account === "organisation" && !given.isEnabledAtHome,
  };
  return Object.keys(kinds).filter((kind) => kinds[kind]);
}

/** Whether the question leaves nothing out that the SDK could not read, and there is an answer to be read. */
function isFull({ asks, access, account, cloud }: Combination): boolean {
  const isAccountKnown = asks.mayRead || asks.namesMemberships;
  const isHomeKnown = account !== "organisation" || !asks.mayRead || !asks.takesForNobodys;
  const isKindKnown = cloud !== "china" || account !== "none";
  return (
    asks.omits.length === 0 && isAccountKnown && isHomeKnown && isKindKnown && access.general !== "absent"
  );
}

function countedAs(predicted: SignInPrediction, given: Combination): readonly string[] {
  const { outcome, shutOutBy = [], blockedBy } = predicted;
  const isShut = shutOutBy.some(({ decidedBy }) => decidedBy === "clouds");
  const isAcross = clouds[given.cloud].instance !== clouds[given.homeCloud].instance;
  const isGuest = given.account === "organisation";
  return [
    ...[outcome, given.cloud, `${given.homeCloud} to ${given.cloud}`],
    ...(isFull(given) ? ["full question", `${outcome} of a full question`] : []),
    ...(blockedBy ? ["by a policy"] : []),
    ...(shutOutBy.length > 0 ? [isShut ? "by the boundary" : "by settings"] : []),
    ...shutOutBy.map(barrierOf),
    ...countedAsUnknown(predicted, given),
    ...(isAcross && isGuest && outcome.includes("mfa") ? ["let in from another cloud"] : []),
    ...(given.account === "nobody's guest"
      ? ["nobody's guest", given.userType === "Guest" ? "internal guest" : "plain member"]
      : []),
  ];
}

function barrierOf({ decidedBy, because }: NonNullable<SignInPrediction["shutOutBy"]>[number]): string {
  if (decidedBy === "home") return "kept in";
  if (decidedBy !== "clouds") return `${decidedBy}: ${because.includes("users") ? "users" : "applications"}`;
  if (because.includes("do not cross")) return "no such pair";
  return because.includes("has not opened") ? "closed cloud" : "no entry";
}

const READS_NO_USERS = { permissions: ["Policy.Read.All", "Organization.Read.All"] };

function predict(
  world: World,
  { contoso, question }: Furnished,
  { asks }: Combination,
): Promise<SignInPrediction> {
  const as = asks.mayRead ? contoso.app("inviter") : contoso.app("reader", READS_NO_USERS);
  const transport = contoso.transport({ as });
  return createB2BClient({ transport, clock: world.clock }).signIn.predict(question);
}

function hold(predicted: SignInPrediction, world: World, place: Furnished, given: Combination): void {
  if (given.account === "nobody's guest") holdNobodysGuest(predicted);
  if (predicted.outcome === "unknown") return;
  const asked = world.signIn(place.contoso, place.guestId, place.circumstances);
  if (isBeyondForeseeing(asked, given)) return;
  expect(predicted.outcome).toBe(outcomeOf(asked));
  holdChallenges(predicted, asked, given);
  if (predicted.outcome === "mfa-twice") holdSpare(world, place, predicted, isFull(given));
}

/** Nobody can read from here whether an account is blocked at home, nor whom its organisation lets out unless it is said. */
function isBeyondForeseeing({ blocked }: SignInResult, { asks }: Combination): boolean {
  if (blocked?.because === "account-disabled") return blocked.by === "the home organisation";
  return blocked?.by === "cross-tenant access: blocked-on-either-side" && asks.omits.includes("homeLetsOut");
}

/** Whom nobody invited has no other home, whatever the question takes for one. */
function holdNobodysGuest({ challenges, spare, shutOutBy, missing }: SignInPrediction): void {
  expect(challenges.filter(({ tenant }) => tenant === "home")).toEqual([]);
  expect([spare, shutOutBy]).toEqual([undefined, undefined]);
  // Where nobody may know that nobody invited it, all the rest is open.
  if (!missing.some((what) => what.includes("was invited"))) {
    expect(missing.join()).not.toMatch(/home|organisation/);
  }
}

/** Without these it may be open what the guest does at home, or whether it gets that far. */
const LEAVING_OPEN = ["homeMfa", "homeCloud", "atHome", "appId"] as const;

/** Of what the question left out, nothing certain is said; and what nobody needed to read is no reason that is told. */
function holdChallenges(
  { challenges, blockedBy, shutOutBy, isAccountBlocked }: SignInPrediction,
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
  if (LEAVING_OPEN.some((name) => asks.omits.includes(name))) {
    for (const { tenant, kind } of told) expect(real).toContainEqual({ tenant, kind, by: expect.anything() });
    return;
  }
  // Whether an organisation that a policy lists leaves out an internal guest is open, and matters only where no other policy asks.
  if (!isFull(given) || !asks.namesMemberships || given.account === "nobody's guest") {
    const certain = told.map(({ by, ...challenge }) => ({ ...challenge, by: expect.arrayContaining(by) }));
    expect(real).toEqual(certain);
    return;
  }
  expect(told).toEqual(real);
  // Of a strength of the directory's own making the SDK says nothing, and the fake that nobody has it.
  const because = asked.blocked?.because;
  if (because === "account-disabled") {
    expect(isAccountBlocked).toBe(true);
  } else if (because === "not-let-in" || because === "no-account") {
    expect(shutOutBy?.length).toBeGreaterThan(0);
  } else if (asked.blocked && !policies.some(asksForOwnStrength)) {
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
