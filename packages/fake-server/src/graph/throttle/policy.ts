import type { Directory, Quota, ThrottleLimits } from "../../directory/index.ts";
import { DOCUMENTED } from "./documented.ts";

/** So many requests at once, and as many again in every `perMs` milliseconds, evenly. */
export interface RequestQuota {
  readonly requests: number;
  readonly perMs: number;
}

/** The same in resource units. A request costs 1 to 5 of them. */
export interface UnitQuota {
  readonly units: number;
  readonly perMs: number;
}

/** The same in requests that change something, other than invitations. */
export interface WriteQuota {
  readonly writes: number;
  readonly perMs: number;
}

/** Limits that stand in for the documented ones. What is not named stays as documented. */
export interface ThrottleOverrides {
  /** Invitations of all applications together. Documented: 150 in 5 s. */
  readonly invitations?: RequestQuota;
  /** Conditional access, all applications together; it never says how long to wait. Documented: 1 in 1 s. */
  readonly conditionalAccess?: RequestQuota;
  /** The logs, of each application. Documented: 5 in 10 s. */
  readonly reports?: RequestQuota;
  /** All else, of each application, whatever the tenant's size. Documented: 3,500, 5,000 or 8,000 in 10 s. */
  readonly units?: UnitQuota;
  /** Writes of each application. Documented: 3,000 in 150 s. */
  readonly writes?: WriteQuota;
  /** Writes of all applications together. Documented: 18,000 in 300 s. */
  readonly tenantWrites?: WriteQuota;
}

/** How much a tenant takes: everything, what is documented, or that with some limits of one's own. */
export type ThrottlePolicy = "none" | "documented" | ThrottleOverrides;

/** What each limit counts. */
const COUNTS = {
  invitations: "requests",
  conditionalAccess: "requests",
  reports: "requests",
  units: "units",
  writes: "writes",
  tenantWrites: "writes",
} as const satisfies Record<keyof ThrottleLimits, string>;

/**
 * Lets a tenant take so much from now on, with nothing used yet.
 *
 * @throws TypeError for what is no policy; RangeError for a limit that does not exist or that nothing could pass. The
 *   message begins with the path of what is wrong, and the old policy stays.
 */
export function setThrottle({ throttle }: Directory, policy: ThrottlePolicy): void {
  throttle.use(limitsOf(policy));
}

function limitsOf(policy: ThrottlePolicy): ThrottleLimits | undefined {
  if (policy === "none") return undefined;
  if (policy === "documented") return DOCUMENTED;
  if (!isRecord(policy))
    throw new TypeError(
      `throttle: expected "none", "documented" or an object of limits, got ${shown(policy)}`,
    );
  refuseUnknown(policy, Object.keys(COUNTS), "throttle", "limit");
  const limits: { -readonly [K in keyof ThrottleLimits]: ThrottleLimits[K] } = { ...DOCUMENTED };
  for (const [name, counts] of Object.entries(COUNTS) as [keyof ThrottleLimits, string][]) {
    const given: unknown = policy[name];
    if (given === undefined) continue;
    const quota = quotaOf(given, `throttle.${name}`, counts);
    if (name === "units") limits.units = { S: quota, M: quota, L: quota };
    else limits[name] = quota;
  }
  return limits;
}

function quotaOf(given: unknown, path: string, counts: string): Quota {
  if (!isRecord(given)) throw new TypeError(`${path}: expected { ${counts}, perMs }, got ${shown(given)}`);
  refuseUnknown(given, [counts, "perMs"], path, "property");
  return {
    amount: wholeNumber(given[counts], `${path}.${counts}`),
    perMs: wholeNumber(given.perMs, `${path}.perMs`),
  };
}

function wholeNumber(value: unknown, path: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1) return value;
  const problem = `${path}: expected a whole number from 1, got ${shown(value)}`;
  throw typeof value === "number" ? new RangeError(problem) : new TypeError(problem);
}

function refuseUnknown(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: string,
  what: string,
): void {
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  throw new RangeError(`${path}.${unknown}: there is no such ${what}; there are ${known.join(", ")}`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : Array.isArray(value) ? "a list" : String(value);
}
