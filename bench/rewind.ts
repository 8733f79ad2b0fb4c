import { createWorld } from "@vestibule/fake-server";
import { invite } from "./invite.ts";

const WRITES = 1_000;
const ROUNDS = 15;

/** Prints what it costs to fill a directory, to remember a moment of it, and to go back there from as many invitations. */
export async function measureRewind(users: number): Promise<void> {
  const world = createWorld({ seed: 1, realism: "documented" });
  const tenant = world.cloud("public").tenant("contoso").domain("contoso.example");
  tenant.throttle("none");
  const seeded = timed(() => tenant.members(users));
  const transport = tenant.transport({ as: tenant.app("bench") });
  const costs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const mark = world.mark();
    const marked = performance.now() - start;
    for (let n = 0; n < WRITES; n++) await invite(transport, n);
    costs.push(marked + timed(() => world.rewind(mark)));
  }
  costs.sort((a, b) => a - b);
  const [least, middle, most] = [costs[0], costs[Math.floor(ROUNDS / 2)], costs.at(-1)].map((cost) =>
    cost?.toFixed(2),
  );
  console.log(`fill a directory with ${users.toLocaleString("en")} users: ${seeded.toFixed(0)} ms`);
  console.log(
    `mark it, and rewind ${WRITES.toLocaleString("en")} invitations: ${middle} ms (${least} to ${most}, ${ROUNDS} rounds)\n`,
  );
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
