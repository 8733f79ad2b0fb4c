import type {
  AppRoleAssignment,
  AppRoleAssignmentInput,
  AuthorizationPolicy,
  AuthorizationPolicyChanges,
  ConditionalAccessPolicy,
  DirectoryObject,
  Guest,
  GuestChanges,
  Invitation,
  InvitationInput,
  LimitsQuestion,
  Member,
  MemberInput,
  Organization,
  PreflightQuestion,
  RedemptionReset,
  SignInQuestion,
} from "@vestibule/sdk";
import { describe, expectTypeOf, test } from "vitest";
import type * as z from "zod/mini";
import type { appRoleAssignment, appRoleAssignmentInput } from "../../src/schemas/app-role-assignment.ts";
import type {
  authorizationPolicy,
  authorizationPolicyChanges,
} from "../../src/schemas/authorization-policy.ts";
import type { conditionalAccessPolicy } from "../../src/schemas/conditional-access-policy.ts";
import type { CrossTenantAccess, crossTenantAccess } from "../../src/schemas/cross-tenant-access.ts";
import type { directoryObject } from "../../src/schemas/directory-object.ts";
import type { guest, guestChanges } from "../../src/schemas/guest.ts";
import type { invitation, invitationInput } from "../../src/schemas/invitation.ts";
import type { limitsQuestion } from "../../src/schemas/limits-question.ts";
import type { member, memberInput } from "../../src/schemas/member.ts";
import type { organization } from "../../src/schemas/organization.ts";
import type { preflightQuestion } from "../../src/schemas/preflight-question.ts";
import type { redemptionReset } from "../../src/schemas/redemption-reset.ts";
import type { readSignInQuestion } from "../../src/schemas/sign-in-question.ts";

/** What a schema makes of an answer is ours to change; that it can be, is not part of the comparison. */
type Immutable<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: Immutable<T[K]> };

type Read<S extends z.ZodMiniType> = Immutable<z.infer<S>>;

describe("what is written by hand is what the schemas read", () => {
  test("in answers", () => {
    expectTypeOf<Read<typeof guest>>().toEqualTypeOf<Guest>();
    expectTypeOf<Read<typeof invitation>>().toEqualTypeOf<Invitation>();
    expectTypeOf<Read<typeof appRoleAssignment>>().toEqualTypeOf<AppRoleAssignment>();
    expectTypeOf<Read<typeof conditionalAccessPolicy>>().toEqualTypeOf<ConditionalAccessPolicy>();
    expectTypeOf<Read<typeof organization>>().toEqualTypeOf<Organization>();
    expectTypeOf<Read<typeof directoryObject>>().toEqualTypeOf<DirectoryObject>();
    expectTypeOf<Read<typeof authorizationPolicy>>().toEqualTypeOf<AuthorizationPolicy>();
    expectTypeOf<Read<typeof member>>().toEqualTypeOf<Member>();
    expectTypeOf<Read<typeof crossTenantAccess>>().toEqualTypeOf<CrossTenantAccess>();
  });

  test("in inputs", () => {
    expectTypeOf<Read<typeof invitationInput>>().toEqualTypeOf<InvitationInput>();
    expectTypeOf<Read<typeof limitsQuestion>>().toEqualTypeOf<LimitsQuestion>();
    expectTypeOf<Read<typeof preflightQuestion>>().toEqualTypeOf<Immutable<PreflightQuestion>>();
    expectTypeOf<Read<typeof redemptionReset>>().toEqualTypeOf<RedemptionReset>();
    expectTypeOf<Read<typeof memberInput>>().toEqualTypeOf<MemberInput>();
    expectTypeOf<Read<typeof authorizationPolicyChanges>>().toEqualTypeOf<AuthorizationPolicyChanges>();
    expectTypeOf<Read<typeof guestChanges>>().toEqualTypeOf<GuestChanges>();
    expectTypeOf<Read<typeof appRoleAssignmentInput>>().toEqualTypeOf<AppRoleAssignmentInput>();
    expectTypeOf<
      Extract<ReturnType<typeof readSignInQuestion>, { ok: true }>["value"]
    >().toEqualTypeOf<SignInQuestion>();
  });

  test("and the values that Graph may add to are open, those that we send are not", () => {
    expectTypeOf<"Visitor">().toExtend<Guest["userType"]>();
    expectTypeOf<"Queued">().toExtend<Invitation["status"]>();
    expectTypeOf<"Visitor">().not.toExtend<InvitationInput["invitedUserType"]>();
    expectTypeOf<"Visitor">().not.toExtend<GuestChanges["userType"]>();
  });
});
