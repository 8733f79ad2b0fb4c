import { createWorld, type FakeUser, type Tenant, type World } from "@vestibule/fake-server";
import { type Listening, listen } from "@vestibule/fake-server/listen";
import { clouds } from "@vestibule/sdk";
import { Agent, fetch as undici } from "undici";
import { startServing } from "../../src/cli/serving.ts";

/** Sends one request below `/v1.0`, as the administrator who is signed in. */
export type Ask = (ask: string, sent?: Sent) => Promise<Answer>;

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  /** `undefined` where there is none. */
  readonly body: unknown;
}

export const WAYS = ["in this process", "over HTTP", "over HTTPS", "of what the command serves"] as const;
export type Way = (typeof WAYS)[number];

/** A world of its own for one example, in which a Global Administrator asks. */
export async function open(way: Way) {
  return way === "of what the command serves" ? await served() : await bare(way);
}

/** The scenario that whoever replays examples from outside begins with, served as the command does. */
async function served() {
  const { world, ready, close } = await startServing({ scenario: "lived-in", clock: "still" });
  const [tenant] = world.tenants;
  if (tenant === undefined) throw new Error("the scenario has no tenant");
  const admin = tenant.user("mia");
  const ask = await askerAs(admin, tenant, { origin: ready.graph, send: fetch });
  return { world, tenant, admin, ask, [Symbol.asyncDispose]: close };
}

/** Nothing is there but the administrator. */
async function bare(way: Exclude<Way, "of what the command serves">) {
  const world = createWorld({ seed: 11 });
  const tenant = world.cloud("public").tenant("contoso");
  const admin = tenant.user("admin", {
    ...{ givenName: "Ada", surname: "Admin", jobTitle: "Administrator", preferredLanguage: "en" },
    ...{ officeLocation: "1", mobilePhone: "+1 425 555 0100", businessPhones: ["+1 425 555 0101"] },
    roles: ["Global Administrator"],
  });
  const server = way === "in this process" ? undefined : await listen(world);
  const ask = await askerAs(admin, tenant, await sender(way, world, server));
  const close = async () => server?.close();
  return { world, tenant, admin, ask, [Symbol.asyncDispose]: close };
}

async function askerAs(admin: FakeUser, tenant: Tenant, { origin, send }: Sender): Promise<Ask> {
  const { token } = await tenant.credential({ as: admin }).getToken();
  return async (asked, { body, headers } = {}) => {
    const [method = "", ...path] = asked.split(" ");
    const response = await send(`${origin}/v1.0${path.join(" ")}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };
}

interface Sender {
  readonly origin: string;
  readonly send: (url: string, init: RequestInit) => Promise<Pick<Response, "status" | "text">>;
}

async function sender(way: Way, world: World, server: Listening | undefined): Promise<Sender> {
  if (server === undefined) {
    return { origin: clouds.public.graph, send: (url, init) => world.fetch(url, init) };
  }
  if (way === "over HTTP") return { origin: server.origin, send: fetch };
  const dispatcher = new Agent({ connect: { ca: await server.authority() } });
  const send: Sender["send"] = (url, init) => undici(url, { ...(init as object), dispatcher });
  return { origin: server.secureOrigin, send };
}

export type Opened = Awaited<ReturnType<typeof open>>;
