import { isExistingReference, isWithoutUser } from "../errors/index.ts";
import {
  type AssignmentOf,
  type Inviter,
  type Membership,
  pageReader,
  type RoleAssignment,
  readAssignmentOf,
  readInviter,
  readMembershipOf,
  readRoleAssignment,
  readUserId,
} from "../schemas/index.ts";
import { membershipsOf, type Sight, showsPage } from "../wire/index.ts";
import { type ListOperation, nothing, type Operation, segment } from "./operation.ts";

const ASSIGNMENTS = "/roleManagement/directory/roleAssignments";
/**
 * The built-in role that lets a user invite where the directory leaves it to few.
 *
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference#guest-inviter
 */
const GUEST_INVITER = "95e79109-95c0-4d8e-aee3-d01accf2d47b";

/** `GET /users/{id}` or `GET /me`, as far as it matters; `undefined` where an application calls on its own, and there is no `me`. @see https://learn.microsoft.com/graph/api/user-get */
export const getInviter: Operation<string, Inviter | undefined> = {
  id: "delegation.getInviter",
  input: (who) => (who === "me" ? { ok: true, value: who } : readUserId(who)),
  describe: (who) => ({
    method: "GET",
    path: userPath(who),
    query: { $select: "id,userType,accountEnabled" },
    effect: "read",
    permission: "User.Read.All",
    ...referring(who),
  }),
  output: () => readInviter,
  alreadyDone: (response) => (isWithoutUser(response) ? { value: undefined } : undefined),
};

/** `GET /users/{id}/transitiveMemberOf`: groups and roles, those through a group too. @see https://learn.microsoft.com/graph/api/user-list-transitivememberof */
export const listMemberships: ListOperation<string, Membership> = {
  id: "delegation.listMemberships",
  input: getInviter.input,
  describe: (who) => ({
    method: "GET",
    path: `${userPath(who)}/transitiveMemberOf`,
    query: { $top: "999" },
    effect: "read",
    permission: "Directory.Read.All",
    shows: showsPage([membershipsOf(who)], byRole),
    ...referring(who),
  }),
  output: () => pageReader(readMembershipOf),
};

/** What came of handing out the role. */
export type RoleGrant =
  | { readonly status: "granted"; readonly assignmentId: string }
  | { readonly status: "already-granted" };

/** `POST /roleManagement/directory/roleAssignments` @see https://learn.microsoft.com/graph/api/rbacapplication-post-roleassignments */
export const grantGuestInviter: Operation<string, RoleGrant> = {
  id: "delegation.grantGuestInviter",
  input: readUserId,
  describe: (principalId) => ({
    method: "POST",
    path: ASSIGNMENTS,
    body: { principalId, roleDefinitionId: GUEST_INVITER, directoryScopeId: "/" },
    // A second time is refused, and makes no second assignment.
    effect: "idempotent",
    permission: "RoleManagement.ReadWrite.Directory",
    references: [principalId],
    writes: () => [{ collection: membershipsOf(principalId), id: GUEST_INVITER, shown: {} }],
    created: ({ body }) => {
      const reading = readRoleAssignment(body);
      return reading.ok ? [reading.value.id] : [];
    },
  }),
  output: () => (body) => {
    const reading = readRoleAssignment(body);
    if (!reading.ok) return reading;
    return { ok: true, value: { status: "granted", assignmentId: reading.value.id } };
  },
  alreadyDone: (response) =>
    isExistingReference(response) ? { value: { status: "already-granted" } } : undefined,
};

/** `GET /roleManagement/directory/roleAssignments` @see https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments */
export const listGuestInviterAssignments: ListOperation<string, RoleAssignment> = {
  id: "delegation.listAssignments",
  input: readUserId,
  describe: (principalId) => ({
    method: "GET",
    path: ASSIGNMENTS,
    query: { $filter: `principalId eq '${principalId}' and roleDefinitionId eq '${GUEST_INVITER}'` },
    effect: "read",
    permission: "RoleManagement.ReadWrite.Directory",
  }),
  output: () => pageReader(readRoleAssignment),
};

/** `DELETE /roleManagement/directory/roleAssignments/{id}` @see https://learn.microsoft.com/graph/api/unifiedroleassignment-delete */
export const revokeGuestInviter: Operation<AssignmentOf, void> = {
  id: "delegation.revokeGuestInviter",
  input: readAssignmentOf,
  describe: ({ id, principalId }) => ({
    method: "DELETE",
    path: `${ASSIGNMENTS}/${segment(id)}`,
    effect: "idempotent",
    permission: "RoleManagement.ReadWrite.Directory",
    references: [id],
    removes: [id],
    writes: () => [{ collection: membershipsOf(principalId), id: GUEST_INVITER, shown: undefined }],
  }),
  output: () => nothing,
  // Gone after an attempt of unknown outcome: that one did it.
  alreadyDone: ({ status }, { outcome }) =>
    status === 404 && outcome === "unknown" ? { value: undefined } : undefined,
};

/** A role goes by the id of its template, which is known before anybody has it. */
function byRole({ id, roleTemplateId = id, ...shown }: Readonly<Record<string, unknown>>): Sight | undefined {
  return typeof roleTemplateId === "string" ? { id: roleTemplateId, shown } : undefined;
}

function userPath(who: string): string {
  return who === "me" ? "/me" : `/users/${segment(who)}`;
}

function referring(who: string): { readonly references?: readonly string[] } {
  return who === "me" ? {} : { references: [who] };
}
