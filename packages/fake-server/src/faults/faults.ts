import type { GraphRequest } from "../graph/index.ts";
import type { Party } from "../replication/index.ts";
import type { Chance } from "../simulation/index.ts";
import { type FaultEffect, planOf } from "./effects/index.ts";
import { checkRule, type FaultRule } from "./fault-rule.ts";
import { operationName, REDEEM } from "./operation-name.ts";

/** A fault that has happened; a list of them is a schedule that can be played again. */
export interface FiredFault {
  /** The number of the request in its tenant, from 0. */
  readonly request: number;
  readonly operation: string;
  readonly effect: FaultEffect;
  /** How long it took, in milliseconds. */
  readonly forMs: number;
}

/** A rule that has been added. */
export interface AddedFault {
  /** Takes the rule away again. What it has done stays. */
  remove(): void;
}

/** A rule by which something may still go wrong. */
export interface ArmedFault {
  readonly rule: FaultRule;
  /** How often it may still happen; `Infinity` for one without end. */
  readonly left: number;
}

interface Armed extends ArmedFault {
  readonly rule: FaultRule;
  /** How many rules had been added before: its chance follows from that. */
  readonly number: number;
  readonly chance: Chance;
  /** How many requests the rest of its match has held for. */
  seen: number;
  /** How often it may still happen. */
  left: number;
}

/** @hidden */
export interface FaultsPosition {
  readonly arrivals: number;
  readonly fired: number;
  readonly armed: readonly Omit<Armed, "chance">[];
  readonly added: number;
}

/**
 * What goes wrong in one tenant. Without rules nothing does; where several rules fit a request, the first that was
 * added counts. What chance decides follows from the world's seed and the number of the request alone.
 *
 * @example
 * ```ts
 * contoso.faults.add({ match: { operation: "invitations.create", nth: 1 }, effect: "reset-after-commit" });
 * contoso.faults.add({ when: { probability: 0.05 }, effect: "throttled", forMs: 2_000 });
 * ```
 */
export class Faults {
  readonly #chance: Chance;
  readonly #now: () => number;
  #armed: Armed[] = [];
  readonly #fired: FiredFault[] = [];
  #arrivals = 0;
  #added = 0;

  /** @internal */
  constructor(chance: Chance, now: () => number) {
    this.#chance = chance;
    this.#now = now;
  }

  /** Everything that has gone wrong, in order. */
  get fired(): readonly FiredFault[] {
    return this.#fired;
  }

  /** The rules by which something may still go wrong, in the order in which they were added. */
  get armed(): readonly ArmedFault[] {
    return this.#armed.filter(({ left }) => left > 0).map(({ rule, left }) => ({ rule, left }));
  }

  /** How many requests have arrived. */
  get requests(): number {
    return this.#arrivals;
  }

  /**
   * Adds a rule. It counts from the next request on.
   *
   * @throws TypeError for an effect or a property that does not exist
   * @throws RangeError for a number that is out of range
   */
  add(rule: FaultRule): AddedFault {
    checkRule(rule);
    const isOnce = rule.match?.nth !== undefined || rule.match?.request !== undefined;
    const left = rule.times ?? (isOnce ? 1 : Number.POSITIVE_INFINITY);
    const armed = this.#armedWith({ rule, number: this.#added++, seen: 0, left });
    this.#armed.push(armed);
    return {
      remove: () => {
        this.#armed = this.#armed.filter((one) => one !== armed);
      },
    };
  }

  /** Takes all rules away. What has happened stays in {@link Faults.fired | fired}. */
  clear(): void {
    this.#armed = [];
  }

  /**
   * Lets exactly these faults happen, each at the request of its number. For a world in which nothing has been sent yet.
   *
   * @throws TypeError, RangeError for what is no schedule; then none of it counts
   */
  replay(schedule: readonly FiredFault[]): void {
    if (!Array.isArray(schedule)) throw new TypeError("a schedule has to be a list of faults");
    const rules = schedule.map((fault): FaultRule => {
      const { request, effect, forMs } = fault ?? {};
      return { match: { request }, effect, forMs };
    });
    for (const rule of rules) checkRule(rule);
    for (const rule of rules) this.add(rule);
  }

  /** @internal */
  next(request: GraphRequest, party: Party): FiredFault | undefined {
    const number = this.#arrivals++;
    if (this.#armed.length === 0) return undefined;
    const arrival = { ...request, operation: operationName(request), caller: party.name, number };
    return this.#fire(arrival, (effect) => planOf(effect).appliesTo?.(request) ?? true);
  }

  /** @internal */
  nextRedemption(): FiredFault | undefined {
    const arrival = { operation: REDEEM, method: "", path: "", caller: "guest", number: this.#arrivals++ };
    return this.#fire(arrival, isAboutRedeeming);
  }

  /** @hidden */
  get position(): FaultsPosition {
    return {
      arrivals: this.#arrivals,
      fired: this.#fired.length,
      armed: this.#armed.map(({ chance: _, ...armed }) => armed),
      added: this.#added,
    };
  }

  /** @hidden */
  restore({ arrivals, fired, armed, added }: FaultsPosition): void {
    this.#arrivals = arrivals;
    this.#fired.length = fired;
    this.#armed = armed.map((one) => this.#armedWith(one));
    this.#added = added;
  }

  /** @hidden For one in which nothing has happened yet. */
  recall(fired: readonly FiredFault[]): void {
    this.#fired.push(...fired);
  }

  #armedWith(position: Omit<Armed, "chance">): Armed {
    return { ...position, chance: this.#chance.fork(`rule/${position.number}`) };
  }

  #fire(arrival: Arrival, fits: (effect: FaultEffect) => boolean): FiredFault | undefined {
    // All are asked: a rule counts a request, whichever takes it.
    const [first] = this.#armed.filter((armed) => fits(armed.rule.effect) && this.#holds(armed, arrival));
    if (first === undefined) return undefined;
    first.left--;
    const { effect, forMs = planOf(effect).forMs ?? 0 } = first.rule;
    const fault = { request: arrival.number, operation: arrival.operation, effect, forMs };
    this.#fired.push(fault);
    return fault;
  }

  #holds(armed: Armed, arrival: Arrival): boolean {
    const { match = {}, when = {} } = armed.rule;
    if (armed.left <= 0 || !matches(match, arrival)) return false;
    armed.seen++;
    if (match.nth !== undefined && match.nth !== armed.seen) return false;
    const now = this.#now();
    if (now < (when.from ?? now) || now >= (when.until ?? Number.POSITIVE_INFINITY)) return false;
    return when.probability === undefined || armed.chance.at(arrival.number) < when.probability;
  }
}

interface Arrival {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly caller: string;
  readonly number: number;
}

function matches(match: NonNullable<FaultRule["match"]>, arrival: Arrival): boolean {
  const { operation, method, path, caller, request } = match;
  return (
    (operation === undefined || operation === arrival.operation) &&
    (method === undefined || method === arrival.method) &&
    (path === undefined ||
      (typeof path === "string" ? isSamePath(path, arrival.path) : arrival.path.search(path) >= 0)) &&
    (caller === undefined || caller === arrival.caller) &&
    (request === undefined || request === arrival.number)
  );
}

const REDEEM_EFFECTS: readonly FaultEffect[] = ["link-expired", "state-lags", "redeemed-by-another-account"];

function isAboutRedeeming(effect: FaultEffect): boolean {
  return REDEEM_EFFECTS.includes(effect);
}

/** Graph does not look at upper and lower case in a path. */
function isSamePath(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
