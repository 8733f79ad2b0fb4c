import * as z from "zod/mini";
import { nullableString, text } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** The first password of an account. It comes from the caller, and is kept nowhere. */
export interface PasswordProfile {
  /** 8 to 256 characters, of three kinds out of four: small letters, capitals, digits, symbols. */
  readonly password: string;
  /** Whether it has to be changed at the first sign-in. Default true. */
  readonly forceChangePasswordNextSignIn?: boolean | undefined;
  /** Whether that takes multifactor authentication first. */
  readonly forceChangePasswordNextSignInWithMfa?: boolean | undefined;
}

/**
 * A member account that is to be made. The names are Graph's own.
 *
 * @see https://learn.microsoft.com/graph/api/user-post-users
 */
export interface MemberInput {
  readonly displayName: string;
  /** What the person signs in with: a name in a verified domain of this directory. */
  readonly userPrincipalName: string;
  readonly passwordProfile: PasswordProfile;
  /** Default: what stands before the `@` of the principal name. */
  readonly mailNickname?: string | undefined;
  /** Default true. */
  readonly accountEnabled?: boolean | undefined;
  readonly givenName?: string | undefined;
  readonly surname?: string | undefined;
  readonly mail?: string | undefined;
  /** Other addresses of the person, such as the one that cannot be invited. */
  readonly otherMails?: readonly string[] | undefined;
  readonly companyName?: string | undefined;
  readonly department?: string | undefined;
  readonly jobTitle?: string | undefined;
  /** Two letters, ISO 3166. Has to be set before a licence can be assigned. */
  readonly usageLocation?: string | undefined;
  readonly preferredLanguage?: string | undefined;
  readonly mobilePhone?: string | undefined;
  readonly officeLocation?: string | undefined;
  readonly businessPhones?: readonly string[] | undefined;
}

/** A member account as Graph answers it. */
export interface Member {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string | null;
  readonly mail: string | null;
}

/** An account as far as it tells whether it is the one that was to be made. */
export interface FoundMember extends Member {
  readonly mailNickname: string | null;
  readonly userType: string | null;
  readonly creationType: string | null;
  /** ISO 8601, UTC. */
  readonly createdDateTime: string | null;
}

/** What a principal name may hold before its `@`. @see https://learn.microsoft.com/graph/api/resources/user */
const PRINCIPAL_NAME = /^[A-Za-z0-9'._!#^~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
const NICKNAME = /^[^@()\\[\]";:<>,\s]{1,64}$/;
const optional = z.optional(z.string());
const filled = text((value) => value.trim() !== "", "must not be empty");

export const memberInput = z.strictObject({
  displayName: filled,
  userPrincipalName: text(
    (value) => PRINCIPAL_NAME.test(value) && value.length <= 113,
    "must be a name in a domain of this directory, as in li@contoso.com",
  ),
  passwordProfile: z.strictObject({
    password: text((value) => value.length >= 8 && value.length <= 256, "must have 8 to 256 characters"),
    forceChangePasswordNextSignIn: z.optional(z.boolean()),
    forceChangePasswordNextSignInWithMfa: z.optional(z.boolean()),
  }),
  mailNickname: z.optional(
    text(
      (value) => NICKNAME.test(value),
      'must have 1 to 64 characters, without @ ( ) \\ [ ] " ; : < > , or blanks',
    ),
  ),
  accountEnabled: z.optional(z.boolean()),
  givenName: optional,
  surname: optional,
  mail: optional,
  otherMails: z.optional(z.array(z.string())),
  companyName: optional,
  department: optional,
  jobTitle: optional,
  usageLocation: optional,
  preferredLanguage: optional,
  mobilePhone: optional,
  officeLocation: optional,
  businessPhones: z.optional(z.array(z.string())),
});

export const member = z.object({
  id: z.string(),
  userPrincipalName: z.string(),
  displayName: nullableString,
  mail: nullableString,
});

export const readMemberInput: Reader<MemberInput> = reader(memberInput, "input");
/** An account that is made where somebody cannot be invited. */
export const readMemberRemedy: Reader<{ readonly member: MemberInput }> = reader(
  z.strictObject({ member: memberInput }),
);
export const readMember: Reader<Member> = reader(member);
export const readFoundMember: Reader<FoundMember> = reader(
  z.extend(member, {
    mailNickname: nullableString,
    userType: nullableString,
    creationType: nullableString,
    createdDateTime: nullableString,
  }),
);
