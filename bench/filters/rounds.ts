const ROUNDS = 9;
const ROUND_MS = 300;

/** One thing that is done over and over. */
export interface Subject {
  readonly name: string;
  readonly once: (n: number) => unknown;
  /** What is to be reached, in the unit of the table. */
  readonly goal?: number;
}

/** How a table reads: in what, and whether more or less of it is better. */
export interface Table {
  readonly title: string;
  readonly unit: (perSecond: number) => number;
  readonly better: "more" | "less";
  readonly digits: number;
}

/**
 * Prints what each subject takes, its rounds taken in turn with the others', so that a slow moment of the machine meets
 * them all; and how that stands to the last one, round by round.
 */
export async function compare(table: Table, subjects: readonly Subject[]): Promise<void> {
  const rates = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
  for (const subject of subjects) await rateOf(subject);
  for (let round = 0; round < ROUNDS; round++) {
    for (const subject of subjects) rates.get(subject)?.push(await rateOf(subject));
  }
  const beside = subjects.at(-1);
  const base = (beside && rates.get(beside)) ?? [];
  console.log(
    `${table.title}; median of ${ROUNDS} rounds (least to most), and its ratio to "${beside?.name}"`,
  );
  for (const [{ name, goal }, found] of rates) {
    const values = found.map(table.unit).toSorted((a, b) => a - b);
    const ratio = median(found.map((rate, round) => table.unit(rate) / table.unit(base[round] ?? rate)));
    const [least = 0, most = 0] = [values[0], values.at(-1)];
    const number = (value: number) =>
      value.toLocaleString("en", {
        minimumFractionDigits: table.digits,
        maximumFractionDigits: table.digits,
      });
    const range = `(${number(least)} to ${number(most)})`;
    console.log(
      `  ${name.padEnd(58)} ${number(median(values)).padStart(10)} ${range.padEnd(24)} ${ratio.toFixed(2)}${verdict(table, goal, median(values))}`,
    );
  }
  console.log();
}

function verdict({ better }: Table, goal: number | undefined, reached: number): string {
  if (goal === undefined) return "";
  const met = better === "more" ? reached >= goal : reached <= goal;
  return `   goal ${goal.toLocaleString("en")}: ${met ? "met" : "missed"}`;
}

/** Times a second; a whole search takes so long that the clock is read after each. */
async function rateOf({ once }: Subject): Promise<number> {
  const start = performance.now();
  let n = 0;
  let elapsed = 0;
  for (let batch = 1; elapsed < ROUND_MS; batch = elapsed < 10 ? batch * 2 : batch) {
    for (let at = 0; at < batch; at++) {
      const result = once(n++);
      if (result instanceof Promise) await result;
    }
    elapsed = performance.now() - start;
  }
  return (n / elapsed) * 1000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
