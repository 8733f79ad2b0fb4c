/** Something whose speed is measured. */
export interface Contender {
  readonly name: string;
  /** Does that many operations, one after the other. */
  readonly run: (count: number) => Promise<void> | void;
  /** Takes back what the operations left behind; its time is not counted. */
  readonly reset?: () => void;
}

/** A figure of several rounds. */
export interface Figure {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Operations per second, a number for each round. */
export type Rates = ReadonlyMap<string, readonly number[]>;

const WARM_UP_MS = 1_000;
/** Before each measurement: the others ran in between. */
const REWARM_MS = 100;
const MEASURE_MS = 500;
/** Operations between two looks at the clock. */
const CHUNK = 1_000;

/**
 * Measures all contenders side by side: each round runs every one of them, in an order of its own, so that what the
 * machine does beside hits all of them alike.
 */
export async function measureRates(contenders: readonly Contender[], rounds: number): Promise<Rates> {
  for (const contender of contenders) await rateOf(contender, WARM_UP_MS);
  const rates = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    globalThis.gc?.();
    for (const contender of shuffled(contenders)) {
      await rateOf(contender, REWARM_MS);
      rates.get(contender.name)?.push(await rateOf(contender, MEASURE_MS));
    }
  }
  return rates;
}

export function figureOf(values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const middle = (sorted.length - 1) / 2;
  const [below, above] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  if (least === undefined || most === undefined || below === undefined || above === undefined) {
    throw new RangeError("a figure needs at least one value");
  }
  return { median: (below + above) / 2, least, most };
}

/** One over the other, round by round: what slows both down in a round is not in it. */
export function ratioOf(over: readonly number[], under: readonly number[]): Figure {
  return figureOf(over.map((value, round) => value / (under[round] ?? Number.NaN)));
}

async function rateOf({ run, reset }: Contender, atLeastMs: number): Promise<number> {
  const started = performance.now();
  let done = 0;
  let elapsed = 0;
  while (elapsed < atLeastMs) {
    await run(CHUNK);
    done += CHUNK;
    elapsed = performance.now() - started;
  }
  reset?.();
  return (done * 1_000) / elapsed;
}

function shuffled<T>(list: readonly T[]): readonly T[] {
  return list
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
