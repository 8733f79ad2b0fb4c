import { type FaultEffect, faultEffects, isFaultEffect } from "./effects/index.ts";

/** Which requests a rule is about. Every condition that is given has to hold. */
export interface FaultMatch {
  /** For example `invitations.create`, `users.get`, `groups.addMember`; `invitations.redeem` for a guest who redeems. */
  readonly operation?: string;
  readonly method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** The path below the API's version: as a whole, or what it matches. */
  readonly path?: string | RegExp;
  /** The caller, for example `app/inviter`. */
  readonly caller?: string;
  /** Only the n-th request that all else holds for, from 1. */
  readonly nth?: number;
  /** Only the tenant's request of this number, from 0: what a schedule is made of. */
  readonly request?: number;
}

/** When a rule holds. */
export interface FaultWhen {
  /** How probable it is for each request, from 0 to 1. Default 1. */
  readonly probability?: number;
  /** From this instant on the world's clock, in milliseconds. */
  readonly from?: number;
  /** Before this instant on the world's clock, in milliseconds. */
  readonly until?: number;
}

/** What is to go wrong: match, when, effect, and how often. */
export interface FaultRule {
  readonly match?: FaultMatch;
  readonly when?: FaultWhen;
  readonly effect: FaultEffect;
  /** How often at the most. Default: once with `nth` or `request`, without end otherwise. */
  readonly times?: number;
  /** How long it takes, in milliseconds: a wait, a `Retry-After`, a skew. Each effect has a default. */
  readonly forMs?: number;
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  rule: ["match", "when", "effect", "times", "forMs"],
  match: ["operation", "method", "path", "caller", "nth", "request"],
  when: ["probability", "from", "until"],
};

/**
 * Refuses a rule that cannot be meant.
 *
 * @throws TypeError for an effect or a property that does not exist
 * @throws RangeError for a number that is out of range
 */
export function checkRule(rule: FaultRule): void {
  if (typeof rule !== "object" || rule === null) throw new TypeError("a fault rule has to be an object");
  const { effect, match = {}, when = {}, times, forMs } = rule;
  refuseUnknownKeys("rule", rule);
  refuseUnknownKeys("match", match);
  refuseUnknownKeys("when", when);
  if (!isFaultEffect(effect)) {
    throw new TypeError(
      `there is no fault "${effect}"; there are ${Object.values(faultEffects).flat().join(", ")}`,
    );
  }
  inRange("times", times, 1, true);
  inRange("forMs", forMs, 0, false);
  inRange("match.nth", match.nth, 1, true);
  inRange("match.request", match.request, 0, true);
  inRange("when.from", when.from, 0, false);
  inRange("when.until", when.until, when.from ?? 0, false);
  inRange("when.probability", when.probability, 0, false, 1);
}

function refuseUnknownKeys(name: string, value: object): void {
  const known = KEYS[name] ?? [];
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new TypeError(`a fault's ${name} has no "${unknown}"; it has ${known.join(", ")}`);
  }
}

function inRange(
  name: string,
  value: number | undefined,
  least: number,
  whole: boolean,
  most = Infinity,
): void {
  if (value === undefined) return;
  const isNumber = typeof value === "number" && (whole ? Number.isInteger(value) : Number.isFinite(value));
  if (isNumber && value >= least && value <= most) return;
  const kind = whole ? "a whole number" : "a number";
  const range = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new RangeError(`a fault's ${name} has to be ${kind} ${range}`);
}
