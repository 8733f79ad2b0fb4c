import { B2BError, invalidInput } from "../errors/index.ts";
import { remedies } from "../remedies/index.ts";
import {
  type DefaultGuestProperty,
  defaultGuestProperties,
  type Guest,
  guestReader,
} from "../schemas/index.ts";
import type { Random } from "../time/index.ts";
import { exchange, type Line, requestFor } from "./call.ts";
import { getGuest } from "./guest-operations.ts";

type SeenGuest = Pick<Guest, DefaultGuestProperty>;

/** What is waited for. A condition of your own is asked about each read in which the guest was there. */
export type GuestState = "visible" | "redeemed" | ((guest: SeenGuest) => boolean);

export interface WaitOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long to wait at the most, in milliseconds. Default 120,000. */
  readonly timeoutMs?: number | undefined;
  /** How many reads in a row have to agree. Default 3. */
  readonly confirmations?: number | undefined;
  /** Called after each read. */
  readonly onProgress?: ((progress: WaitProgress) => void) | undefined;
}

export interface WaitProgress {
  /** How many reads there have been. */
  readonly reads: number;
  /** How many of the last ones agreed. */
  readonly agreeing: number;
  /** What the last one saw: a guest's `externalUserState`, `visible`, or `absent`. */
  readonly seen: string;
}

/** The pauses between reads, in milliseconds: from the first to the longest, growing by half each time. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
/** How many sightings an error lists. */
const REMEMBERED = 20;

/** Reads a guest until enough answers in a row show it in `state`. */
export async function waitForGuest(
  line: Line,
  random: Random,
  id: string,
  state: GuestState,
  options: WaitOptions = {},
): Promise<SeenGuest> {
  const { signal, timeoutMs = 120_000, confirmations = 3, onProgress } = options;
  if (!(Number.isInteger(confirmations) && confirmations >= 1)) {
    throw invalidInput("guests.waitUntil", [
      { path: "confirmations", expected: "must be a whole number above 0" },
    ]);
  }
  const deadline = line.clock.now() + timeoutMs;
  const isReached = conditionOf(state);
  const seen: string[] = [];
  let agreeing = 0;
  let pause = FIRST_PAUSE_MS;
  for (let reads = 1; ; reads++) {
    const guest = await readOnce(line, id, { signal, timeoutMs: Math.max(1, deadline - line.clock.now()) });
    agreeing = guest && isReached(guest) ? agreeing + 1 : 0;
    seen.push(sightingOf(guest));
    onProgress?.({ reads, agreeing, seen: sightingOf(guest) });
    if (guest && agreeing >= confirmations) return guest;
    const wait = agreeing > 0 ? FIRST_PAUSE_MS / 2 : pause * (0.5 + random() / 2);
    if (line.clock.now() + wait > deadline) throw gaveUp(state, reads, seen.slice(-REMEMBERED));
    await sleepUnlessAborted(line, wait, signal, reads);
    pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5);
  }
}

/** One read as it is: an absent guest is an answer here, and is not waited for by another layer. */
async function readOnce(
  line: Line,
  id: string,
  options: { signal: AbortSignal | undefined; timeoutMs: number },
): Promise<SeenGuest | undefined> {
  const request = requestFor(line, getGuest(), { id }, options);
  const { references: _, ...operation } = request.operation;
  try {
    const read = guestReader(defaultGuestProperties);
    return (await exchange(line, { ...request, operation: { ...operation, id: "guests.waitUntil" } }, read))
      .value;
  } catch (error) {
    if (error instanceof B2BError && error.is("not-found")) return undefined;
    throw error;
  }
}

function conditionOf(state: GuestState): (guest: SeenGuest) => boolean {
  if (state === "visible") return () => true;
  if (state === "redeemed") return (guest) => guest.externalUserState === "Accepted";
  return state;
}

function sightingOf(guest: SeenGuest | undefined): string {
  return guest ? (guest.externalUserState ?? "visible") : "absent";
}

async function sleepUnlessAborted(
  { clock }: Line,
  ms: number,
  signal: AbortSignal | undefined,
  reads: number,
) {
  try {
    await clock.sleep(ms, signal);
  } catch (cause) {
    throw new B2BError("aborted", "the caller gave up waiting", {
      outcome: "rejected",
      operation: "guests.waitUntil",
      attempts: reads,
      cause,
    });
  }
}

function gaveUp(state: GuestState, reads: number, seen: readonly string[]): B2BError {
  const wanted = typeof state === "string" ? state : "as wanted";
  const code = state === "visible" ? "not-yet-visible" : "timeout";
  return new B2BError(
    code,
    `the guest was not ${wanted} in ${reads} reads; the last ones saw: ${seen.join(", ")}`,
    {
      outcome: "rejected",
      operation: "guests.waitUntil",
      attempts: reads,
      retryable: true,
      remedies: [remedies.wait],
      seen,
    },
  );
}
