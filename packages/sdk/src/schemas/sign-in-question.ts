import * as z from "zod/mini";
import { appId, guid, homeTenantId, isGuid, oneOf, roleTemplateId, text } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** How strong an authentication is: a second factor, one without a password, one that cannot be phished. */
export type AuthenticationStrength = "mfa" | "passwordless" | "phishing-resistant";

/** Whose sign-in is asked about, and how it goes. What is left out is unknown, and may make the answer `unknown`. */
export interface SignInQuestion {
  /**
   * Tenant id of the guest's own organisation; null, or the tenant id of personal accounts, for an account in no Entra
   * organisation. The directory's own is that of somebody who lives in it.
   */
  readonly homeTenantId: string | null;
  /**
   * The cloud of that organisation, one of {@link clouds}: people of another one are let in only where it is open.
   * Default: what the resolver of the client's `boundary` finds out, which may be a cloud of one's own.
   */
  readonly homeCloud?: (typeof CLOUDS)[number] | undefined;
  /**
   * Whether that organisation's settings let the guest out to here. Default: unknown, and nothing is claimed of it;
   * `signIn.predict` asks the policy of the client's `boundary`, which knows it where it is one of `bothSides`.
   */
  readonly homeLetsOut?: boolean | undefined;
  /** What that organisation asks for at its own sign-in. Its policies cannot be read from here: only the caller can know. */
  readonly homeMfa?: "required" | "not-required" | "passwordless" | "phishing-resistant" | undefined;
  /** The strongest that the guest can do at home. Looked at where a policy wants a strength of authentication. */
  readonly homeCanDo?: AuthenticationStrength | undefined;
  /** The guest. Default: one who has yet to be invited. `signIn.predict` reads what is left out where it has `id`. */
  readonly guest?:
    | {
        readonly id?: string | undefined;
        /** Default: unknown; of a guest without `id`, `Guest`. */
        readonly userType?: "Guest" | "Member" | undefined;
        /**
         * How the account came about, as Graph has it: one by `Invitation` or `SelfServiceSignUp` lives elsewhere, and any
         * other, null too, in this directory, so that nothing that is said of a home matters. Default: `Invitation`.
         */
        readonly creationType?: (typeof ORIGINS)[number] | (string & {}) | null | undefined;
        /** Whether the account may sign in at all. Default true. */
        readonly accountEnabled?: boolean | undefined;
        /**
         * The groups that the guest is in, by id, and the roles, by the ids of their templates; those through a group too.
         */
        readonly groupIds?: readonly string[] | undefined;
        readonly roleIds?: readonly string[] | undefined;
        /**
         * Whether the guest has a method for multifactor authentication registered in the directory that is signed in to.
         * Looked at where a policy asks for it because a sign-in looks risky. Default: unknown; of a guest without `id`, no.
         */
        readonly isMfaRegistered?: boolean | undefined;
      }
    | undefined;
  /**
   * Who the guest is in its own organisation: the object id there, and the groups there, by id. Looked at where
   * cross-tenant access lets in or shuts out certain users of that organisation; it cannot be read from here.
   */
  readonly atHome?:
    | { readonly userId?: string | undefined; readonly groupIds?: readonly string[] | undefined }
    | undefined;
  /** The application that is opened, by its app id; null for none in particular. */
  readonly appId?: string | null | undefined;
  /** `browser` is the default. */
  readonly clientAppType?: (typeof CLIENT_APP_TYPES)[number] | undefined;
  readonly platform?: (typeof PLATFORMS)[number] | undefined;
  /** The named locations that the place belongs to, and whether one of them is trusted. */
  readonly location?: { readonly ids: readonly string[]; readonly isTrusted: boolean } | undefined;
  /** What the guest's own organisation says of the device. */
  readonly device?: { readonly isCompliant: boolean; readonly isHybridJoined: boolean } | undefined;
  readonly signInRisk?: (typeof RISKS)[number] | undefined;
  readonly userRisk?: (typeof RISKS)[number] | undefined;
}

const CLIENT_APP_TYPES = [
  "browser",
  "mobileAppsAndDesktopClients",
  "exchangeActiveSync",
  "easSupported",
  "other",
] as const;
const PLATFORMS = ["android", "iOS", "windows", "windowsPhone", "macOS", "linux"] as const;
// A misspelt cloud would be an instance of its own, from which nobody is let in.
const CLOUDS = ["public", "usgov", "usgov-dod", "china"] as const;
// What is new in Graph `signIn.predict` reads of the account; said here it would be a misspelt invitation.
const ORIGINS = ["Invitation", "SelfServiceSignUp", "EmailVerified", "LocalAccount"] as const;
const RISKS = ["none", "low", "medium", "high"] as const;

const strengths = ["mfa", "passwordless", "phishing-resistant"] as const;
const place = text(isGuid, "must be the id of a named location (a GUID)");

/** How somebody signs in, whoever it is. */
export const signInCircumstances = z.strictObject({
  atHome: z.optional(z.strictObject({ userId: z.optional(guid), groupIds: z.optional(z.array(guid)) })),
  homeMfa: z.optional(z.enum(["required", "not-required", "passwordless", "phishing-resistant"])),
  homeCanDo: z.optional(z.enum(strengths)),
  appId: z.optional(z.nullable(appId)),
  clientAppType: z.optional(oneOf(CLIENT_APP_TYPES)),
  platform: z.optional(oneOf(PLATFORMS)),
  location: z.optional(z.strictObject({ ids: z.array(place), isTrusted: z.boolean() })),
  device: z.optional(z.strictObject({ isCompliant: z.boolean(), isHybridJoined: z.boolean() })),
  signInRisk: z.optional(oneOf(RISKS)),
  userRisk: z.optional(oneOf(RISKS)),
});

export const readSignInQuestion: Reader<SignInQuestion> = reader(
  z.extend(signInCircumstances, {
    homeTenantId,
    homeLetsOut: z.optional(z.boolean()),
    homeCloud: z.optional(z.enum(CLOUDS)),
    guest: z.optional(
      z.strictObject({
        id: z.optional(guid),
        userType: z.optional(z.enum(["Guest", "Member"])),
        creationType: z.optional(z.nullable(oneOf<(typeof ORIGINS)[number] | (string & {})>(ORIGINS))),
        accountEnabled: z.optional(z.boolean()),
        groupIds: z.optional(z.array(guid)),
        roleIds: z.optional(z.array(roleTemplateId)),
        isMfaRegistered: z.optional(z.boolean()),
      }),
    ),
  }),
  "question",
);
