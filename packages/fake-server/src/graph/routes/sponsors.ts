import { addSponsor, getUser, listSponsored, listSponsors } from "../../directory/index.ts";
import { project, userModel } from "../../odata/index.ts";
import { type Body, badRequest, readBody } from "../body.ts";
import type { RouteContext } from "../exchange.ts";
import type { Route } from "../router.ts";

/** A reference ends in the object's id, whichever collection it goes through. */
const REFERENCE = /\/(?:directoryObjects|users|groups)(?:\/|\(')([^/')]+)(?:'\))?$/i;

/** Who answers for a guest, and for whom. */
export const sponsorRoutes: readonly Route[] = [
  {
    path: "/users/{key}/sponsors",
    follows: ["user", "sponsors"],
    methods: {
      GET: (context) => answerWith(context, listSponsors(context.access, context.keys[0] ?? "")),
    },
  },
  {
    path: "/users/{key}/sponsors/$ref",
    follows: ["user", "sponsors"],
    methods: {
      POST({ access, request, keys }) {
        const { "@odata.id": reference } = readBody(request.body, "ReferenceCreate", {});
        const [, id] = typeof reference === "string" ? (REFERENCE.exec(reference) ?? []) : [];
        if (id === undefined) throw badRequest("Invalid URL format specified in @odata.id.");
        addSponsor(access, keys[0] ?? "", id);
        return { status: 204 };
      },
    },
  },
  {
    path: "/users/{key}/sponsorOf",
    follows: ["user", "sponsorOf"],
    methods: {
      GET: (context) => answerWith(context, listSponsored(context.access, context.keys[0] ?? "")),
    },
  },
];

function answerWith({ access, request }: RouteContext, ids: readonly string[]) {
  const value = ids.map((id) => objectBody(access, id));
  return {
    status: 200,
    body: { "@odata.context": `${request.origin}/v1.0/$metadata#directoryObjects`, value },
  };
}

/** What is gone for good is not shown; a group has little to show. */
function objectBody({ view }: RouteContext["access"], id: string): Body {
  const object = view.get(id);
  if (object?.kind !== "group") {
    return { "@odata.type": "#microsoft.graph.user", ...project(getUser(view, id), userModel.defaultSelect) };
  }
  return { "@odata.type": "#microsoft.graph.group", id, displayName: object.displayName };
}
