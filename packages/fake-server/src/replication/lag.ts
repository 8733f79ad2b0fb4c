import type { Chance } from "../simulation/index.ts";

/** A length of time: milliseconds, or text such as `250ms`, `2s`, `5m`. */
export type Duration = number | `${number}${"ms" | "s" | "m" | "h"}`;

/**
 * How long an instance takes to apply a commit.
 *
 * - `none`: at once.
 * - a duration: always that long.
 * - a pair: drawn evenly between the two, for each commit anew.
 * - `lognormal`: most commits near `p50`, one in a hundred beyond `p99`.
 */
export type Lag =
  | "none"
  | Duration
  | readonly [least: Duration, most: Duration]
  | { readonly lognormal: { readonly p50: Duration; readonly p99: Duration } };

/** The lag of the n-th commit at one instance, in milliseconds. */
export type LagOf = (lsn: number) => number;

const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;
/** The normal distribution's quantile for 99 %. */
const Z99 = 2.326_347_874;

/** Makes a lag into a function of the commit, so that it does not matter when, or how often, it is asked. */
export function lagOf(lag: Lag, chance: Chance): LagOf {
  if (lag === "none") return () => 0;
  if (typeof lag === "number" || typeof lag === "string") return constant(milliseconds(lag));
  if ("lognormal" in lag)
    return lognormal(milliseconds(lag.lognormal.p50), milliseconds(lag.lognormal.p99), chance);
  const [least, most] = [milliseconds(lag[0]), milliseconds(lag[1])];
  if (most < least) throw new RangeError(`a lag from ${lag[0]} to ${lag[1]} ends before it begins`);
  return (lsn) => least + chance.at(lsn) * (most - least);
}

/** A duration in milliseconds. */
export function milliseconds(duration: Duration): number {
  if (typeof duration === "number" && Number.isFinite(duration) && duration >= 0) return duration;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(String(duration)) ?? [];
  if (amount === undefined)
    throw new RangeError(`"${duration}" is no duration: say 250, "250ms", "2s" or "5m"`);
  return Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
}

function constant(ms: number): LagOf {
  return () => ms;
}

function lognormal(p50: number, p99: number, chance: Chance): LagOf {
  if (!(p50 > 0 && p99 >= p50)) throw new RangeError("a lognormal lag needs 0 < p50 <= p99");
  const sigma = Math.log(p99 / p50) / Z99;
  return (lsn) => p50 * Math.exp(sigma * normal(chance.at(2 * lsn), chance.at(2 * lsn + 1)));
}

/** Box and Muller's way from two even draws to a normal one. */
function normal(first: number, second: number): number {
  return Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
}
