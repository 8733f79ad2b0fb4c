import { type FaultEffect, type FaultRule, faultEffects } from "@vestibule/fake-server";
import { Dice } from "./dice.ts";

/** What a seed stands for: the world, the client, what goes wrong, and how much is done. */
export interface Plan {
  readonly seed: number;
  readonly realism: "instant" | "documented";
  /** Whether an application calls by itself; a user has a session. */
  readonly asApp: boolean;
  readonly withCredential: boolean;
  /** How requests get there: as plain values in this process, or as the Graph transport sends them, by fetch. */
  readonly over: "process" | "fetch";
  readonly lanes: number;
  /** How many calls the lanes make together, at least. */
  readonly calls: number;
  /** Invitations per second that the service takes; `undefined` for no limit. */
  readonly invitationsPerSecond: number | undefined;
  readonly faults: readonly FaultRule[];
}

const STARTED_AT: number = Date.UTC(2026, 0, 1);

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
  return {
    seed,
    realism: dice.chance(0.7) ? "documented" : "instant",
    asApp: dice.chance(0.75),
    withCredential: dice.chance(0.5),
    over: dice.chance(0.1) ? "fetch" : "process",
    lanes: dice.whole(1, 8),
    calls: 50,
    invitationsPerSecond: dice.chance(0.3) ? dice.whole(1, 10) : undefined,
    faults: dice.chance(0.1) ? [] : faultsFrom(dice, seed),
  };
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
