import {
  type B2BClientOptions,
  clouds,
  createB2BClient,
  createClient,
  createInvitation,
  getGuest,
  listGuests,
  type Middleware,
  staticHomes,
  type Transport,
} from "@vestibule/sdk";
import { compose, type WireRequest } from "@vestibule/sdk/wire";
import { describe, expect, test } from "vitest";
import { failureOf } from "./failure-of.ts";
import { absent, adaId, adaRead, invited, toAda } from "./graph-answers.ts";
import { openClient } from "./open-client.ts";
import { answer, scriptedTransport } from "./scripted-transport.ts";

/** A layer that notes when a request passes it on its way down, and its answer on its way up. */
function tracing(name: string, log: string[]): Middleware {
  return (next) => async (request) => {
    log.push(`${name} >`);
    const response = await next(request);
    log.push(`< ${name} ${response.status}`);
    return response;
  };
}

describe("layers", () => {
  test("wrap one another, the first one outermost", async () => {
    const log: string[] = [];
    const send = compose([tracing("a", log), tracing("b", log)], async () => answer(200));
    await send({} as WireRequest);
    expect(log).toEqual(["a >", "b >", "< b 200", "< a 200"]);
  });

  test("in `use` see a call once, those in `useAttempt` every request that is sent", async () => {
    const log: string[] = [];
    const { b2b } = openClient([answer(503), answer(429), adaRead], {
      use: [tracing("use 1", log), tracing("use 2", log)],
      useAttempt: [tracing("try 1", log), tracing("try 2", log)],
    });
    await b2b.guests.get(adaId);
    const attempt = (status: number) => ["try 1 >", "try 2 >", `< try 2 ${status}`, `< try 1 ${status}`];
    expect(log).toEqual([
      ...["use 1 >", "use 2 >"],
      ...[...attempt(503), ...attempt(429), ...attempt(200)],
      ...["< use 2 200", "< use 1 200"],
    ]);
  });

  test("in `use` are outside of waiting for one's own writes too", async () => {
    const log: string[] = [];
    const { b2b } = openClient([invited, absent(adaId), adaRead], {
      use: [tracing("use", log)],
      useAttempt: [tracing("try", log)],
    });
    await b2b.invitations.create(toAda);
    log.length = 0;
    await b2b.guests.get(adaId);
    expect(log).toEqual(["use >", "try >", "< try 404", "try >", "< try 200", "< use 200"]);
  });

  test("in `use` see a guest out of reach before he is refused", async () => {
    const seen: string[] = [];
    const { b2b } = openClient([invited], {
      use: [
        (next) => (request) => {
          seen.push(request.operation.id);
          return next(request);
        },
      ],
      useAttempt: [tracing("never", seen)],
      boundary: { resolver: staticHomes({ "fabrikam.com": "china" }) },
    });
    await failureOf(b2b.invitations.create(toAda));
    expect(seen).toEqual(["invitations.create"]);
  });

  test("in `useAttempt` see the id that the request is sent with", async () => {
    const ids: (string | undefined)[] = [];
    const { b2b, sent } = openClient([adaRead], {
      useAttempt: [
        (next) => (request) => {
          ids.push(request.headers["client-request-id"]);
          return next(request);
        },
      ],
    });
    await b2b.guests.get(adaId);
    expect(ids).toEqual(sent.map(({ headers }) => headers["client-request-id"]));
    expect(ids[0]).toBeDefined();
  });

  test("may answer without sending anything", async () => {
    const { b2b, sent } = openClient([], { use: [() => async () => adaRead] });
    expect(await b2b.guests.get(adaId)).toMatchObject({ id: adaId });
    expect(sent).toEqual([]);
  });

  test("tell requests apart by what they mean", async () => {
    const seen: unknown[] = [];
    const { b2b } = openClient([invited], {
      use: [
        (next) => (request) => {
          const { id, effect, guestIdentity } = request.operation;
          seen.push({ id, effect, guestIdentity });
          return next(request);
        },
      ],
    });
    await b2b.invitations.create(toAda);
    await b2b.invitations.create({ ...toAda, sendInvitationMessage: true });
    const meaning = { id: "invitations.create", guestIdentity: toAda.invitedUserEmailAddress };
    expect(seen).toEqual([
      { ...meaning, effect: "idempotent" },
      { ...meaning, effect: "once" },
    ]);
  });
});

describe("a client", () => {
  test("speaks for the cloud of its transport", () => {
    const transport = scriptedTransport([], clouds.usgov);
    expect(createB2BClient({ transport }).cloud).toBe(clouds.usgov);
  });

  test("closes its transport with itself", async () => {
    let closed = 0;
    const transport: Transport = {
      ...scriptedTransport([]),
      async [Symbol.asyncDispose]() {
        closed++;
      },
    };
    {
      await using b2b = createB2BClient({ transport });
      expect(b2b.cloud).toBe(clouds.public);
      expect(closed).toBe(0);
    }
    expect(closed).toBe(1);
  });

  test("closes well where its transport holds nothing", async () => {
    await expect(
      createB2BClient({ transport: scriptedTransport([]) })[Symbol.asyncDispose](),
    ).resolves.toBeUndefined();
  });

  test("takes a transport that is an object of a class", async () => {
    class Pipe implements Transport {
      readonly cloud = clouds.public;
      readonly #answer = adaRead;
      async send() {
        return this.#answer;
      }
    }
    expect(await createB2BClient({ transport: new Pipe() }).guests.get(adaId)).toMatchObject({ id: adaId });
  });

  test("of the small door performs any operation that it is handed", async () => {
    const page = answer(200, { value: [{ id: adaId }] });
    const transport = scriptedTransport([invited, adaRead, page]);
    const client = createClient({ transport });
    expect(Object.keys(client).sort()).toEqual(["call", "cloud", "list"]);
    expect(await client.call(createInvitation, toAda)).toMatchObject({ invitedUser: { id: adaId } });
    expect(await client.call(getGuest(), { id: adaId })).toMatchObject({ id: adaId });
    expect(await client.list(listGuests(), { select: ["id"] }).collect()).toEqual([{ id: adaId }]);
  });

  test("leaves its options and its input as they were", async () => {
    const input = Object.freeze({
      ...toAda,
      invitedUserMessageInfo: Object.freeze({ messageLanguage: "sv-SE" }),
    });
    const options: Partial<B2BClientOptions> = Object.freeze({
      use: Object.freeze([]),
      retry: Object.freeze({}),
    });
    const { b2b, sent } = openClient([invited], options);
    await b2b.invitations.create(input);
    expect(sent[0]?.body).toEqual(input);
  });
});
