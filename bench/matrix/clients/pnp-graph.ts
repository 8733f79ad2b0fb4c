import { GraphBrowser, graphfi } from "@pnp/graph";
import type { IInvitations } from "@pnp/graph/invitations/index.js";
import type { IUsers } from "@pnp/graph/users/index.js";
import { InjectHeaders } from "@pnp/queryable";
import "@pnp/graph/invitations/index.js";
import "@pnp/graph/users/index.js";
import { GRAPH, type MeasuredClient, TOKEN } from "../client.ts";

/** What the two imports of effects add. The package declares it for a path that this module resolution does not follow. */
interface Nouns {
  readonly users: IUsers;
  readonly invitations: IInvitations;
}

/** `GraphBrowser` is the package's own default set of behaviours; it ends in the global `fetch`. */
export const pnpGraph: MeasuredClient = {
  takesSignal: true,
  open(fetch) {
    globalThis.fetch = fetch;
    const behaviours = [
      GraphBrowser({ baseUrl: GRAPH }),
      InjectHeaders({ authorization: `Bearer ${TOKEN}` }),
    ];
    const graph = graphfi(GRAPH).using(...behaviours) as unknown as Nouns;
    return {
      readUser: (id, signal) => graph.users.getById(id)({ ...(signal && { signal }) }),
      invite: ({ invitedUserEmailAddress, inviteRedirectUrl, ...more }) =>
        graph.invitations.create(invitedUserEmailAddress, inviteRedirectUrl, more),
    };
  },
};
