import { createWorld, type Tenant, type World, type WorldOptions } from "@vestibule/fake-server";
import { callContext, type Method, type Query, TransportFailure } from "@vestibule/sdk/wire";
import { inviteRedirectUrl } from "../open-client.ts";

/** A request, without saying how it gets there. */
export interface Ask {
  readonly method: Method;
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
}

/** What a client gets to see of a request, and what became of it. */
export interface Seen {
  /** `204`, `503 ServiceUnavailable`, `502 page`, `lost ECONNRESET`, `not-sent ENOTFOUND`. */
  readonly answer: string;
  readonly header: (name: string) => string | null;
  readonly body: unknown;
  /** Whether the directory carried it out. */
  readonly isDone: boolean;
  readonly tookMs: number;
}

/** A way in: the transport in this process, or the world's fetch. */
export type Door = "transport" | "fetch";

export interface Scene {
  readonly world: World;
  readonly contoso: Tenant;
  readonly guestId: string;
  readonly rename: Ask;
  readonly read: Ask;
  ask(ask: Ask, door?: Door, signal?: AbortSignal): Promise<Seen>;
}

export const invite = (name = "bo", more: object = {}): Ask => ({
  method: "POST",
  path: "/invitations",
  body: { invitedUserEmailAddress: `${name}@fabrikam.example`, inviteRedirectUrl, ...more },
});
export const inviteWithMail: Ask = invite("bo", { sendInvitationMessage: true });
export const list: Ask = { method: "GET", path: "/users", query: { $count: "true", $top: "2" } };

/** Contoso has one guest and five members, and an application that asks. */
export async function openScene(options: WorldOptions = {}): Promise<Scene> {
  const world = createWorld(options);
  const contoso = world.cloud("public").tenant("contoso").domain("contoso.example").members(5);
  const app = contoso.app("inviter");
  const [transport, { token }] = [
    contoso.transport({ as: app }),
    await contoso.credential({ as: app }).getToken(),
  ];
  let sent = 0;

  async function ask(asked: Ask, door: Door = "transport", signal?: AbortSignal): Promise<Seen> {
    const id = `00000000-0000-4000-8000-${String(++sent).padStart(12, "0")}`;
    const startedAt = world.clock.now();
    const answer = door === "transport" ? byTransport(asked, id, signal) : byFetch(asked, id, signal);
    const seen = await answer.catch(lost);
    const isDone = contoso.log.some(({ correlationId }) => correlationId === id);
    return { ...seen, isDone, tookMs: world.clock.now() - startedAt };
  }

  async function byTransport({ method, path, query = {}, body }: Ask, id: string, signal?: AbortSignal) {
    const response = await transport.send({
      operation: { id: "test", effect: method === "GET" ? "read" : "once" },
      ...{ method, version: "v1.0", target: { path, query } },
      headers: { "client-request-id": id, consistencylevel: "eventual" },
      ...(body !== undefined && { body }),
      context: callContext(signal ? { signal } : {}),
    });
    return told(response.status, response.headers, response.body);
  }

  async function byFetch({ method, path, query = {}, body }: Ask, id: string, signal?: AbortSignal) {
    const url = new URL(`https://graph.microsoft.com/v1.0${path}`);
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, String(value));
    const response = await world.fetch(
      new Request(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          "client-request-id": id,
          consistencylevel: "eventual",
          "content-type": "application/json",
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      }),
    );
    return told(response.status, response.headers, jsonOf(await response.text()));
  }

  const invited = await ask(invite("ada"));
  const guestId = (invited.body as { invitedUser: { id: string } }).invitedUser.id;
  await world.settle();
  const path = `/users/${guestId}`;
  const rename: Ask = { method: "PATCH", path, body: { displayName: "Ada (Fabrikam)" } };
  return { world, contoso, guestId, rename, read: { method: "GET", path }, ask };
}

type Told = Pick<Seen, "answer" | "header" | "body">;

function told(status: number, headers: { get(name: string): string | null }, body: unknown): Told {
  return { answer: `${status} ${kindOf(body)}`.trim(), header: (name) => headers.get(name), body };
}

function kindOf(body: unknown): string {
  if (body === undefined) return "";
  if (typeof body === "string") return "page";
  return (body as { error?: { code: string } }).error?.code ?? "";
}

/** A body that is no JSON stays a text. */
function jsonOf(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** No answer, or half of one. Anything else is no business of faults. */
function lost(failure: unknown): Told {
  if (!(failure instanceof TransportFailure || failure instanceof TypeError)) throw failure;
  const outcome = failure instanceof TransportFailure && failure.outcome === "not-sent" ? "not-sent" : "lost";
  const { code } = failure.cause as { code: string };
  return { answer: `${outcome} ${code}`, header: () => null, body: undefined };
}
