import { addSponsor, listSponsored, listSponsors, removeSponsor } from "../../directory/index.ts";
import { readReference } from "../directory-object-body.ts";
import { LINKED, objectPage, objectsOf } from "../object-page.ts";
import type { Route } from "../router.ts";

/** Who answers for a guest, and for whom. */
export const sponsorRoutes: readonly Route[] = [
  {
    path: "/users/{key}/sponsors",
    takes: LINKED,
    follows: ["user", "sponsors"],
    methods: {
      GET: (context) =>
        objectPage(
          context,
          objectsOf((view) => listSponsors({ view }, context.keys[0] ?? "")),
        ),
    },
  },
  {
    path: "/users/{key}/sponsors/$ref",
    follows: ["user", "sponsors"],
    methods: {
      POST({ directory, access, request, keys }) {
        addSponsor(directory, access, keys[0] ?? "", readReference(request.body));
        return { status: 204 };
      },
    },
  },
  {
    path: "/users/{key}/sponsors/{sponsorId}/$ref",
    follows: ["user", "sponsors"],
    methods: {
      DELETE({ access, keys }) {
        removeSponsor(access, keys[0] ?? "", keys[1] ?? "");
        return { status: 204 };
      },
    },
  },
  {
    path: "/users/{key}/sponsorOf",
    takes: LINKED,
    follows: ["user", "sponsorOf"],
    methods: {
      GET: (context) =>
        objectPage(
          context,
          objectsOf((view) => listSponsored({ view }, context.keys[0] ?? "")),
        ),
    },
  },
];
