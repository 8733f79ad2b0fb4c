import { createWorld } from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";
import { clouds } from "@vestibule/sdk";

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

export const WAYS = ["in this process", "over HTTP"] as const;
export type Way = (typeof WAYS)[number];

/** A world of its own for one example: nothing is there but a Global Administrator, who asks. */
export async function open(way: Way) {
  const world = createWorld({ seed: 11 });
  const tenant = world.cloud("public").tenant("contoso");
  const admin = tenant.user("admin", {
    ...{ givenName: "Ada", surname: "Admin", jobTitle: "Administrator", preferredLanguage: "en" },
    ...{ officeLocation: "1", mobilePhone: "+1 425 555 0100", businessPhones: ["+1 425 555 0101"] },
    roles: ["Global Administrator"],
  });
  const { token } = await tenant.credential({ as: admin }).getToken();
  const server = way === "over HTTP" ? await listen(world) : undefined;
  const send = server === undefined ? (request: Request) => world.fetch(request) : fetch;
  const origin = server?.origin ?? clouds.public.graph;
  const ask: Ask = async (asked, { body, headers } = {}) => {
    const [method = "", ...path] = asked.split(" ");
    const request = new Request(`${origin}/v1.0${path.join(" ")}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await send(request);
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };
  const close = async () => server?.close();
  return { world, tenant, admin, ask, [Symbol.asyncDispose]: close };
}

export type Opened = Awaited<ReturnType<typeof open>>;
