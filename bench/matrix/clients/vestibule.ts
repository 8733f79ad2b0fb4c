import { clouds, createB2BClient } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import { type MeasuredClient, TOKEN } from "../client.ts";

export const vestibule: MeasuredClient = {
  takesSignal: true,
  open(fetch) {
    const transport = graphTransport({ cloud: clouds.public, fetch });
    const b2b = createB2BClient({ transport, credential: () => TOKEN });
    return {
      readUser: (id, signal) => b2b.guests.get(id, { signal }),
      invite: (invitation) => b2b.invitations.create(invitation),
    };
  },
};
