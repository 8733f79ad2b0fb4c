import { isExistingReference } from "../errors/index.ts";
import {
  type DirectoryObject,
  pageReader,
  readDirectoryObject,
  readGroupId,
  readOwnership,
} from "../schemas/index.ts";
import { ownersOf, showsPage } from "../wire/index.ts";
import { type ListOperation, type Operation, referenceTo, segment } from "./operation.ts";

/** Whether the owner is new, or had been one already. */
export type OwnershipChange = "added" | "already-owner";

/** `POST /groups/{id}/owners/$ref` @see https://learn.microsoft.com/graph/api/group-post-owners */
export const addGroupOwner: Operation<
  { readonly groupId: string; readonly ownerId: string },
  OwnershipChange
> = {
  id: "groups.addOwner",
  input: readOwnership,
  describe: ({ groupId, ownerId }, cloud) => ({
    method: "POST",
    path: `/groups/${segment(groupId)}/owners/$ref`,
    body: referenceTo(cloud, ownerId),
    effect: "idempotent",
    permission: "Group.ReadWrite.All",
    references: [groupId, ownerId],
    writes: () => [{ collection: ownersOf(groupId), id: ownerId, shown: {} }],
  }),
  output: () => () => ({ ok: true, value: "added" }),
  alreadyDone: (response) => (isExistingReference(response) ? { value: "already-owner" } : undefined),
};

/** `GET /groups/{id}/owners` @see https://learn.microsoft.com/graph/api/group-list-owners */
export const listGroupOwners: ListOperation<string, DirectoryObject> = {
  id: "groups.listOwners",
  input: readGroupId,
  describe: (groupId) => ({
    method: "GET",
    path: `/groups/${segment(groupId)}/owners`,
    effect: "read",
    permission: "GroupMember.Read.All",
    references: [groupId],
    shows: showsPage([ownersOf(groupId)]),
  }),
  output: () => pageReader(readDirectoryObject),
};
