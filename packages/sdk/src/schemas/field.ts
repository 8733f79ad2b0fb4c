import * as z from "zod/mini";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LOCAL_PART = /^(?![.-])[^~!#$%^&*()+=[\]{}\\/|;:"<>?,@\s]+(?<![.-])$/;
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/** A string that is taken where `accept` says so. */
export const text = (accept: (value: string) => boolean, expected: string) =>
  z.custom<string>((value) => typeof value === "string" && accept(value), {
    error: expected,
    abort: false,
  });

/** Whether a text is a GUID, in whichever case. */
export const isGuid = (value: unknown): boolean => typeof value === "string" && GUID.test(value);

/** An object id. */
export const guid = text(isGuid, "must be an object id (a GUID)");

/** What an application is known by everywhere. Each directory gives it an object id as well, which no policy names. */
export const appId = text(
  isGuid,
  "must be the id of an application, its client id (a GUID), and not its object id",
);

/** A role by the id of its template, as policies name it. */
export const roleTemplateId = text(
  isGuid,
  "must be the id of a role's template (a GUID), 95e79109-95c0-4d8e-aee3-d01accf2d47b for Guest Inviter",
);

/** A tenant id as it is sent: settings are looked up by it, so that it is written in one way alone. */
export const tenantId = tenantIdOr("must be a tenant id (a GUID)");

/** The tenant that an account lives in; null for an account in no organisation, of which personal ones have a tenant id all the same. */
export const homeTenantId = z
  .nullable(tenantIdOr("must be a tenant id (a GUID), or null for an account in no Entra organisation"))
  .check(z.overwrite((id) => (isPersonalTenant(id) ? null : id)));

/**
 * The tenant id that stands for all personal accounts, which are in no organisation.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
const PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

/** Whether a tenant id is the one that stands for all personal accounts. */
export function isPersonalTenant(tenantId: string | null): boolean {
  return tenantId?.toLowerCase() === PERSONAL_ACCOUNTS;
}

/** The tenant id of an organisation that settings can be made for; nobody is at home under the one of zeros. */
export const partnerId = tenantId.check(
  z.refine((id) => !isGuid(id) || (id !== PERSONAL_ACCOUNTS && /[^0-]/.test(id)), {
    error: "must be the tenant id of an organisation; this one stands for none",
  }),
);

/** One of these names, written so. */
export const oneOf = <const Name extends string>(names: readonly Name[]) =>
  z.custom<Name>((value) => names.some((name) => name === value), {
    error: `must be one of ${names.join(", ")}`,
    abort: false,
  });

/** The caller itself, or a user by its object id. */
export const whom = text(
  (value) => value === "me" || GUID.test(value),
  'must be "me" or a user\'s object id (a GUID)',
);

/** What names one user: its object id, or its user principal name. */
export const userKey = text(
  (value) => GUID.test(value) || isPrincipalName(value),
  "must be a user's object id (a GUID) or user principal name",
);

/**
 * An address that can be invited.
 *
 * @see https://learn.microsoft.com/graph/api/resources/invitation for the characters that an invited address may not have
 */
export const invitedAddress = text(
  isInvitedAddress,
  'must be an e-mail address, without any of ~ ! # $ % ^ & * ( ) + = [ ] { } \\ / | ; : " < > ? , and not starting or ending its local part with . or -',
);

/** A domain. */
export const domainName = text(isDomain, "must be a domain");

/** What tells where somebody is at home: an address, a domain, or a tenant id. */
export const identity = text(
  // An address of four numbers is no domain: none ends in a number.
  (value) => GUID.test(value) || (!/\.\d+$/.test(value) && (isDomain(value) || isPrincipalName(value))),
  "must be an e-mail address, a domain or a tenant id (a GUID)",
);

/** An address of the web that a browser can be sent to. */
export const webUrl = text(isWebUrl, "must be an absolute http or https URL");

/** A string from the service that may take values nobody knows yet. */
export const openEnum = <T extends string>() => z.string() as unknown as z.ZodMiniType<T | (string & {})>;

/** An object from the service whose other properties are kept as they came. */
export const openObject = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.looseObject(shape) as unknown as z.ZodMiniObject<Shape, z.core.$strip>;

export const nullableString = z.nullable(z.string());

function tenantIdOr(expected: string) {
  return text(isGuid, expected).check(z.overwrite((value) => (isGuid(value) ? value.toLowerCase() : value)));
}

function isInvitedAddress(value: string): boolean {
  const at = value.indexOf("@");
  return at > 0 && at <= 64 && LOCAL_PART.test(value.slice(0, at)) && isDomain(value.slice(at + 1));
}

/** A principal name may hold `#EXT#`, and more characters than an invited address; a second `@` is no part of one. */
function isPrincipalName(value: string): boolean {
  const at = value.indexOf("@");
  return at > 0 && !/[\s/\\?]/.test(value) && isDomain(value.slice(at + 1));
}

function isDomain(value: string): boolean {
  const labels = value.split(".");
  return value.length <= 253 && labels.length >= 2 && labels.every((label) => DOMAIN_LABEL.test(label));
}

function isWebUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") && url.hostname !== "";
}
