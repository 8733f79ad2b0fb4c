/**
 * How many requests a second the fake answers over loopback, beside a bare server of Node's and one of Hono's that answer the
 * same bytes from a Map: `npm run load`. The servers have one core, and what asks them has another, where the machine can be
 * told so.
 */
import type { ChildProcess } from "node:child_process";
import { type Load, load } from "./generator.ts";
import type { Answers, Kept } from "./kept.ts";
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
const fake = started("fake.ts");
const { port, token, ids } = await heard<Answering>(fake);
const asked = mix(ids);
const requests = Array.from({ length: DIFFERENT }, (_, n) => asked(n));
const answers = await kept(requests);
const peers = [started("bare.ts"), started("hono.ts")];
const [barePort, honoPort] = await Promise.all(peers.map((peer) => portOf(peer)));
const servers = [
  { name: "a bare Map", port: barePort as number },
  { name: "Hono", port: honoPort as number },
  { name: "the fake", port },
];
const wires = requests.map((request) => wireOf(request, token));

let n = 0;
const next = () => wires[n++ % DIFFERENT] as Buffer;
for (const server of servers) await load(server.port, 16, FOR_A_ROUND, next);
for (const connections of CONNECTIONS) await compare(connections);
for (const server of [fake, ...peers]) server.kill();

async function compare(connections: number): Promise<void> {
  const rounds: (readonly Load[])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const loads: Load[] = [];
    for (const server of servers) loads.push(await load(server.port, connections, FOR_A_ROUND, next));
    rounds.push(loads);
  }
  console.log(
    `${connections} connections, medians of ${ROUNDS} rounds of ${ROUND_MS / 1_000} s, taken in turn`,
  );
  const ratios = servers.map(({ name }, at) => {
    const of = (figure: (load: Load, bare: Load) => number) =>
      median(rounds.map((loads) => figure(loads[at] as Load, loads[0] as Load)));
    const rate = Math.round(of(({ perSecond }) => perSecond)).toLocaleString("en");
    const ratio = of(({ perSecond }, bare) => perSecond / bare.perSecond);
    const p99 = of((load) => load.p99).toFixed(2);
    console.log(
      `  ${name.padEnd(10)} ${rate.padStart(8)} a second, ${ratio.toFixed(2)} of the bare Map, p99 ${p99} ms`,
    );
    return ratio;
  });
  console.log(
    `  goal       ${GOAL} of the bare Map: ${(ratios.at(-1) as number) >= GOAL ? "met" : "missed"}`,
  );
}

async function portOf(peer: ChildProcess): Promise<number> {
  peer.send(answers);
  return (await heard<{ port: number }>(peer)).port;
}

/** What the fake answers to each request, for the others to answer the same. */
async function kept(all: readonly Asked[]): Promise<Answers> {
  const answers = new Map<string, Kept>();
  for (const { method, path, body } of all) {
    const name = `${method} ${path}`;
    if (answers.has(name)) continue;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const init = body === undefined ? { method, headers } : { method, headers, body };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
    const pairs = [...response.headers].filter(([header]) => !["connection", "keep-alive"].includes(header));
    answers.set(name, [response.status, pairs, await response.text()]);
  }
  return [...answers];
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
