import * as z from "zod/mini";
import { guid, userKey } from "./field.ts";
import { type Reader, reader } from "./reader.ts";

/**
 * An object in a list of objects of several types. One that the caller may not read has its id and no more.
 *
 * @see https://learn.microsoft.com/graph/api/resources/directoryobject
 */
export interface DirectoryObject {
  /** For example `#microsoft.graph.user`. */
  readonly "@odata.type"?: string | undefined;
  readonly id: string;
  readonly displayName?: string | null | undefined;
}

export const directoryObject = z.object({
  "@odata.type": z.optional(z.string()),
  id: z.string(),
  displayName: z.optional(z.nullable(z.string())),
});

export const readDirectoryObject: Reader<DirectoryObject> = reader(directoryObject);

export const readObjectIds: Reader<readonly string[]> = reader(z.array(guid), "ids");
export const readGroupId: Reader<string> = reader(guid, "groupId");
export const readUserKey: Reader<string> = reader(userKey, "userId");
export const readSponsored: Reader<string> = reader(userKey, "id");
export const readOwnership: Reader<{ readonly groupId: string; readonly ownerId: string }> = reader(
  z.strictObject({ groupId: guid, ownerId: guid }),
);
export const readSponsorship: Reader<{ readonly id: string; readonly sponsorId: string }> = reader(
  z.strictObject({ id: userKey, sponsorId: guid }),
);
