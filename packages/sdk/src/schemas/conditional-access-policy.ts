import * as z from "zod/mini";
import { nullableString, openEnum, openObject } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Guests by kind and organisation. */
export interface GuestScope {
  /** One string of kinds, joined by commas. */
  readonly guestOrExternalUserTypes: string | null;
  /** Absent or `all`: every organisation; `enumerated`: those in `members`, by tenant id. */
  readonly externalTenants?:
    | { readonly membershipKind: string; readonly members?: readonly string[] | undefined }
    | null
    | undefined;
}

/**
 * The part of a conditional access policy that says whom it asks for what, and when. Conditions and controls that are not
 * named here are there as Graph shows them, so that the judgement of a sign-in can tell what it does not know.
 *
 * @see https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy
 */
export interface ConditionalAccessPolicy {
  readonly id: string;
  readonly displayName: string | null;
  readonly state: "enabled" | "disabled" | "enabledForReportingButNotEnforced" | (string & {});
  readonly conditions: {
    readonly users: {
      /** User ids, `All`, `None`, or the older `GuestsOrExternalUsers`. */
      readonly includeUsers: readonly string[];
      readonly excludeUsers?: readonly string[] | undefined;
      readonly includeGroups?: readonly string[] | undefined;
      readonly excludeGroups?: readonly string[] | undefined;
      readonly includeRoles?: readonly string[] | undefined;
      readonly excludeRoles?: readonly string[] | undefined;
      readonly includeGuestsOrExternalUsers?: GuestScope | null | undefined;
      readonly excludeGuestsOrExternalUsers?: GuestScope | null | undefined;
    };
    readonly applications: {
      /** App ids, `All` or `None`. */
      readonly includeApplications: readonly string[];
      readonly excludeApplications?: readonly string[] | undefined;
      /** What a person does to an account, such as registering a device: then it is about no application. */
      readonly includeUserActions?: readonly string[] | undefined;
    };
    readonly clientAppTypes?: readonly string[] | undefined;
    readonly signInRiskLevels?: readonly string[] | undefined;
    readonly userRiskLevels?: readonly string[] | undefined;
    /** Ids of named locations, `All` or `AllTrusted`. */
    readonly locations?:
      | {
          readonly includeLocations?: readonly string[] | undefined;
          readonly excludeLocations?: readonly string[] | undefined;
        }
      | null
      | undefined;
    readonly platforms?:
      | {
          readonly includePlatforms?: readonly string[] | undefined;
          readonly excludePlatforms?: readonly string[] | undefined;
        }
      | null
      | undefined;
  };
  readonly grantControls: {
    readonly operator: string | null;
    readonly builtInControls: readonly string[];
    readonly termsOfUse?: readonly string[] | undefined;
    readonly customAuthenticationFactors?: readonly string[] | undefined;
    readonly authenticationStrength?: { readonly id: string } | null | undefined;
  } | null;
}

const guestScope = z.optional(
  z.nullable(
    openObject({
      guestOrExternalUserTypes: nullableString,
      externalTenants: z.optional(
        z.nullable(openObject({ membershipKind: z.string(), members: z.optional(z.array(z.string())) })),
      ),
    }),
  ),
);

const strings = z.optional(z.array(z.string()));

export const conditionalAccessPolicy = z.object({
  id: z.string(),
  displayName: nullableString,
  state: openEnum<"enabled" | "disabled" | "enabledForReportingButNotEnforced">(),
  conditions: openObject({
    users: openObject({
      includeUsers: z.array(z.string()),
      excludeUsers: strings,
      includeGroups: strings,
      excludeGroups: strings,
      includeRoles: strings,
      excludeRoles: strings,
      includeGuestsOrExternalUsers: guestScope,
      excludeGuestsOrExternalUsers: guestScope,
    }),
    applications: openObject({
      includeApplications: z.array(z.string()),
      excludeApplications: strings,
      includeUserActions: strings,
    }),
    clientAppTypes: strings,
    signInRiskLevels: strings,
    userRiskLevels: strings,
    locations: z.optional(z.nullable(openObject({ includeLocations: strings, excludeLocations: strings }))),
    platforms: z.optional(z.nullable(openObject({ includePlatforms: strings, excludePlatforms: strings }))),
  }),
  grantControls: z.nullable(
    openObject({
      operator: nullableString,
      builtInControls: z.array(z.string()),
      termsOfUse: strings,
      customAuthenticationFactors: strings,
      authenticationStrength: z.optional(z.nullable(openObject({ id: z.string() }))),
    }),
  ),
});

export const readConditionalAccessPolicy: Reader<ConditionalAccessPolicy> = reader(conditionalAccessPolicy);
