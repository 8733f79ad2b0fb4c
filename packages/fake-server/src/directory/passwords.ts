import { Refusal } from "./refusal.ts";

/**
 * Refuses a password that is too easy: eight to 256 characters, of three kinds out of four, all of them plain.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy
 */
export function refusePassword(password: string): void {
  if (!isStrong(password)) throw new Refusal({ reason: "password-too-weak" });
}

export function isStrong(password: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  return /^[\x20-\x7e]{8,256}$/.test(password) && kinds >= 3;
}
