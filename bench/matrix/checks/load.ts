import type { OpenedClient } from "../client.ts";
import { LATENCY_MS, type Script, scriptedService, USER_ID } from "../service.ts";
import { type Check, ended } from "./check.ts";

const CALLS_TO_A_DEAD_SERVICE = 200;
const MOST_ATTEMPTS = 1.2;

/** Check 18: what a service in trouble gets on top of the calls themselves. */
export const deadService: Check = {
  title: "200 calls in turn, every answer 503: at most 1.2 attempts a call",
  async run(client) {
    const { fetch, arrivals } = scriptedService(() => ({ status: 503 }));
    const opened = client.open(fetch);
    for (let call = 0; call < CALLS_TO_A_DEAD_SERVICE; call++) {
      const ending = await ended(opened.readUser(USER_ID));
      if (ending.ok) throw new Error("resolved, though every answer was 503");
    }
    const attempts = arrivals.length / CALLS_TO_A_DEAD_SERVICE;
    return { passed: attempts <= MOST_ATTEMPTS, figure: `${attempts.toFixed(2)} a call`, badness: attempts };
  },
};

const CALLS = 60;
const LANES = 20;
const PER_SECOND = 10;
const MOST_REFUSALS = 25;
/** The first calls find a full bucket; the last one leaves when the bucket has been filled for it. */
const IDEAL_MS = ((CALLS - PER_SECOND) / PER_SECOND) * 1_000 + LATENCY_MS;

/** Check 19: many calls at a time against a limit. */
export const narrowLimit: Check = {
  title: "60 calls in 20 lanes, 10 per second allowed: at most 25 refusals, none lost",
  async run(client) {
    const bucket = tokenBucket();
    const { fetch, arrivals } = scriptedService(bucket.script);
    const { lost, tookMs } = await inLanes(client.open(fetch));
    const refused = arrivals.length - bucket.accepted();
    const ratio = (tookMs / IDEAL_MS).toFixed(2);
    return {
      passed: refused <= MOST_REFUSALS && lost === 0,
      figure: `${refused} refused, ${lost === 0 ? "" : `${lost} lost, `}${ratio} × ideal`,
      badness: refused + CALLS * lost,
    };
  },
};

async function inLanes(client: OpenedClient): Promise<{ readonly lost: number; readonly tookMs: number }> {
  const begun = Date.now();
  let left = CALLS;
  let lost = 0;
  const lane = async () => {
    while (left-- > 0) {
      const { ok } = await ended(client.readUser(USER_ID));
      if (!ok) lost++;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { lost, tookMs: Date.now() - begun };
}

/** Full at the beginning, and filled evenly. */
function tokenBucket(): { readonly script: Script; accepted(): number } {
  let tokens = PER_SECOND;
  let filledAt = Date.now();
  let accepted = 0;
  return {
    accepted: () => accepted,
    script() {
      const now = Date.now();
      tokens = Math.min(PER_SECOND, tokens + ((now - filledAt) / 1_000) * PER_SECOND);
      filledAt = now;
      if (tokens < 1) return { status: 429, headers: { "retry-after": "1" } };
      tokens--;
      accepted++;
      return { status: 200 };
    },
  };
}
