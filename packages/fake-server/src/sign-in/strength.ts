import type { Strength } from "./attempt.ts";

const WEAKEST_FIRST: readonly Strength[] = ["mfa", "passwordless", "phishing-resistant"];

/**
 * The strengths that come with the service.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths
 */
const BUILT_IN: Readonly<Record<string, Strength>> = {
  "00000000-0000-0000-0000-000000000002": "mfa",
  "00000000-0000-0000-0000-000000000003": "passwordless",
  "00000000-0000-0000-0000-000000000004": "phishing-resistant",
};

/** The strength with this id; `undefined` for one that does not come with the service. */
export function builtInStrength(id: string): Strength | undefined {
  return BUILT_IN[id.toLowerCase()];
}

export function weaker(one: Strength, than: Strength): boolean {
  return WEAKEST_FIRST.indexOf(one) < WEAKEST_FIRST.indexOf(than);
}

/** The weakest first. */
export function byStrength(one: Strength, other: Strength): number {
  return WEAKEST_FIRST.indexOf(one) - WEAKEST_FIRST.indexOf(other);
}
