import * as z from "zod/mini";
import { nullableString, openEnum } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** How a user signs in: who vouches for them, and under what name. */
export interface ObjectIdentity {
  readonly signInType: string | null;
  /** For example `ExternalAzureAD`, `mail` (one-time passcode), or the directory's own domain before redemption. */
  readonly issuer: string | null;
  readonly issuerAssignedId: string | null;
}

/**
 * A guest, or any other user, with the properties that can be asked for. The names are Graph's own.
 *
 * @see https://learn.microsoft.com/graph/api/resources/user
 * @see https://learn.microsoft.com/entra/external-id/user-properties
 */
export interface Guest {
  readonly id: string;
  readonly displayName: string | null;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly mail: string | null;
  readonly otherMails: readonly string[];
  /** Prefixed: `SMTP:` the primary address, `smtp:` any other. */
  readonly proxyAddresses: readonly string[];
  /** Holds `#EXT#` for an invited guest. */
  readonly userPrincipalName: string;
  /** What the user may see in this directory. An external member is a `Member`. */
  readonly userType: "Guest" | "Member" | (string & {}) | null;
  /** `Invitation` for whoever was invited, whatever the user type. */
  readonly creationType: "Invitation" | "EmailVerified" | "LocalAccount" | (string & {}) | null;
  /** Whether the invitation has been redeemed; null for whoever was never invited. */
  readonly externalUserState: "PendingAcceptance" | "Accepted" | (string & {}) | null;
  /** ISO 8601, UTC. */
  readonly externalUserStateChangeDateTime: string | null;
  readonly identities: readonly ObjectIdentity[];
  readonly accountEnabled: boolean | null;
  /** ISO 8601, UTC. */
  readonly createdDateTime: string | null;
  readonly companyName: string | null;
  readonly department: string | null;
  readonly jobTitle: string | null;
  readonly usageLocation: string | null;
  readonly preferredLanguage: string | null;
  readonly mobilePhone: string | null;
  readonly officeLocation: string | null;
  readonly businessPhones: readonly string[];
}

/** The name of a property that `select` can ask for. */
export type GuestProperty = keyof Guest;

/** What a guest is read with where nothing else is asked for. Graph's own default leaves out all that tells a guest. */
export const defaultGuestProperties = /* @__PURE__ */ Object.freeze([
  "id",
  "displayName",
  "mail",
  "userPrincipalName",
  "userType",
  "creationType",
  "externalUserState",
  "externalUserStateChangeDateTime",
  "accountEnabled",
  "createdDateTime",
] as const satisfies readonly GuestProperty[]);

/** One of {@link defaultGuestProperties}. */
export type DefaultGuestProperty = (typeof defaultGuestProperties)[number];

/** What may be changed of a guest. `null` clears a property. */
export interface GuestChanges {
  readonly displayName?: string | undefined;
  readonly givenName?: string | null | undefined;
  readonly surname?: string | null | undefined;
  /** Changing it changes `proxyAddresses` too; the old address stays as a secondary one. */
  readonly mail?: string | undefined;
  readonly otherMails?: readonly string[] | undefined;
  readonly userType?: "Guest" | "Member" | undefined;
  readonly accountEnabled?: boolean | undefined;
  readonly companyName?: string | null | undefined;
  readonly department?: string | null | undefined;
  readonly jobTitle?: string | null | undefined;
  /** Two letters, ISO 3166. Has to be set before a licence can be assigned. */
  readonly usageLocation?: string | null | undefined;
  readonly preferredLanguage?: string | null | undefined;
  readonly mobilePhone?: string | null | undefined;
  readonly officeLocation?: string | null | undefined;
  readonly businessPhones?: readonly string[] | undefined;
}

const identity = z.object({
  signInType: nullableString,
  issuer: nullableString,
  issuerAssignedId: nullableString,
});

export const guest = z.object({
  id: z.string(),
  displayName: nullableString,
  givenName: nullableString,
  surname: nullableString,
  mail: nullableString,
  otherMails: z.array(z.string()),
  proxyAddresses: z.array(z.string()),
  userPrincipalName: z.string(),
  userType: z.nullable(openEnum<"Guest" | "Member">()),
  creationType: z.nullable(openEnum<"Invitation" | "EmailVerified" | "LocalAccount">()),
  externalUserState: z.nullable(openEnum<"PendingAcceptance" | "Accepted">()),
  externalUserStateChangeDateTime: nullableString,
  identities: z.array(identity),
  accountEnabled: z.nullable(z.boolean()),
  createdDateTime: nullableString,
  companyName: nullableString,
  department: nullableString,
  jobTitle: nullableString,
  usageLocation: nullableString,
  preferredLanguage: nullableString,
  mobilePhone: nullableString,
  officeLocation: nullableString,
  businessPhones: z.array(z.string()),
});

/** Every property that can be asked for, as a value. */
export const guestProperties = Object.keys(guest.shape) as readonly GuestProperty[];

const optionalNull = z.optional(z.nullable(z.string()));
const optionalStrings = z.optional(z.array(z.string()));

export const guestChanges = z
  .strictObject({
    displayName: z.optional(z.string()),
    givenName: optionalNull,
    surname: optionalNull,
    mail: z.optional(z.string()),
    otherMails: optionalStrings,
    userType: z.optional(z.enum(["Guest", "Member"])),
    accountEnabled: z.optional(z.boolean()),
    companyName: optionalNull,
    department: optionalNull,
    jobTitle: optionalNull,
    usageLocation: optionalNull,
    preferredLanguage: optionalNull,
    mobilePhone: optionalNull,
    officeLocation: optionalNull,
    businessPhones: optionalStrings,
  })
  .check(
    z.refine((changes) => Object.values(changes).some((value) => value !== undefined), {
      error: "must change one property at least",
    }),
  );

/** Readers that have been made, by what they select; a program asks for few selections, and for each of them often. */
const readers = new Map<string, Reader<unknown>>();
const KEPT_READERS = 100;

/** A reader for a guest of whom the properties in `select` were asked for: it wants each of them, and looks at no other. */
export function guestReader<K extends GuestProperty>(select: readonly K[]): Reader<Pick<Guest, K>> {
  const key = select.join(",");
  const made = readers.get(key) ?? readerOf(select);
  if (readers.size < KEPT_READERS) readers.set(key, made);
  return made as Reader<Pick<Guest, K>>;
}

function readerOf(select: readonly GuestProperty[]): Reader<unknown> {
  const mask: Partial<Record<GuestProperty, true>> = {};
  for (const property of select) mask[property] = true;
  return reader(z.pick(guest, mask));
}
