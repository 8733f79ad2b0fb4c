import type { B2BError } from "@vestibule/sdk";
import type { CallRecord } from "../calls.ts";
import type { Run } from "../run.ts";
import { isAmbiguous } from "../wiretap.ts";

const READS = new Set(["get", "list", "waitUntil", "getStranger", "signIn"]);

/** What an error says became of the write is what the directory's log says. */
export function outcomesAreTrue({ calls, doneBy }: Run): readonly string[] {
  return calls.flatMap((call) => {
    if (call.strange !== undefined) return [`call ${call.number} ended with ${String(call.strange)}`];
    const wrong = call.error && (wordingIn(call, call.error) ?? outcomeIn(call, call.error));
    return wrong ? [`call ${call.number} (${call.kind}) ended with ${call.error?.code}: ${wrong}`] : [];
  });

  function outcomeIn({ requests, kind }: CallRecord, { outcome }: B2BError): string | undefined {
    if (READS.has(kind)) return undefined;
    const wasDone = requests.some(({ correlationId }) => doneBy.has(correlationId));
    if (wasDone && outcome !== "unknown") return `it says ${outcome}, and it was carried out`;
    if (outcome === "not-sent" && requests.some(({ ending }) => ending.kind !== "not-sent")) {
      return "it says not-sent, and something was sent";
    }
    if (outcome === "unknown" && !requests.some(isAmbiguous))
      return "it says unknown, and every request was refused";
    return undefined;
  }
}

/** At night people read the text, and go by it. */
function wordingIn(
  { requests, kind }: CallRecord,
  { message, code, retryable }: B2BError,
): string | undefined {
  // Each page of a list is sent for by itself, and its error speaks of that one.
  if (kind !== "list" && message.includes("Nothing was sent") && requests.length > 0) {
    return `it says that nothing was sent, and ${requests.length} requests were`;
  }
  const isForNow = retryable && ["transient", "network", "throttled"].includes(code);
  return kind === "waitUntil" && isForNow ? "a wait does not end because a read failed for now" : undefined;
}
