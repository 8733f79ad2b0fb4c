import { addOwner, listOwners, removeOwner } from "../../directory/index.ts";
import { directoryObjectBody, readReference } from "../directory-object-body.ts";
import type { Route } from "../router.ts";

/** Who looks after a group. */
export const groupOwnerRoutes: readonly Route[] = [
  {
    path: "/groups/{id}/owners",
    methods: {
      GET({ access, request, keys }) {
        const value = listOwners(access, keys[0] ?? "").map((id) => directoryObjectBody(access.view, id));
        const context = `${request.origin}/v1.0/$metadata#directoryObjects`;
        return { status: 200, body: { "@odata.context": context, value } };
      },
    },
  },
  {
    path: "/groups/{id}/owners/$ref",
    methods: {
      POST({ directory, access, request, keys }) {
        addOwner(directory, access, keys[0] ?? "", readReference(request.body));
        return { status: 204 };
      },
    },
  },
  {
    path: "/groups/{id}/owners/{ownerId}/$ref",
    methods: {
      DELETE({ access, keys }) {
        removeOwner(access, keys[0] ?? "", keys[1] ?? "");
        return { status: 204 };
      },
    },
  },
];
