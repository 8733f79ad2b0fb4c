import * as z from "zod/mini";
import { openEnum } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** Who may invite. Each value takes in all of the one before; `none` keeps administrators out too. */
export type AllowInvitesFrom =
  | "none"
  | "adminsAndGuestInviters"
  | "adminsGuestInvitersAndAllMembers"
  | "everyone";

/**
 * What guests may see of the directory, as values of `guestUserRoleId`.
 *
 * - `member`: as much as members.
 * - `guest`: within limits, the default. They find single people, and list nobody.
 * - `restrictedGuest`: nothing but their own profile.
 *
 * @see https://learn.microsoft.com/entra/identity/users/users-restrict-guest-permissions
 */
export const guestUserRoles = /* @__PURE__ */ Object.freeze({
  member: "a0b1b346-4d3e-4e8b-98f8-753987be4970",
  guest: "10dae51f-b6af-4016-8d66-8c2a99b929b3",
  restrictedGuest: "2af84b1e-32c8-42b7-82bc-daa82404023b",
} as const);

/**
 * What this directory lets members and guests do, as far as it matters for inviting.
 *
 * @see https://learn.microsoft.com/graph/api/resources/authorizationpolicy
 */
export interface AuthorizationPolicy {
  readonly allowInvitesFrom: AllowInvitesFrom | (string & {}) | null;
  /** One of {@link guestUserRoles}, or one that is not known yet. */
  readonly guestUserRoleId: string | null;
  /** Whether people may join by themselves, with an address of a verified domain. */
  readonly allowEmailVerifiedUsersToJoinOrganization?: boolean | null | undefined;
  readonly allowedToSignUpEmailBasedSubscriptions?: boolean | null | undefined;
}

/** What may be changed of it. What is not named stays. */
export interface AuthorizationPolicyChanges {
  readonly allowInvitesFrom?: AllowInvitesFrom | undefined;
  /** One of {@link guestUserRoles}. */
  readonly guestUserRoleId?: (typeof guestUserRoles)[keyof typeof guestUserRoles] | undefined;
}

const flag = z.optional(z.nullable(z.boolean()));

export const authorizationPolicy = z.object({
  allowInvitesFrom: z.nullable(openEnum<AllowInvitesFrom>()),
  guestUserRoleId: z.nullable(z.string()),
  allowEmailVerifiedUsersToJoinOrganization: flag,
  allowedToSignUpEmailBasedSubscriptions: flag,
});

export const authorizationPolicyChanges = z
  .strictObject({
    allowInvitesFrom: z.optional(
      z.enum(["none", "adminsAndGuestInviters", "adminsGuestInvitersAndAllMembers", "everyone"]),
    ),
    guestUserRoleId: z.optional(
      z.enum([guestUserRoles.member, guestUserRoles.guest, guestUserRoles.restrictedGuest]),
    ),
  })
  .check(
    z.refine((changes) => Object.values(changes).some((value) => value !== undefined), {
      error: "must change one property at least",
    }),
  );

export const readAuthorizationPolicy: Reader<AuthorizationPolicy> = reader(authorizationPolicy);
export const readAuthorizationPolicyChanges: Reader<AuthorizationPolicyChanges> = reader(
  authorizationPolicyChanges,
  "changes",
);
