import { createWorld } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";
import { clouds } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import { type ConformanceSubject, transportConformance } from "@vestibule/sdk/testing";
import { callContext, type Transport } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";

/** A tenant with a guest and two members more, and the application that calls. */
async function furnish(seed: string) {
  const world = createWorld({ seed });
  const tenant = world.cloud("public").tenant("contoso").members(2);
  const app = tenant.app("caller");
  const inside = tenant.transport({ as: app });
  const guest = await inviteGuest(inside);
  const { token } = await tenant.credential({ as: app }).getToken();
  return { world, inside, guest, headers: { authorization: `Bearer ${token}` } };
}

async function inviteGuest(transport: Transport): Promise<ConformanceSubject["guest"]> {
  const context = callContext();
  const common = { version: "v1.0", headers: {}, context } as const;
  const body = {
    invitedUserEmailAddress: "ada@fabrikam.example",
    inviteRedirectUrl: "https://contoso.example",
  };
  const invited = await transport.send({
    ...common,
    operation: { id: "setup", effect: "idempotent" },
    method: "POST",
    target: { path: "/invitations" },
    body,
  });
  const { invitedUser } = invited.body as { invitedUser: { id: string } };
  const read = await transport.send({
    ...common,
    operation: { id: "setup", effect: "read" },
    method: "GET",
    target: { path: `/users/${invitedUser.id}` },
  });
  return read.body as ConformanceSubject["guest"];
}

/** The three ways from the SDK to a fake directory. */
const transports: Readonly<Record<string, () => Promise<ConformanceSubject>>> = {
  "the fake in this process": async () => {
    const { inside, guest } = await furnish("in process");
    return { transport: inside, guest };
  },
  "the Graph transport on the fake's fetch": async () => {
    const { world, guest, headers } = await furnish("fetch");
    const transport = graphTransport({
      cloud: clouds.public,
      fetch: (input, init) => world.fetch(input, init),
    });
    return { transport, guest, headers };
  },
  "the Graph transport on the fake over HTTP": async () => {
    const { world, guest, headers } = await furnish("http");
    const server = await listen(world);
    const cloud = { ...clouds.public, id: "local", graph: server.origin };
    return {
      transport: graphTransport({ cloud }),
      guest,
      headers,
      [Symbol.asyncDispose]: () => server.close(),
    };
  },
};

for (const [name, open] of Object.entries(transports)) {
  describe(`transport: ${name}`, () => {
    for (const { title, check } of transportConformance) {
      test(title, async () => {
        const subject = await open();
        try {
          await expect(check(subject)).resolves.toBeUndefined();
        } finally {
          await subject[Symbol.asyncDispose]?.();
        }
      });
    }
  });
}
