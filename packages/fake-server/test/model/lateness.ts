import type { Lag, Reader } from "@vestibule/fake-server";
import fc from "fast-check";

/** How late the instances of a directory are, and which of them stand still, and when. */
export interface Lateness {
  readonly kind: "none" | "short" | "documented" | "long" | "uneven";
  /** One for each instance, over again where there are more of them. Empty: as documented. */
  readonly lags: readonly Lag[];
  readonly holds: readonly Hold[];
}

/** An instance that gets nothing from one step on, and goes on some steps later. */
export interface Hold {
  readonly instance: number;
  readonly from: number;
  readonly steps: number;
}

const short: fc.Arbitrary<Lag> = fc.constantFrom<Lag>("50ms", "2s", ["0s", "1s"]);
const long: fc.Arbitrary<Lag> = fc.oneof(
  fc.constantFrom<Lag>("10m", ["1m", "15m"], ["0s", "2h"]),
  fc.constant<Lag>({ lognormal: { p50: "20s", p99: "10m" } }),
);
const any = fc.oneof(fc.constant<Lag>("none"), short, fc.constant<Lag>(["0s", "30s"]), long);

const holds = fc.array(
  fc.record({ instance: fc.nat(), from: fc.nat({ max: 40 }), steps: fc.integer({ min: 1, max: 30 }) }),
  { maxLength: 3 },
);

export const lateness: fc.Arbitrary<Lateness> = fc.oneof(
  of("none", fc.constant<readonly Lag[]>(["none"])),
  of("short", fc.tuple(short)),
  of("documented", fc.constant<readonly Lag[]>([])),
  of("long", fc.tuple(long)),
  of("uneven", fc.array(any, { minLength: 7, maxLength: 7 })),
);

function of(kind: Lateness["kind"], lags: fc.Arbitrary<readonly Lag[]>): fc.Arbitrary<Lateness> {
  return fc.record({ kind: fc.constant(kind), lags, holds });
}

/** Makes the instances so late. */
export function delay(readers: readonly Reader[], { lags }: Lateness): void {
  for (const [index, reader] of readers.entries()) {
    const lag = lags[index % lags.length];
    if (lag !== undefined) reader.lag = lag;
  }
}

/** Holds the instances that stand still at this step, and lets the others go on. */
export function holdAt(step: number, readers: readonly Reader[], { holds: all }: Lateness): void {
  for (const [index, reader] of readers.entries()) {
    const isHeld = all.some(
      ({ instance, from, steps }) =>
        instance % readers.length === index && from <= step && step < from + steps,
    );
    if (isHeld === reader.held) continue;
    if (isHeld) reader.hold();
    else reader.release();
  }
}
