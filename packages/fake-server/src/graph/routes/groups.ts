import { addMember, getGroup, getUser, listMembers } from "../../directory/index.ts";
import { project, userModel } from "../../odata/index.ts";
import { badRequest, readBody } from "../body.ts";
import type { Route } from "../router.ts";

/** A reference ends in the object's id, whichever collection it goes through. */
const REFERENCE = /\/(?:directoryObjects|users)(?:\/|\(')([^/')]+)(?:'\))?$/i;

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
        const body = readBody(request.body, "ReferenceCreate", {});
        const reference = body["@odata.id"];
        const [, memberId] = typeof reference === "string" ? (REFERENCE.exec(reference) ?? []) : [];
        if (memberId === undefined) throw badRequest("Invalid URL format specified in @odata.id.");
        addMember(access, keys[0] ?? "", memberId);
        return { status: 204 };
      },
    },
  },
];
