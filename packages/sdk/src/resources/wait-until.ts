import { B2BError, invalidInput, TimeLimit } from "../errors/index.ts";
import { remedies } from "../remedies/index.ts";
import {
  type DefaultGuestProperty,
  defaultGuestProperties,
  type Guest,
  guestReader,
} from "../schemas/index.ts";
import type { Random } from "../time/index.ts";
import { exchange, type Line, requestFor } from "./call.ts";
import { CALL_OPTIONS, optionProblems } from "./call-options.ts";
import { getGuest } from "./guest-operations.ts";
import { inTime } from "./in-time.ts";

/** @inline */
type SeenGuest = Pick<Guest, DefaultGuestProperty>;

/** What is waited for. A condition of your own is asked about each read in which the guest was there. */
export type GuestState = "visible" | "redeemed" | ((guest: SeenGuest) => boolean);

/** How long to wait for a guest's state, and what counts as certain. */
export interface WaitOptions {
  /** Ends the wait at once; it rejects with the code `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** How long to wait at the most, in milliseconds. Default 120,000. */
  readonly timeoutMs?: number | undefined;
  /** How many reads in a row have to agree. Default 3. */
  readonly confirmations?: number | undefined;
  /** Called after each read. What it throws, or rejects with, ends the wait. */
  readonly onProgress?: ((progress: WaitProgress) => void) | undefined;
}

/** What a wait has seen up to now. */
export interface WaitProgress {
  /** How many reads there have been. */
  readonly reads: number;
  /** How many of the last ones agreed. */
  readonly agreeing: number;
  /** What the last one saw: a guest's `externalUserState`, `visible`, `absent`, or the code of the error in which it ended. */
  readonly seen: string;
}

/** The first pause between two reads, and the longest, in milliseconds. */
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
  refuseBadOptions(state, options);
  const { signal, timeoutMs = 120_000 } = options;
  const sightings = new Sightings();
  const deadline = line.clock.now() + timeoutMs;
  try {
    return await inTime(line.clock, { signal, deadline }, (stop) =>
      readUntil({ line, random, id, state, stop, deadline, sightings }, options),
    );
  } catch (failure) {
    if (failure instanceof TimeLimit) throw gaveUp(state, sightings);
    if (signal?.aborted && failure === signal.reason) throw aborted(sightings, failure);
    throw failure;
  }
}

interface Wait {
  readonly line: Line;
  readonly random: Random;
  readonly id: string;
  readonly state: GuestState;
  /** Aborts when the time is over, or when the caller gives up. */
  readonly stop: AbortSignal | undefined;
  readonly deadline: number;
  readonly sightings: Sightings;
}

async function readUntil(
  { line, random, id, state, stop, deadline, sightings }: Wait,
  { confirmations = 3, onProgress }: WaitOptions,
): Promise<SeenGuest> {
  const isReached = conditionOf(state);
  for (;;) {
    // A little more than there is: it is the whole wait that ends, and not this read.
    const left = Math.max(0, deadline - line.clock.now()) + 1;
    const { guest, trouble } = await look(line, id, { signal: stop, timeoutMs: left });
    const progress = trouble
      ? sightings.miss(trouble)
      : sightings.note(sightingOf(guest), guest !== undefined && isReached(guest));
    await onProgress?.(progress);
    if (guest && progress.agreeing >= confirmations) return guest;
    const wait = Math.max(trouble?.retryAfterMs ?? 0, pauseAfter(progress, random));
    if (line.clock.now() + wait > deadline) throw gaveUp(state, sightings);
    await line.clock.sleep(wait, stop);
    // A pause may ring late, as on a computer that was asleep.
    if (line.clock.now() > deadline) throw gaveUp(state, sightings);
  }
}

const OPTIONS = [...CALL_OPTIONS, "confirmations", "onProgress"];

function refuseBadOptions(state: unknown, options: WaitOptions): void {
  const { confirmations = 1, onProgress } = options ?? {};
  const isState = state === "visible" || state === "redeemed" || typeof state === "function";
  const problems = [
    ...(isState ? [] : [{ path: "state", expected: 'must be "visible", "redeemed" or a function' }]),
    ...(Number.isInteger(confirmations) && confirmations >= 1
      ? []
      : [{ path: "confirmations", expected: "must be a whole number above 0" }]),
    ...(onProgress === undefined || typeof onProgress === "function"
      ? []
      : [{ path: "onProgress", expected: "must be a function" }]),
    ...optionProblems(options, OPTIONS),
  ];
  if (problems.length > 0) throw invalidInput(WAIT_UNTIL, problems);
}

/** What the reads of one wait saw. */
class Sightings {
  /** The last few, in order. */
  last: readonly string[] = [];
  reads = 0;
  /** Why the last read failed; `undefined` where it did not. */
  trouble: B2BError | undefined;
  #agreeing = 0;

  note(seen: string, agrees: boolean): WaitProgress {
    this.trouble = undefined;
    this.#agreeing = agrees ? this.#agreeing + 1 : 0;
    return this.#add(seen);
  }

  /** Nothing was seen, which speaks neither for nor against what was seen before. */
  miss(trouble: B2BError): WaitProgress {
    this.trouble = trouble;
    return this.#add(trouble.code);
  }

  #add(seen: string): WaitProgress {
    this.last = [...this.last, seen].slice(-REMEMBERED);
    this.reads++;
    return { reads: this.reads, agreeing: this.#agreeing, seen };
  }
}

/** Once a read agrees the others follow soon; until then the pauses grow by half each time, with jitter. */
function pauseAfter({ reads, agreeing }: WaitProgress, random: Random): number {
  if (agreeing > 0) return FIRST_PAUSE_MS / 2;
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 1.5 ** (reads - 1)) * (0.5 + random() / 2);
}

const WAIT_UNTIL = "guests.waitUntil";

/** What came of one read: a guest, none, or no answer for now. */
interface Look {
  readonly guest?: SeenGuest;
  readonly trouble?: B2BError;
}

/** One read as it is: an absent guest is an answer here, and is not waited for by another layer. */
async function look(
  line: Line,
  id: string,
  options: { signal: AbortSignal | undefined; timeoutMs: number },
): Promise<Look> {
  const request = requestFor(line, { ...getGuest(), id: WAIT_UNTIL }, { id }, options);
  const { references: _, ...operation } = request.operation;
  try {
    const { value } = await exchange(line, { ...request, operation }, guestReader(defaultGuestProperties));
    return { guest: value };
  } catch (error) {
    if (!(error instanceof B2BError)) throw error;
    if (error.is("not-found")) return {};
    // Whoever waits anyway can wait for the end of an outage, too.
    if (error.retryable) return { trouble: error };
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

function aborted({ reads }: Sightings, cause: unknown): B2BError {
  return new B2BError("aborted", "the caller gave up waiting", {
    outcome: "rejected",
    operation: WAIT_UNTIL,
    attempts: reads,
    cause,
  });
}

function gaveUp(state: GuestState, { reads, last, trouble }: Sightings): B2BError {
  const wanted = typeof state === "string" ? state : "as wanted";
  const code = state === "visible" ? "not-yet-visible" : "timeout";
  return new B2BError(
    code,
    `the guest was not ${wanted} in ${reads} reads; the last ones saw: ${last.join(", ")}`,
    {
      outcome: "rejected",
      operation: WAIT_UNTIL,
      attempts: reads,
      retryable: true,
      remedies: [remedies.wait],
      seen: last,
      ...(trouble && { cause: trouble }),
      ...(trouble?.retryAfterMs !== undefined && { retryAfterMs: trouble.retryAfterMs }),
    },
  );
}
