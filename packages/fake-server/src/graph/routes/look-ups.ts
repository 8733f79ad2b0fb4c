import { type DirectoryObject, getUser, isMember } from "../../directory/index.ts";
import { badRequest, readBody } from "../body.ts";
import { directoryObjectBody } from "../directory-object-body.ts";
import type { Route } from "../router.ts";

const ANY = "directoryObject";

/** Questions about many objects at once. That too many are refused is documented; the texts are assumed. */
export const lookUpRoutes: readonly Route[] = [
  {
    path: "/directoryObjects/getByIds",
    methods: {
      POST({ directory, access, request }) {
        const { ids, types = [ANY] } = readBody(request.body, "getByIds", {
          ids: "strings",
          types: "strings",
        });
        if (!Array.isArray(ids)) throw badRequest("The required property 'ids' is missing or empty.");
        const most = directory.limits.of("ids-per-lookup");
        if (ids.length > most) throw badRequest(`Too many ids: ${ids.length}. Max allowed: ${most}.`);
        const value = (ids as readonly string[])
          .map((id) => id.toLowerCase())
          .filter((id) => isOfType(access.view.get(id), types as readonly string[]))
          .map((id) => directoryObjectBody(access.view, id));
        const context = `${request.origin}/v1.0/$metadata#directoryObjects`;
        return { status: 200, body: { "@odata.context": context, value } };
      },
    },
  },
  {
    path: "/users/{key}/checkMemberGroups",
    methods: {
      POST({ directory, access, request, keys }) {
        const { groupIds } = readBody(request.body, "checkMemberGroups", { groupIds: "strings" });
        if (!Array.isArray(groupIds))
          throw badRequest("The required property 'groupIds' is missing or empty.");
        const most = directory.limits.of("groups-per-check");
        if (groupIds.length > most) {
          throw badRequest(`Too many groupIds: ${groupIds.length}. Max allowed: ${most}.`);
        }
        const { id } = getUser(access.view, keys[0] ?? "");
        const value = (groupIds as readonly string[]).filter((groupId) => isMember(access, groupId, id));
        const context = `${request.origin}/v1.0/$metadata#Collection(Edm.String)`;
        return { status: 200, body: { "@odata.context": context, value } };
      },
    },
  },
];

function isOfType(object: DirectoryObject | undefined, types: readonly string[]): boolean {
  if (object === undefined || (object.kind === "user" && object.deletedAt !== null)) return false;
  if (object.kind !== "user" && object.kind !== "group" && object.kind !== "servicePrincipal") return false;
  return types.includes(object.kind) || types.includes(ANY);
}
