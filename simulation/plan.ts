import {
  type FaultEffect,
  type FaultRule,
  faultEffects,
  type ThrottleOverrides,
} from "@vestibule/fake-server";
import type { ClockStep } from "./client-clock.ts";
import { Dice } from "./dice.ts";

/** What a seed stands for: the world, the client, what goes wrong, and how much is done. */
export interface Plan {
  readonly seed: number;
  readonly realism: "instant" | "documented";
  /** Whether an application calls by itself; a user has a session. */
  readonly asApp: boolean;
  /** Where the tokens come from. `slow`: from somewhere that takes its time, fails, and hangs. */
  readonly credential: "none" | "prompt" | "slow";
  /** Whether the client keeps the tokens; otherwise it asks at every attempt. */
  readonly keepsTokens: boolean;
  /** How requests get there: as plain values in this process, or as the Graph transport sends them, by fetch. */
  readonly over: "process" | "fetch";
  readonly lanes: number;
  /** How many calls the lanes make together, at least. */
  readonly calls: number;
  /** How much less than documented the directory takes; `undefined` where it is as its realism has it. */
  readonly limits: ThrottleOverrides | undefined;
  /** Whether somebody else has used up all of these limits just before. */
  readonly usedUp: boolean;
  /** How many lanes of another application there are, which has a client of its own and shares what the tenant has once. */
  readonly neighbours: number;
  /** How the clock of the client's computer is set while it works. */
  readonly clockSteps: readonly ClockStep[];
  readonly faults: readonly FaultRule[];
}

const STARTED_AT: number = Date.UTC(2026, 0, 1);
/** The most that the directory takes at once where its limits are tight. */
const MOST_AT_ONCE = 40;

const EFFECTS = Object.values(faultEffects).flat();
/** What hits everything for a while: an outage, or a day on which the service has enough of everybody. */
const OUTAGES: readonly FaultEffect[] = [
  "unavailable",
  "unavailable-after-commit",
  "gateway-timeout-after-commit",
  "reset-after-commit",
  "connection-refused",
  "throttled",
  "throttled-without-retry-after",
  "hang-after-commit",
];

export function planFor(seed: number): Plan {
  const dice = new Dice(seed);
  // Now and then nothing is wrong but that the directory takes little: then nobody may lose anything.
  const isCalm = dice.chance(0.1);
  return {
    seed,
    realism: dice.chance(0.7) ? "documented" : "instant",
    asApp: dice.chance(0.75),
    credential: isCalm ? "none" : dice.oneOf(["none", "none", "prompt", "prompt", "slow"]),
    keepsTokens: dice.chance(0.5),
    over: dice.chance(0.04) ? "fetch" : "process",
    lanes: dice.whole(1, 8),
    calls: 50,
    limits: isCalm || dice.chance(0.3) ? limitsFrom(dice) : undefined,
    usedUp: dice.chance(0.4),
    neighbours: !isCalm && dice.chance(0.1) ? dice.whole(1, 3) : 0,
    clockSteps: !isCalm && dice.chance(0.12) ? clockStepsFrom(dice) : [],
    faults: isCalm ? [] : faultsFrom(dice, seed),
  };
}

/** From hundreds in a second down to one in several seconds; some of them, and one at least. */
function limitsFrom(dice: Dice): ThrottleOverrides {
  const quota = () => {
    const amount = dice.whole(1, MOST_AT_ONCE);
    const spacingMs = 10 ** dice.between(0.5, 3.9);
    return { amount, perMs: Math.ceil(amount * spacingMs) };
  };
  const [invitations, units, writes] = [quota(), quota(), quota()];
  const which = dice.whole(1, 7);
  return {
    ...(which & 1 && { invitations: { requests: invitations.amount, perMs: invitations.perMs } }),
    ...(which & 2 && { units: { units: units.amount, perMs: units.perMs } }),
    ...(which & 4 && { writes: { writes: writes.amount, perMs: writes.perMs } }),
  };
}

/** By an hour at the most; back more often than forth. */
function clockStepsFrom(dice: Dice): readonly ClockStep[] {
  const isBackOnly = dice.chance(0.7);
  return Array.from({ length: dice.whole(1, 3) }, () => {
    const by = dice.between(1_000, 3_600_000);
    return { at: dice.between(0, 120_000), by: isBackOnly || dice.chance(0.6) ? -by : by };
  });
}

/** One effect in turn, so that each has its seeds; some by chance; and now and then an outage. */
function faultsFrom(dice: Dice, seed: number): readonly FaultRule[] {
  const inTurn = EFFECTS[seed % EFFECTS.length] as FaultEffect;
  const rules: FaultRule[] = [{ effect: inTurn, when: { probability: dice.between(0.05, 0.4) } }];
  for (let n = dice.whole(0, 4); n > 0; n--) {
    rules.push({ effect: dice.oneOf(EFFECTS), when: { probability: dice.between(0.01, 0.15) } });
  }
  if (dice.chance(0.25)) {
    const from = STARTED_AT + dice.between(0, 60_000);
    const until = from + dice.between(1_000, 60_000);
    rules.unshift({ effect: dice.oneOf(OUTAGES), when: { from, until, probability: dice.between(0.5, 1) } });
  }
  return rules;
}
