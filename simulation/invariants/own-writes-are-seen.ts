import type { CallRecord } from "../calls.ts";
import type { Run } from "../run.ts";

/** How long the client waits for its own writes, in milliseconds: for the directory, and for assignments to applications. */
const WINDOW_MS = 120_000;
const APPS_WINDOW_MS = 300_000;

/** A guest whom this client has invited is never missing while instances may lag. */
export function ownWritesAreSeen({ calls, leaps, setAhead }: Run): readonly string[] {
  // In a jump of time the window seems to be over.
  const isSteady = ({ guest, endedAt }: CallRecord) =>
    ![...leaps.map(({ to }) => to), ...setAhead].some((at) => at >= (guest?.writtenAt ?? 0) && at <= endedAt);
  return calls
    .filter(gaveUpEarly)
    .filter(isSteady)
    .map(({ number, kind, error }) => {
      return `call ${number} (${kind}) about a guest of its own ended with ${error?.code}`;
    });
}

function gaveUpEarly({ kind, guest, limit, error, requests, endedAt }: CallRecord): boolean {
  if (!guest || !error || limit !== undefined || kind === "delete" || kind === "waitUntil") return false;
  if (error.status !== 404 && error.status !== 400) return false;
  const last = requests.at(-1);
  // What is missing may be something else than the guest.
  if (!last?.saidAbsent || (last.absentId ?? guest.id) !== guest.id) return false;
  const window = kind === "assign" ? APPS_WINDOW_MS : WINDOW_MS;
  return endedAt - guest.writtenAt < window;
}
