import { requestRefusals } from "./request-refusals.ts";
import { signInRefusals } from "./sign-in-refusals.ts";

/**
 * What the login service refuses, by what is wrong. The texts say what those of the list of codes say; the error of
 * OAuth's beside each is as people have seen it, and where nobody has, assumed.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const refusals = { ...requestRefusals, ...signInRefusals };
