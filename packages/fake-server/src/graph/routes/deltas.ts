import { refuseGuestSeeing } from "../../directory/index.ts";
import { deltaPage, TRACKED } from "../delta/delta-page.ts";
import type { Tracking } from "../delta/tracking.ts";
import type { Route } from "../router.ts";

/** A function goes by its whole name too. */
const SPELLINGS = ["delta", "microsoft.graph.delta"];

/**
 * What has changed since.
 *
 * @see https://learn.microsoft.com/graph/api/user-delta
 * @see https://learn.microsoft.com/graph/api/group-delta
 */
export const deltaRoutes: readonly Route[] = [...routesOf("/users", "user"), ...routesOf("/groups", "group")];

function routesOf(set: string, kind: Tracking["kind"]): readonly Route[] {
  return SPELLINGS.map((spelling) => ({
    path: `${set}/${spelling}`,
    takes: TRACKED,
    methods: {
      GET(context) {
        refuseGuestSeeing(context.access, context.caller, "everybody");
        return deltaPage(context, kind);
      },
    },
  }));
}
