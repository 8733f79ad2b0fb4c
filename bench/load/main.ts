/**
 * How many requests a second the fake answers over loopback, beside a bare server of Node's that answers the same bytes from a
 * Map: `npm run load`. The servers have one core, and what asks them has another, where the machine can be told so.
 */
import type { Kept } from "./bare.ts";
import { type Load, load } from "./generator.ts";
import { type Asked, mix, wireOf } from "./requests.ts";
import { type Answering, besideTheServers, heard, started } from "./servers.ts";

const ROUNDS = 7;
const ROUND_MS = 2_000;
const FOR_A_ROUND = { ms: ROUND_MS };
const CONNECTIONS = [16, 32];
const GOAL = 0.85;
/** As many different requests as are kept for the bare server; what invites is new every time to the fake. */
const DIFFERENT = 20_000;

await besideTheServers();
const [fake, bare] = [started("fake.ts"), started("bare.ts")];
const { port, token, ids } = await heard<Answering>(fake);
const asked = mix(ids);
const requests = Array.from({ length: DIFFERENT }, (_, n) => asked(n));
bare.send(await kept(requests));
const { port: barePort } = await heard<{ port: number }>(bare);
const wires = requests.map((request) => wireOf(request, token));

let n = 0;
const next = () => wires[n++ % DIFFERENT] as Buffer;
for (const server of [barePort, port]) await load(server, 16, FOR_A_ROUND, next);
for (const connections of CONNECTIONS) await compare(connections);
for (const server of [fake, bare]) server.kill();

async function compare(connections: number): Promise<void> {
  const rounds: { readonly fake: Load; readonly bare: Load }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await load(port, connections, FOR_A_ROUND, next);
    rounds.push({ fake: ours, bare: await load(barePort, connections, FOR_A_ROUND, next) });
  }
  const ratio = median(rounds.map((round) => round.fake.perSecond / round.bare.perSecond));
  const row = (name: string, of: (round: (typeof rounds)[number]) => Load) => {
    const rate = median(rounds.map((round) => of(round).perSecond));
    const p99 = median(rounds.map((round) => of(round).p99));
    return `  ${name.padEnd(12)} ${Math.round(rate).toLocaleString("en").padStart(8)} a second, p99 ${p99.toFixed(2)} ms`;
  };
  console.log(
    `${connections} connections, medians of ${ROUNDS} rounds of ${ROUND_MS / 1_000} s, taken in turn`,
  );
  console.log(row("the fake", (round) => round.fake));
  console.log(row("a bare Map", (round) => round.bare));
  console.log(`  ratio        ${ratio.toFixed(2)}   goal ${GOAL}: ${ratio >= GOAL ? "met" : "missed"}`);
}

/** What the fake answers to each request, for the bare server to answer the same. */
async function kept(all: readonly Asked[]): Promise<readonly (readonly [string, Kept])[]> {
  const answers = new Map<string, Kept>();
  for (const { method, path, body } of all) {
    const name = `${method} ${path}`;
    if (answers.has(name)) continue;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const init = body === undefined ? { method, headers } : { method, headers, body };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
    const pairs = [...response.headers].filter(([header]) => !["connection", "keep-alive"].includes(header));
    answers.set(name, [response.status, pairs.flat(), await response.text()]);
  }
  return [...answers];
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
