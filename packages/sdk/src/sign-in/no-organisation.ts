import { type Cloud, type Decision, explain, lackedBy } from "../clouds/index.ts";
import { has } from "./named.ts";

/** How Graph calls who vouches for accounts that people have of their own. */
const PASSCODE = "mail";
export const MICROSOFT = "MicrosoftAccount";
const PERSONAL = [MICROSOFT, "google.com", "facebook.com"];

/**
 * Whether a cloud takes an account of no organisation; `undefined` where nothing is in its way. China's takes nobody with a
 * personal account or a passcode; whom a SAML or WS-Fed provider vouches for it takes.
 *
 * @param issuer - who vouches for the account; `undefined` where nobody knows
 * @see https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds
 */
export function boundaryForNoOrganisation(own: Cloud, issuer: string | undefined): Decision | undefined {
  const lacks = lackedBy(own);
  const lacksPersonal = lacks.has("guests with a personal account");
  const lacksPasscode = lacks.has("guests with a one-time passcode");
  const decided = { decidedBy: "clouds", missing: [] } as const;
  if (issuer === undefined) {
    if (!lacksPersonal && !lacksPasscode) return undefined;
    const because = `this directory's cloud, ${own.id}, does not take every account of no organisation, and nobody knows what kind this one is`;
    return { ...decided, allowed: undefined, because };
  }
  if (lacksPersonal && has(PERSONAL, issuer)) {
    const because = explain({ reason: "account-unsupported", from: undefined, to: own.id });
    return { ...decided, allowed: false, because };
  }
  if (lacksPasscode && has([PASSCODE], issuer)) {
    const because = `the guest signs in with a one-time passcode, and this directory's cloud, ${own.id}, has none`;
    return { ...decided, allowed: false, because };
  }
  return undefined;
}
