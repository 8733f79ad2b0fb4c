/**
 * What the fake's heap holds after 100,000 requests and after 1,000,000, in the same proportions as `npm run load` but for the
 * writes, since what was written is meant to stay: `npm run heap`. Then what a write leaves behind.
 */
import { load } from "./generator.ts";
import { mix, wireOf } from "./requests.ts";
import { type Answering, heard, started } from "./servers.ts";

const [EARLY, LATE, WRITES] = [100_000, 1_000_000, 20_000];
const GOAL = 1.1;

const fake = started("fake.ts");
const { port, token, ids } = await heard<Answering>(fake);
const requests = Array.from({ length: 20_000 }, (_, n) => n).map(mix(ids));
const wires = (isWrite: boolean) =>
  requests.filter(({ method }) => (method !== "GET") === isWrite).map((asked) => wireOf(asked, token));

await send(EARLY, wires(false));
const early = await heap();
await send(LATE - EARLY, wires(false));
const late = await heap();
const ratio = late / early;
const met = ratio <= GOAL ? "met" : "missed";
console.log(`after ${EARLY.toLocaleString("en")} reads: ${megabytes(early)}`);
console.log(
  `after ${LATE.toLocaleString("en")} reads: ${megabytes(late)}, ${ratio.toFixed(2)} of it   goal ${GOAL}: ${met}`,
);
await send(WRITES, wires(true));
console.log(
  `each of ${WRITES.toLocaleString("en")} writes leaves ${Math.round(((await heap()) - late) / WRITES)} bytes`,
);
fake.kill();

async function send(count: number, all: readonly Buffer[]): Promise<void> {
  let n = 0;
  await load(port, 16, { requests: count }, () => all[n++ % all.length] as Buffer);
}

async function heap(): Promise<number> {
  const answer = heard<{ heap: number }>(fake);
  fake.send("heap");
  return (await answer).heap;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
