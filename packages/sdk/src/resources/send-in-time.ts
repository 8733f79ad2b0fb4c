import { TimeLimit } from "../errors/index.ts";
import type { Clock } from "../time/index.ts";
import type { Send, WireRequest, WireResponse } from "../wire/index.ts";

/** Why the timer of a call that has ended is stopped. A reason of its own spares making an exception each time. */
const OVER = "over";

/**
 * Sends a request, and stops waiting when its caller gives up or its deadline comes, whatever the layers are waiting
 * for. They are told by the signal, so that nothing goes on behind the caller's back.
 */
export async function sendInTime(send: Send, clock: Clock, request: WireRequest): Promise<WireResponse> {
  const { signal, deadline } = request.context;
  if (signal === undefined && deadline === undefined) return send(request);
  const stop = new AbortController();
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const give = (reason: unknown) => {
    stop.abort(reason);
    reject(reason);
  };
  const onAbort = () => give(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener("abort", onAbort, { once: true });
  const over = new AbortController();
  if (deadline !== undefined) startTimer(clock, deadline, over.signal, give);
  try {
    return await Promise.race([
      send({ ...request, context: { ...request.context, signal: stop.signal } }),
      stopped,
    ]);
  } finally {
    over.abort(OVER);
    signal?.removeEventListener("abort", onAbort);
  }
}

function startTimer(
  clock: Clock,
  deadline: number,
  over: AbortSignal,
  give: (reason: unknown) => void,
): void {
  const left = Math.max(0, deadline - clock.now());
  clock.sleep(left, over).then(
    () => give(new TimeLimit("the call took longer than its caller allowed")),
    () => undefined,
  );
}
