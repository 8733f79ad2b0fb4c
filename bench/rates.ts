import { createWorld } from "@vestibule/fake-server";
import type { Transport, WireRequest } from "@vestibule/sdk/wire";
import { callContext } from "@vestibule/sdk/wire";
import { bareCreate, barePromise, bareValue, fillMap } from "./bare-map.ts";
import { invite } from "./invite.ts";

const ROUNDS = 7;
const ROUND_MS = 500;
const GOAL = 150_000;

/** One thing that is done over and over; `n` counts up over all rounds. */
interface Subject {
  readonly name: string;
  readonly once: (n: number) => unknown;
  /** Puts back what a round has changed. */
  readonly reset?: () => void;
  readonly goal?: number;
}

/** Prints operations per second, each subject's rounds taken in turn with the others'. */
export async function measureRates(users: number): Promise<void> {
  const subjects = await furnish(users);
  const rates = new Map<Subject, number[]>(subjects.map((subject) => [subject, []]));
  for (const subject of subjects) await rateOf(subject, 0);
  for (let round = 1; round <= ROUNDS; round++) {
    for (const subject of subjects) rates.get(subject)?.push(await rateOf(subject, round));
  }
  const bare = rates.get(subjects.find(({ name }) => name === BARE) as Subject) ?? [];
  console.log(
    `${ROUNDS} rounds of ${ROUND_MS} ms, taken in turn; median (least to most) per second, and beside "${BARE}"`,
  );
  for (const [{ name, goal }, found] of rates) {
    const ratios = found.map((rate, round) => rate / (bare[round] ?? 1));
    const met =
      goal === undefined
        ? ""
        : `   goal ${goal.toLocaleString("en")}: ${median(found) >= goal ? "met" : "missed"}`;
    const range = `(${whole(Math.min(...found))} to ${whole(Math.max(...found))})`;
    console.log(
      `  ${name.padEnd(52)} ${whole(median(found)).padStart(10)} ${range.padEnd(26)} ${median(ratios).toFixed(2)}${met}`,
    );
  }
  console.log();
}

const BARE = "bare Map look-up, same answer, awaited";

async function furnish(users: number): Promise<readonly Subject[]> {
  const instant = tenantOf("instant", users);
  const documented = tenantOf("documented", users);
  const growing = tenantOf("instant", users);
  const map = fillMap(instant.ids.length);
  const created = fillMap(0);
  const keys = [...map.keys()];
  const pick = (ids: readonly string[], n: number) => ids[(n * 7919) % ids.length] as string;
  return [
    { name: "GET user", goal: GOAL, once: (n) => found(instant.transport, get(pick(instant.ids, n))) },
    {
      name: "GET user, four properties selected",
      once: (n) => found(instant.transport, get(pick(instant.ids, n), FOUR)),
    },
    {
      name: "GET user, documented lag, six instances",
      once: (n) => found(documented.transport, get(pick(documented.ids, n))),
    },
    {
      name: "invite a guest, then GET it",
      once: (n) => createThenGet(growing.transport, n),
      reset: growing.reset,
    },
    {
      name: "bare Map: make the guest's answer, then look it up",
      once: (n) => bareCreate(created, n),
      reset: () => created.clear(),
    },
    { name: BARE, once: (n) => barePromise(map, pick(keys, n)) },
    { name: "bare Map look-up, same answer, no promise", once: (n) => bareValue(map, pick(keys, n)) },
  ];
}

const FOUR = "id,displayName,mail,userPrincipalName";

/** A domain of its own lets a tenant hold more than 50,000 objects. */
function tenantOf(realism: "instant" | "documented", users: number) {
  const world = createWorld({ seed: 1, realism });
  const tenant = world.cloud("public").tenant("contoso").domain("contoso.example").members(users);
  tenant.throttle("none");
  const transport = tenant.transport({ as: tenant.app("bench") });
  const mark = world.mark();
  return { transport, ids: tenant.log[0]?.ids ?? [], reset: () => world.rewind(mark) };
}

/** Each subject is awaited, as a client would, but for the one that has no promise. */
async function rateOf({ once, reset }: Subject, round: number): Promise<number> {
  const first = round * 10_000_000;
  const start = performance.now();
  let n = 0;
  for (let elapsed = 0; elapsed < ROUND_MS; elapsed = performance.now() - start) {
    for (let batch = 0; batch < 200; batch++) {
      const result = once(first + n++);
      if (result instanceof Promise) await result;
    }
  }
  const rate = (n / (performance.now() - start)) * 1000;
  reset?.();
  return rate;
}

const context = callContext();

function get(id: string, $select?: string): WireRequest {
  const path = `/users/${id}`;
  return {
    operation: { id: "bench", effect: "read" },
    method: "GET",
    version: "v1.0",
    target: $select === undefined ? { path } : { path, query: { $select } },
    headers: {},
    context,
  };
}

async function found(transport: Transport, request: WireRequest): Promise<void> {
  const { status } = await transport.send(request);
  if (status !== 200) throw new Error(`a user that is there was answered with ${status}`);
}

async function createThenGet(transport: Transport, n: number): Promise<void> {
  await found(transport, get(await invite(transport, n)));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}
