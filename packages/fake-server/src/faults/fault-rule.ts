import { type FaultEffect, faultEffects, isFaultEffect } from "./effects/index.ts";
import {
  type FaultOperation,
  isOperationName,
  methodOf,
  operationNames,
  ownNameOf,
} from "./operation-name.ts";

/** Which requests a rule is about. Every condition that is given has to hold. */
export interface FaultMatch {
  /** For example `invitations.create`, `users.get`, `groups.addMember`; `invitations.redeem` for a guest who redeems. */
  readonly operation?: FaultOperation;
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

const METHODS: readonly string[] = ["GET", "POST", "PATCH", "PUT", "DELETE"];

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
  refuseNonObject("a fault rule", rule);
  const { effect, match = {}, when = {}, times, forMs } = rule;
  refuseNonObject("a fault's match", match);
  refuseNonObject("a fault's when", when);
  refuseUnknownKeys("rule", rule);
  refuseUnknownKeys("match", match);
  refuseUnknownKeys("when", when);
  if (!isFaultEffect(effect)) {
    throw new TypeError(`there is no fault "${effect}"; ${suggested(String(effect))}`);
  }
  refuseWhatNeverMatches(match);
  inRange("times", times, 1, true);
  inRange("forMs", forMs, 0, false);
  inRange("match.nth", match.nth, 1, true);
  if (match.nth !== undefined) inRange("times, where match.nth names one request,", times, 1, true, 1);
  inRange("match.request", match.request, 0, true);
  inRange("when.from", when.from, 0, false);
  inRange("when.until", when.until, when.from ?? 0, false);
  inRange("when.probability", when.probability, 0, false, 1);
}

function refuseNonObject(name: string, value: unknown): void {
  if (typeof value !== "object" || value === null) throw new TypeError(`${name} has to be an object`);
}

/** Effects of a name that begins alike; where there are none, what there is to look at. */
function suggested(name: string): string {
  const [first = ""] = name.toLowerCase().split("-");
  const alike = Object.values(faultEffects)
    .flat()
    .filter((effect) => first.length > 2 && effect.startsWith(first.slice(0, 5)));
  if (alike.length > 0) return `there are ${alike.join(", ")}`;
  const families = Object.entries(faultEffects).map(([family, [example]]) => `${family} (${example}, …)`);
  return `faultEffects lists all, by family: ${families.join(", ")}`;
}

/** A rule that fits nothing would let a test pass for the wrong reason. */
function refuseWhatNeverMatches({ operation, method, path, caller }: FaultMatch): void {
  if (operation !== undefined) refuseNoOperation(operation, method);
  if (method !== undefined && !METHODS.includes(method)) {
    throw new TypeError(`a fault's match.method is one of ${METHODS.join(", ")}: not "${method}"`);
  }
  if (path !== undefined && !(path instanceof RegExp)) refuseNoPath(path);
  if (caller !== undefined && !/^(?:app|user)\/./.test(caller)) {
    throw new TypeError(`a fault's match.caller is app/NAME or user/NAME: not "${caller}"`);
  }
}

function refuseNoOperation(operation: string, method: string | undefined): void {
  if (!isOperationName(operation)) {
    const own = ownNameOf(operation);
    const hint = isOperationName(own) ? `it is ${own} here` : `there are ${operationNames.join(", ")}`;
    throw new TypeError(`no request is called "${operation}"; ${hint}`);
  }
  if (method !== undefined && methodOf(operation) !== method) {
    throw new TypeError(`${operation} is never a ${method}: leave out the fault's match.method`);
  }
}

function refuseNoPath(path: unknown): void {
  if (typeof path !== "string") {
    throw new TypeError("a fault's match.path is a text or a regular expression");
  }
  if (!path.startsWith("/") || path.includes("?") || /^\/(?:v1\.0|beta)\//.test(path)) {
    throw new TypeError(
      `a fault's match.path begins with a slash, below the API's version and without a query: not "${path}"`,
    );
  }
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
