import type { Run } from "../run.ts";

/** Whoever does what an error says, and calls again, orders no second mail. */
export function retryingIsSafe({ calls }: Run): readonly string[] {
  return calls
    .filter(({ withMail, error }) => withMail && error?.retryable === true && error.outcome === "unknown")
    .map(
      ({ number, error }) =>
        `call ${number} ended with ${error?.code}: it says that it may be made again, though its mail may have gone out`,
    );
}
