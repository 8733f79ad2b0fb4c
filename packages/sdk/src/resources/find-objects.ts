import { type DirectoryObject, pageReader, readDirectoryObject, readObjectIds } from "../schemas/index.ts";
import type { ListOperation } from "./operation.ts";

/**
 * `POST /directoryObjects/getByIds`, which changes nothing: those of several ids that there are.
 *
 * @see https://learn.microsoft.com/graph/api/directoryobject-getbyids
 */
export const findObjects: ListOperation<readonly string[], DirectoryObject> = {
  id: "preflight.findObjects",
  input: readObjectIds,
  describe: (ids) => ({
    method: "POST",
    path: "/directoryObjects/getByIds",
    body: { ids, types: ["user", "group"] },
    effect: "read",
  }),
  output: () => pageReader(readDirectoryObject),
};
