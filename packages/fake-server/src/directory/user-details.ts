/**
 * What can be said of a user beside what every user has: kept where it was written, and null where it never was. Under
 * Graph's own property names.
 *
 * @inline
 */
export interface UserDetails {
  readonly ageGroup?: string | null;
  readonly city?: string | null;
  readonly consentProvidedForMinor?: string | null;
  readonly country?: string | null;
  readonly employeeId?: string | null;
  readonly employeeType?: string | null;
  readonly faxNumber?: string | null;
  readonly passwordPolicies?: string | null;
  readonly postalCode?: string | null;
  readonly preferredDataLocation?: string | null;
  readonly showInAddressList?: boolean | null;
  readonly state?: string | null;
  readonly streetAddress?: string | null;
  /** When its password was last set here. */
  readonly lastPasswordChangeDateTime?: string;
  /** Sessions that are older count no more. */
  readonly signInSessionsValidFromDateTime?: string;
}
