import { isExistingReference } from "../errors/index.ts";
import { readMembership } from "../schemas/index.ts";
import { type Call, type CallOptions, type Line, startCall } from "./call.ts";
import { type Operation, segment } from "./operation.ts";

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
    body: { "@odata.id": `${new URL(cloud.graph).origin}/v1.0/directoryObjects/${memberId}` },
    effect: "idempotent",
    references: [groupId, memberId],
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
}

export function groups(line: Line): Groups {
  return {
    addMember: (groupId, memberId, options) =>
      startCall(line, addGroupMember, { groupId, memberId }, options),
  };
}
