import * as z from "zod/mini";
import { guid, nullableString, whom } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/** One of the groups and roles that somebody has. */
export interface Membership {
  readonly "@odata.type"?: string | undefined;
  readonly id: string;
  /** Of a role: which it is. `null` where the caller may not see that. */
  readonly roleTemplateId?: string | null | undefined;
}

/** A role that somebody has. */
export interface RoleAssignment {
  /** No GUID. */
  readonly id: string;
  readonly principalId: string | null;
  readonly roleDefinitionId: string | null;
  /** `/` is the whole directory. */
  readonly directoryScopeId: string | null;
}

/** A role assignment, and whose it is. */
export type AssignmentOf = Readonly<Record<"id" | "principalId", string>>;

/** A user as far as it matters to who may invite. */
export interface Inviter {
  readonly id: string;
  readonly userType: string | null;
  readonly accountEnabled?: boolean | null | undefined;
}

const membership = z.object({
  "@odata.type": z.optional(z.string()),
  id: z.string(),
  roleTemplateId: z.optional(nullableString),
});
const assignment = z.object({
  id: z.string(),
  principalId: nullableString,
  roleDefinitionId: nullableString,
  directoryScopeId: nullableString,
});

export const readMembershipOf: Reader<Membership> = reader(membership);
export const readRoleAssignment: Reader<RoleAssignment> = reader(assignment);
export const readInviter: Reader<Inviter> = reader(
  z.object({
    id: z.string(),
    userType: nullableString,
    accountEnabled: z.optional(z.nullable(z.boolean())),
  }),
);
export const readUserId: Reader<string> = reader(guid, "userId");
export const readAssignmentOf: Reader<AssignmentOf> = reader(
  z.object({
    id: z.string().check(z.refine((id) => /^[\w-]+$/.test(id), { error: "must be a role assignment's id" })),
    principalId: guid,
  }),
);

/** Whom a question about inviting is about, and with what in the token. */
export const readInviterQuestion: Reader<{
  readonly who: string;
  readonly permissions?: readonly string[] | undefined;
}> = reader(z.strictObject({ who: whom, permissions: z.optional(z.array(z.string())) }));
