import { abortedWait, foreignNotFound, mailsOfUnknownOutcome } from "./answers.ts";
import type { Check } from "./check.ts";
import { deadService, narrowLimit } from "./load.ts";
import { failedReads, refusedInvitation, refusedReads } from "./sent-again.ts";

export { type Check, type Finding, invitation } from "./check.ts";

/** The rows of the matrix, in their order. */
export const checks: readonly Check[] = [
  ...refusedReads,
  ...failedReads,
  foreignNotFound,
  refusedInvitation,
  ...mailsOfUnknownOutcome,
  abortedWait,
  deadService,
  narrowLimit,
];
