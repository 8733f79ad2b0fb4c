import type { Lint } from "@vestibule/fake-server";
import type { CallRecord } from "../calls.ts";
import { hasSlept, type Run } from "../run.ts";

/** The service has nothing to say against the client. */
export function conductIsClean(run: Run): readonly string[] {
  const unfair = unfairLints(run);
  return run.remarks.filter(({ lint }) => !unfair.has(lint)).map(({ lint, text }) => `${lint}: ${text}`);
}

/** In a jump of time everything seems to come too early; and a call whose time was short, or is over with a jump, cannot ask again. */
function unfairLints(run: Run): ReadonlySet<Lint> {
  if (hasSlept(run)) return new Set(["ignored-cooldown", "read-after-write"]);
  return new Set(run.calls.some(ranOutOfTime) ? ["read-after-write"] : []);
}

/** A call with a limit of its own: its caller's, or the one that every `waitUntil` has. */
function ranOutOfTime({ limit, kind, error }: CallRecord): boolean {
  return error !== undefined && (limit !== undefined || kind === "waitUntil");
}
