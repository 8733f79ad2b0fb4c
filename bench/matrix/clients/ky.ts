import defaultKy from "ky";
import { GRAPH, type MeasuredClient, TOKEN } from "../client.ts";

export const ky: MeasuredClient = {
  takesSignal: true,
  open(fetch) {
    const graph = defaultKy.create({ prefix: GRAPH, headers: { authorization: `Bearer ${TOKEN}` }, fetch });
    return {
      readUser: (id, signal) => graph.get(`users/${id}`, { ...(signal && { signal }) }).json(),
      invite: (invitation) => graph.post("invitations", { json: invitation }).json(),
    };
  },
};
