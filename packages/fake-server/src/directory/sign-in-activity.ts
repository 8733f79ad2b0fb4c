import type { View } from "../replication/index.ts";
import type { DirectoryObject } from "./directory-object.ts";

/**
 * When somebody signed in last, and when with success, by the sign-in log. Signing in without a prompt, which the log does
 * not have, is never.
 *
 * @see https://learn.microsoft.com/graph/api/resources/signinactivity
 */
export interface SignInActivity {
  readonly lastSignInDateTime: string;
  readonly lastSignInRequestId: string;
  readonly lastNonInteractiveSignInDateTime: null;
  readonly lastNonInteractiveSignInRequestId: null;
  readonly lastSuccessfulSignInDateTime: string | null;
  readonly lastSuccessfulSignInRequestId: string | null;
}

/** The activity of a user, as a view shows it; `undefined` for whoever never signed in. */
export function signInActivityOf(view: View<DirectoryObject>, userId: string): SignInActivity | undefined {
  const records = view.find(`signInsOf:${userId}`).filter((object) => object.kind === "signInRecord");
  const last = records.at(-1);
  if (last === undefined) return undefined;
  const success = records.findLast(({ status }) => status.errorCode === 0);
  return {
    lastSignInDateTime: last.createdDateTime,
    lastSignInRequestId: last.id,
    lastNonInteractiveSignInDateTime: null,
    lastNonInteractiveSignInRequestId: null,
    lastSuccessfulSignInDateTime: success?.createdDateTime ?? null,
    lastSuccessfulSignInRequestId: success?.id ?? null,
  };
}
