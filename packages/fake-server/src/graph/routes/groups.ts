import { addMember, addMembers, getGroup, getUser, listMembers } from "../../directory/index.ts";
import { project, userModel } from "../../odata/index.ts";
import { badRequest, readBody } from "../body.ts";
import { readReference, referredIn } from "../directory-object-body.ts";
import type { Route } from "../router.ts";

/** How a body refers to new members. */
const BIND = "members@odata.bind";

/** Groups, and who is in them. That too many members at a time are refused was reported in these words. */
export const groupRoutes: readonly Route[] = [
  {
    path: "/groups/{id}",
    methods: {
      GET({ access, request, keys }) {
        const { kind: _, ...group } = getGroup(access, keys[0] ?? "");
        return {
          status: 200,
          body: { "@odata.context": `${request.origin}/v1.0/$metadata#groups/$entity`, ...group },
        };
      },
      PATCH({ directory, access, request, keys }) {
        const references = readBody(request.body, "group", { [BIND]: "strings" })[BIND];
        const most = directory.limits.of("members-per-update");
        const ids = ((references ?? []) as readonly string[]).map(referredIn);
        if (ids.length > most) {
          throw badRequest(`A resource cannot contain more than ${most} link changes.`);
        }
        if (!ids.every((id) => id !== undefined))
          throw badRequest(`Invalid URL format specified in ${BIND}.`);
        addMembers(access, keys[0] ?? "", ids);
        return { status: 204 };
      },
    },
  },
  {
    path: "/groups/{id}/members",
    methods: {
      GET({ access, request, keys }) {
        const value = listMembers(access, keys[0] ?? "").map((id) => ({
          "@odata.type": "#microsoft.graph.user",
          ...project(getUser(access.view, id), userModel.defaultSelect),
        }));
        return {
          status: 200,
          body: { "@odata.context": `${request.origin}/v1.0/$metadata#directoryObjects`, value },
        };
      },
    },
  },
  {
    path: "/groups/{id}/members/$ref",
    methods: {
      POST({ access, request, keys }) {
        addMember(access, keys[0] ?? "", readReference(request.body));
        return { status: 204 };
      },
    },
  },
];
