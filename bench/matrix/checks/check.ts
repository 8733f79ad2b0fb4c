import type { InvitationBody, MeasuredClient } from "../client.ts";

/** What came of a check. */
export interface Finding {
  readonly passed: boolean;
  /** What was measured, in a few words: the text of the cell. */
  readonly figure: string;
  /** The same as a number, greater meaning worse: of several runs the worst one is shown. */
  readonly badness: number;
}

/** One row of the matrix. */
export interface Check {
  /** What a client does that passes. */
  readonly title: string;
  /** Runs once with a new client. Time passes only while it waits. */
  run(client: MeasuredClient): Promise<Finding>;
}

/** An invitation; without a mail, sending it twice does no harm. */
export function invitation({ mail }: { readonly mail: boolean }): InvitationBody {
  return {
    invitedUserEmailAddress: "ada@fabrikam.example",
    inviteRedirectUrl: "https://app.contoso.example/welcome",
    sendInvitationMessage: mail,
  };
}

/** How a call ended, and when. */
export type Ending =
  | { readonly ok: true; readonly at: number }
  | { readonly ok: false; readonly at: number; readonly error: unknown };

/** A call's end as a value: what the client rejects with is no fault of the matrix. */
export async function ended(call: Promise<unknown>): Promise<Ending> {
  try {
    await call;
    return { ok: true, at: Date.now() };
  } catch (error) {
    return { ok: false, at: Date.now(), error };
  }
}

/** `250 ms`, `2.0 s`; rounded down, so that nothing seems to have waited longer than it did. */
export function duration(ms: number): string {
  if (ms < 1_000) return `${ms} ms`;
  return `${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
}
