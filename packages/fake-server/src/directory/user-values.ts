import { isCountry } from "./countries.ts";
import type { Directory } from "./directory.ts";
import { Refusal } from "./refusal.ts";
import { refuseLong } from "./user-lengths.ts";
import type { NewUser } from "./users.ts";

/** A name before the `@`, and a nickname, may hold these alone. */
const NAME = /^[A-Za-z0-9'._!#^~-]{1,64}$/;
const NICKNAME = /^[^@()\\[\]";:<>, ]{1,64}$/;
/** Letters with accents are refused of addresses, though the page says that they are taken. */
const ADDRESS = /^[\x21-\x3f\x41-\x7e]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;

type Judges = { readonly [Name in keyof NewUser]?: (value: NonNullable<NewUser[Name]>) => boolean };

const oneOf =
  (...allowed: readonly string[]) =>
  (value: string) =>
    allowed.includes(value);
const isPasswordPolicy = oneOf("None", "DisablePasswordExpiration", "DisableStrongPassword");

/**
 * What the properties of a user may be, where that is not anything. Null is for whoever reads the request to judge.
 *
 * @see https://learn.microsoft.com/graph/api/resources/user
 */
const JUDGES: Judges = {
  displayName: (text) => text !== "",
  mailNickname: (text) => NICKNAME.test(text),
  mail: (text) => ADDRESS.test(text),
  otherMails: (list) => list.every((text) => ADDRESS.test(text)),
  userType: oneOf("Member", "Guest"),
  usageLocation: isCountry,
  preferredLanguage: (text) => LANGUAGE.test(text),
  passwordPolicies: (text) => text.split(",").every((one) => isPasswordPolicy(one.trim())),
  ageGroup: oneOf("Minor", "NotAdult", "Adult"),
  consentProvidedForMinor: oneOf("Granted", "Denied", "NotRequired"),
};

/** Refuses values that a user cannot have, be it new or about to be changed. */
export function refuseValues(directory: Directory, given: Partial<NewUser>): void {
  if (given.userPrincipalName !== undefined) refuseName(directory, given.userPrincipalName);
  refuseLong(given);
  for (const [property, isFit] of Object.entries(JUDGES) as [keyof NewUser, (value: unknown) => boolean][]) {
    const value = given[property];
    if (value !== undefined && value !== null && !isFit(value))
      throw new Refusal({ reason: "value-invalid", property });
  }
}

function refuseName(directory: Directory, name: string): void {
  const at = name.lastIndexOf("@");
  if (!NAME.test(name.slice(0, Math.max(at, 0))))
    throw new Refusal({ reason: "value-invalid", property: "userPrincipalName" });
  if (!directory.holdsDomain(name.slice(at + 1))) throw new Refusal({ reason: "name-outside-own-domains" });
}
