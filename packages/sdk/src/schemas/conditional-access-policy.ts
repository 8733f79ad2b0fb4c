import * as z from "zod/mini";
import { nullableString, openEnum } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/**
 * The part of a conditional access policy that says which guests it asks for multifactor authentication.
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
      /** `guestOrExternalUserTypes` is one string of kinds, joined by commas. */
      readonly includeGuestsOrExternalUsers: {
        readonly guestOrExternalUserTypes: string | null;
        /** Absent or `all`: every organisation; `enumerated`: those in `members`, by tenant id. */
        readonly externalTenants?:
          | { readonly membershipKind: string; readonly members?: readonly string[] | undefined }
          | null
          | undefined;
      } | null;
    };
    readonly applications: { readonly includeApplications: readonly string[] };
  };
  readonly grantControls: {
    readonly operator: string | null;
    readonly builtInControls: readonly string[];
  } | null;
}

export const conditionalAccessPolicy = z.object({
  id: z.string(),
  displayName: nullableString,
  state: openEnum<"enabled" | "disabled" | "enabledForReportingButNotEnforced">(),
  conditions: z.object({
    users: z.object({
      includeUsers: z.array(z.string()),
      includeGuestsOrExternalUsers: z.nullable(
        z.object({
          guestOrExternalUserTypes: nullableString,
          externalTenants: z.optional(
            z.nullable(z.object({ membershipKind: z.string(), members: z.optional(z.array(z.string())) })),
          ),
        }),
      ),
    }),
    applications: z.object({ includeApplications: z.array(z.string()) }),
  }),
  grantControls: z.nullable(z.object({ operator: nullableString, builtInControls: z.array(z.string()) })),
});

export const readConditionalAccessPolicy: Reader<ConditionalAccessPolicy> = reader(conditionalAccessPolicy);
