import type { CallRecord } from "../calls.ts";
import type { Run } from "../run.ts";
import { isAmbiguous } from "../wiretap.ts";

const READS = new Set(["get", "list", "waitUntil", "getStranger", "signIn"]);

/** What an error says became of the write is what the directory's log says. */
export function outcomesAreTrue({ calls, doneBy }: Run): readonly string[] {
  return calls.flatMap((call) => {
    if (call.strange !== undefined) return [`call ${call.number} ended with ${String(call.strange)}`];
    const wrong = call.error && !READS.has(call.kind) ? wrongIn(call, call.error.outcome) : undefined;
    return wrong ? [`call ${call.number} (${call.kind}) ended with ${call.error?.code}: ${wrong}`] : [];
  });

  function wrongIn({ requests }: CallRecord, outcome: string): string | undefined {
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
