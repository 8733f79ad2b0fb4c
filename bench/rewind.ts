import { createWorld } from "@vestibule/fake-server";

const WRITES = 1_000;

/** Prints what it costs to fill a directory, to remember a moment of it, and to go back there. */
export async function measureRewind(users: number): Promise<void> {
  const world = createWorld({ seed: 1, realism: "documented" });
  const tenant = world.cloud("public").tenant("contoso").domain("contoso.example");
  const seeded = timed(() => tenant.members(users));
  const marks: number[] = [];
  const rewinds: number[] = [];
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    const mark = world.mark();
    marks.push(performance.now() - start);
    for (let n = 0; n < WRITES; n++) tenant.user(`visitor${n}`);
    rewinds.push(timed(() => world.rewind(mark)));
  }
  console.log(`fill a directory with ${users.toLocaleString("en")} users: ${seeded.toFixed(0)} ms`);
  console.log(
    `mark it: ${middle(marks)} ms; rewind ${WRITES.toLocaleString("en")} writes: ${middle(rewinds)} ms (medians of 7)\n`,
  );
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function middle(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(2);
}
