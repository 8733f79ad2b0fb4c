import { isExistingReference } from "../errors/index.ts";
import { type DirectoryObject, readMembership } from "../schemas/index.ts";
import { membershipsOf } from "../wire/index.ts";
import { type Call, type Line, startCall } from "./call.ts";
import type { CallOptions } from "./call-options.ts";
import { type Operation, referenceTo, segment } from "./operation.ts";
import { addGroupOwner, listGroupOwners, type OwnershipChange } from "./owners.ts";
import { listOf, type PageIterable } from "./pages.ts";

/** Whether the member is new in the group, or had been in it already. */
export type MembershipChange = "added" | "already-member";

/** `POST /groups/{id}/members/$ref` @see https://learn.microsoft.com/graph/api/group-post-members */
export const addGroupMember: Operation<
  { readonly groupId: string; readonly memberId: string },
  MembershipChange
> = {
  id: "groups.addMember",
  input: readMembership,
  describe: ({ groupId, memberId }, cloud) => ({
    method: "POST",
    path: `/groups/${segment(groupId)}/members/$ref`,
    body: referenceTo(cloud, memberId),
    effect: "idempotent",
    permission: "GroupMember.ReadWrite.All",
    references: [groupId, memberId],
    writes: () => [{ collection: membershipsOf(memberId), id: groupId, shown: {} }],
  }),
  output: () => () => ({ ok: true, value: "added" }),
  alreadyDone: (response) => (isExistingReference(response) ? { value: "already-member" } : undefined),
};

/** Groups that guests are put into. */
export interface Groups {
  /**
   * Adds a guest to a group. A guest this client has just invited is waited for.
   * Needs `GroupMember.ReadWrite.All`.
   *
   * @throws B2BError `not-found` where the group or the guest is not there; `forbidden` where the group takes no guests
   */
  addMember(groupId: string, memberId: string, options?: CallOptions): Call<MembershipChange>;

  /**
   * Makes a user or an application an owner of a group. Needs `Group.ReadWrite.All`.
   *
   * @throws B2BError `not-found` where the group or the owner is not there; `limit-reached` where the group has 100 owners
   */
  addOwner(groupId: string, ownerId: string, options?: CallOptions): Call<OwnershipChange>;

  /** Lists a group's owners. Needs `GroupMember.Read.All`. */
  owners(groupId: string, options?: CallOptions): PageIterable<DirectoryObject>;
}

export function groups(line: Line): Groups {
  return {
    addMember: (groupId, memberId, options) =>
      startCall(line, addGroupMember, { groupId, memberId }, options),
    addOwner: (groupId, ownerId, options) => startCall(line, addGroupOwner, { groupId, ownerId }, options),
    owners: (groupId, options) => listOf(line, listGroupOwners, groupId, options),
  };
}
