import { Refusal } from "./refusal.ts";

/** Which combinations of methods count as strong enough, under Graph's own property names. */
export interface AuthenticationStrength {
  readonly id: string;
  readonly createdDateTime: string;
  readonly modifiedDateTime: string;
  readonly displayName: string;
  readonly description: string;
  readonly policyType: "builtIn";
  readonly requirementsSatisfied: "mfa";
  /** Each of them methods joined by commas. */
  readonly allowedCombinations: readonly string[];
}

const PHISHING_RESISTANT = ["windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor"];
const PASSWORDLESS = [...PHISHING_RESISTANT, "deviceBasedPush"];
const SECOND = ["microsoftAuthenticatorPush", "softwareOath", "hardwareOath", "sms", "voice"];
const ANY_TWO = [
  ...PASSWORDLESS,
  "temporaryAccessPassOneTime",
  "temporaryAccessPassMultiUse",
  ...SECOND.map((method) => `password,${method}`),
  "federatedMultiFactor",
  ...SECOND.map((method) => `${method},federatedSingleFactor`),
];
const SINCE = "2021-12-01T00:00:00Z";

const builtIn = (
  id: string,
  displayName: string,
  description: string,
  allowedCombinations: readonly string[],
): AuthenticationStrength => ({
  ...{ id, createdDateTime: SINCE, modifiedDateTime: SINCE, displayName, description },
  ...{ policyType: "builtIn", requirementsSatisfied: "mfa", allowedCombinations },
});

/**
 * What every directory has. Ids, names and combinations are Microsoft's.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths
 * @see https://learn.microsoft.com/graph/api/authenticationstrengthroot-list-policies
 */
const BUILT_IN = [
  builtIn(
    "00000000-0000-0000-0000-000000000002",
    "Multifactor authentication",
    "Any combination of methods that makes two factors, a password and a text message for one",
    ANY_TWO,
  ),
  builtIn(
    "00000000-0000-0000-0000-000000000003",
    "Passwordless MFA",
    "Methods that make two factors without a password",
    PASSWORDLESS,
  ),
  builtIn(
    "00000000-0000-0000-0000-000000000004",
    "Phishing resistant MFA",
    "Methods that cannot be phished, a FIDO2 security key for one",
    PHISHING_RESISTANT,
  ),
];

export function listAuthenticationStrengths(): readonly AuthenticationStrength[] {
  return BUILT_IN;
}

export function getAuthenticationStrength(id: string): AuthenticationStrength {
  const strength = BUILT_IN.find((one) => one.id === id);
  if (strength === undefined) throw new Refusal({ reason: "resource-not-found", id });
  return strength;
}
