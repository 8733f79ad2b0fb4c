import { type Effect, TransportFailure, type WireResponse } from "../wire/index.ts";

/**
 * Whether a request may be sent again, and why.
 *
 * - `refused`: the server did no work on it.
 * - `not-sent`: it never reached the server.
 * - `harmless`: it may have been carried out, and a second time changes nothing.
 */
export type Verdict = "refused" | "not-sent" | "harmless" | "final";

/** Statuses of a server that turned the request away before any work. */
const REFUSED = new Set([429, 509]);
/** Statuses of a server in trouble: what it had done by then is anyone's guess. */
const UNCERTAIN = new Set([408, 500, 502, 503, 504]);

/** Judges what came of sending a request with this effect: a response, or what `send` rejected with. */
export function judge(effect: Effect, result: WireResponse | TransportFailure): Verdict {
  if (result instanceof TransportFailure) {
    if (result.outcome === "not-sent") return "not-sent";
    return effect === "once" ? "final" : "harmless";
  }
  if (REFUSED.has(result.status)) return "refused";
  return UNCERTAIN.has(result.status) && effect !== "once" ? "harmless" : "final";
}
