import { type Clock, steadyClock, systemClock } from "../time/index.ts";
import { ADMITTED, DepartureQueue, type Term } from "./departure-queue.ts";
import type { Admission, Departure, DepartureReport, Governor } from "./governor.ts";
import { Pace } from "./pace.ts";
import { RetryBudget } from "./retry-budget.ts";

/**
 * A governor for the clients of one process.
 *
 * @param options - `clock` has to be the one that its clients have; default: the computer's time
 * @throws TypeError for what is no clock, and for any other option
 */
export function localGovernor(options: { readonly clock?: Clock } = {}): Governor {
  // A misspelt clock would have two times meet that have nothing to do with each other.
  const isKnown = typeof options === "object" && options !== null && !("now" in options);
  if (!isKnown || Object.keys(options).some((name) => name !== "clock")) {
    throw new TypeError("localGovernor: there is one option, as in localGovernor({ clock })");
  }
  const { clock = systemClock } = options;
  const steady = steadyClock(clock);
  const scopes = new Map<string, Scope>();
  const scopeOf = (name: string): Scope => {
    const scope = scopes.get(name) ?? new Scope(steady);
    scopes.set(name, scope);
    return scope;
  };
  return {
    admit: (scope, departure) => scopeOf(scope).admit(departure),
    report: (scope, report) => scopeOf(scope).report(report),
  };
}

/** The turn of a request whose time is over never comes. */
const TOO_LATE: Admission = { admitted: false, waitMs: 0 };

class Scope {
  readonly #clock: Clock;
  readonly #pace = new Pace();
  readonly #queue: DepartureQueue;
  readonly #budget = new RetryBudget();
  /** What an operation cost last time, in units. */
  readonly #costs = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#queue = new DepartureQueue(this.#pace, clock);
  }

  admit(departure: Departure): Admission | Promise<Admission> {
    const now = this.#clock.now();
    const { notBefore = 0, deadline = Number.POSITIVE_INFINITY, since = now, admittedAt } = departure;
    if (now > deadline) return TOO_LATE;
    if (admittedAt !== undefined) return this.#admitAgain(now);
    const isOpen = this.#queue.isEmpty && this.#pace.isFree(now);
    if (isOpen && notBefore <= now) return ADMITTED;
    const term = { since, deadline };
    const waitMs = Math.max(this.#queue.hopelessMs(term), notBefore > deadline ? notBefore - now : 0);
    return waitMs > 0 ? { admitted: false, waitMs } : this.#wait(departure, notBefore - now, term);
  }

  /** It has had its turn: only a cooldown that began since is in its way. */
  #admitAgain(now: number): Admission {
    const waitMs = this.#pace.quietUntil - now;
    return waitMs > 0 ? { admitted: false, waitMs } : ADMITTED;
  }

  async #wait({ operation, signal }: Departure, pauseMs: number, term: Term): Promise<Admission> {
    if (pauseMs > 0) await this.#clock.sleep(pauseMs, signal);
    signal?.throwIfAborted();
    const now = this.#clock.now();
    if (now > term.deadline) return TOO_LATE;
    if (this.#queue.isEmpty && this.#pace.isFree(now)) return ADMITTED;
    const waitMs = this.#queue.hopelessMs(term);
    if (waitMs > 0) return { admitted: false, waitMs };
    return this.#queue.join(this.#costs.get(operation) ?? 1, term, signal);
  }

  report(report: DepartureReport): boolean {
    const isOldNews = this.#pace.isOldNews(report.sentAt);
    this.#learn(report);
    // Requests that were under way together when the service refused are refused together: that is paid once.
    const isPaid = report.retry === "throttled" && isOldNews;
    return report.retry !== undefined && (isPaid || this.#budget.pay(report.retry));
  }

  #learn({ operation, sentAt, result, cooldownMs, units, usage }: DepartureReport): void {
    const now = this.#clock.now();
    if (units !== undefined) this.#costs.set(operation, units);
    if (result === "accepted") {
      this.#budget.refund();
      this.#pace.accepted(units ?? this.#costs.get(operation) ?? 1, usage, now);
    }
    if (cooldownMs === undefined) return;
    if (result === "throttled") this.#pace.refused(cooldownMs, sentAt, now);
    else this.#pace.pause(cooldownMs, now);
    this.#queue.turnAwayLate();
  }
}
