import type { Lint } from "@vestibule/fake-server";
import { hasSlept, type Run } from "../run.ts";

/** The service has nothing to say against the client. */
export function conductIsClean(run: Run): readonly string[] {
  return run.remarks.filter(({ lint }) => isFair(lint, run)).map(({ lint, text }) => `${lint}: ${text}`);
}

/** A call whose time was short cannot ask again; and in a jump of time everything seems to come too early. */
function isFair(lint: Lint, run: Run): boolean {
  if (lint === "read-after-write") return !run.calls.some(({ limit, error }) => limit !== undefined && error);
  return lint !== "ignored-cooldown" || !hasSlept(run);
}
