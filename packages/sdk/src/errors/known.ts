import { remedies } from "../remedies/index.ts";
import type { Outcome, WireRequest } from "../wire/index.ts";
import type { B2BErrorDetails } from "./b2b-error.ts";

/** What is known of a call that ended with this outcome, whatever went wrong: and what to do where nobody knows what became of it. */
export function knownOf({ operation, context: { trace } }: WireRequest, outcome: Outcome): B2BErrorDetails {
  const { attempts, clientRequestId, warnings } = trace;
  return {
    ...{ operation: operation.id, outcome, attempts, warnings },
    ...(clientRequestId !== undefined && { clientRequestId }),
    ...(outcome === "unknown" && operation.reconcile && { remedies: [remedies.inviteWithoutMail] }),
  };
}
