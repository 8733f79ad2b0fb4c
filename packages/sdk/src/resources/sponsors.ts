import { isExistingReference } from "../errors/index.ts";
import {
  type DirectoryObject,
  pageReader,
  readDirectoryObject,
  readSponsored,
  readSponsorship,
} from "../schemas/index.ts";
import { showsPage, sponsorsOf } from "../wire/index.ts";
import { userPath } from "./guest-operations.ts";
import { type ListOperation, type Operation, referenceTo } from "./operation.ts";

/** Whether the sponsor is new, or had been one already. */
export type SponsorshipChange = "added" | "already-sponsor";

/** `POST /users/{id}/sponsors/$ref` @see https://learn.microsoft.com/graph/api/user-post-sponsors */
export const addSponsor: Operation<{ readonly id: string; readonly sponsorId: string }, SponsorshipChange> = {
  id: "guests.addSponsor",
  input: readSponsorship,
  describe: ({ id, sponsorId }, cloud) => ({
    method: "POST",
    path: `${userPath(id)}/sponsors/$ref`,
    body: referenceTo(cloud, sponsorId),
    effect: "idempotent",
    permission: "User.ReadWrite.All",
    references: [id, sponsorId],
    writes: () => [{ collection: sponsorsOf(id), id: sponsorId, shown: {} }],
  }),
  output: () => () => ({ ok: true, value: "added" }),
  alreadyDone: (response) => (isExistingReference(response) ? { value: "already-sponsor" } : undefined),
};

/** `GET /users/{id}/sponsors` @see https://learn.microsoft.com/graph/api/user-list-sponsors */
export const listSponsors: ListOperation<string, DirectoryObject> = {
  id: "guests.listSponsors",
  input: readSponsored,
  describe: (id) => ({
    method: "GET",
    path: `${userPath(id)}/sponsors`,
    effect: "read",
    permission: "User.Read.All",
    references: [id],
    shows: showsPage([sponsorsOf(id)]),
  }),
  output: () => pageReader(readDirectoryObject),
};
