import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { type Cloud, clouds, createB2BClient } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import { VirtualClock } from "@vestibule/sdk/testing";
import { describe, expect, test } from "vitest";
import { failureOf, rejectionOf } from "../failure-of.ts";
import { adaId, invitationOfAda, mailToAda, toAda } from "../graph-answers.ts";
import { seededRandom } from "../seeded-random.ts";
import { wireRequest } from "../wire-request.ts";

/** Does `work` while a real server on the loopback host answers with `listener`. */
async function served<T>(listener: RequestListener, work: (cloud: Cloud) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
  try {
    return await work({ ...clouds.public, id: "local", graph: `http://127.0.0.1:${port}` });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

/** A client whose clock knows of the real requests, so that no wait is cut short by them. */
function clientOf(cloud: Cloud) {
  const clock = new VirtualClock();
  const { send } = graphTransport({ cloud });
  const transport = {
    cloud,
    send: (request: Parameters<typeof send>[0]) => clock.during(() => send(request)),
  };
  return createB2BClient({ transport, clock, random: seededRandom(3), credential: () => "token" });
}

describe("over a real connection", () => {
  test("a request and its answer arrive whole", async () => {
    const heard: unknown[] = [];
    const listener: RequestListener = async (request, response) => {
      heard.push(
        request.method,
        request.url,
        request.headers.authorization,
        JSON.parse(await bodyOf(request)),
      );
      response.writeHead(201, { "content-type": "application/json", "request-id": "r-9" });
      response.end(JSON.stringify(invitationOfAda));
    };
    const meta = await served(listener, (cloud) => clientOf(cloud).invitations.create(toAda).meta());
    expect(heard).toEqual(["POST", "/v1.0/invitations", "Bearer token", toAda]);
    expect(meta).toMatchObject({ status: 201, requestId: "r-9", attempts: 1 });
  });

  test("a refused connection is not sent, and tried again, even for a mail", async () => {
    const cloud = await served(
      () => undefined,
      async (gone) => gone,
    );
    const error = await failureOf(clientOf(cloud).invitations.create(mailToAda));
    expect(error).toMatchObject({ code: "network", outcome: "not-sent", attempts: 5, retryable: true });
    expect(error.message).toContain("ECONNREFUSED");
  });

  test("a connection reset after the request leaves a mail's outcome unknown, and the guest is invited again without one", async () => {
    const mails: unknown[] = [];
    const reset: RequestListener = async (request, response) => {
      mails.push(JSON.parse(await bodyOf(request)).sendInvitationMessage);
      if (mails.length < 2) request.socket.resetAndDestroy();
      else response.writeHead(201).end(JSON.stringify(invitationOfAda));
    };
    const invitation = await served(reset, (cloud) => clientOf(cloud).invitations.create(mailToAda));
    expect(invitation).toMatchObject({ reconciled: true, mail: "unknown" });
    expect(mails).toEqual([true, false]);
  });

  test("a connection reset is tried again where that does no harm", async () => {
    let requests = 0;
    const listener: RequestListener = async (request, response) => {
      await bodyOf(request);
      if (++requests < 3) request.socket.resetAndDestroy();
      else response.writeHead(201).end(JSON.stringify(invitationOfAda));
    };
    const invitation = await served(listener, (cloud) => clientOf(cloud).invitations.create(toAda));
    expect(invitation.invitedUser.id).toBe(adaId);
    expect(requests).toBe(3);
  });

  test("an answer that breaks off in its body is no answer", async () => {
    const listener: RequestListener = (_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write('{"id":', () => response.socket?.destroy());
    };
    const failure = await served(listener, (cloud) =>
      rejectionOf(graphTransport({ cloud }).send(wireRequest())),
    );
    expect(failure).toMatchObject({ name: "TransportFailure", outcome: "unknown" });
  });

  test("a redirect is an answer, and nobody goes where it leads", async () => {
    const elsewhere: string[] = [];
    const status = await served(
      (request, response) => {
        elsewhere.push(request.headers.authorization ?? "");
        response.end("{}");
      },
      (other) =>
        served(
          (_, response) => response.writeHead(302, { location: `${other.graph}/v1.0/users` }).end(),
          async (cloud) =>
            (await graphTransport({ cloud }).send(wireRequest({ headers: { authorization: "x" } }))).status,
        ),
    );
    expect(status).toBe(302);
    expect(elsewhere).toEqual([]);
  });

  test("a caller who gives up while it is under way gets its own reason", async () => {
    const controller = new AbortController();
    const reason = new Error("changed my mind");
    const listener: RequestListener = () => controller.abort(reason);
    const work = (cloud: Cloud) =>
      rejectionOf(graphTransport({ cloud }).send(wireRequest({}, controller.signal)));
    expect(await served(listener, work)).toBe(reason);
  });
});
