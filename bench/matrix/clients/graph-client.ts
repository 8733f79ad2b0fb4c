import { Client } from "@microsoft/microsoft-graph-client";
import { type MeasuredClient, TOKEN } from "../client.ts";

/** Its default chain of middleware ends in the global `fetch`. */
export const graphClient: MeasuredClient = {
  takesSignal: true,
  open(fetch) {
    globalThis.fetch = fetch;
    const graph = Client.initWithMiddleware({ authProvider: { getAccessToken: async () => TOKEN } });
    return {
      readUser: (id, signal) =>
        graph
          .api(`/users/${id}`)
          .options({ ...(signal && { signal }) })
          .get(),
      invite: (invitation) => graph.api("/invitations").post(invitation),
    };
  },
};
