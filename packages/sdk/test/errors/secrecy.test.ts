import { inspect } from "node:util";
import { type B2BClientOptions, type B2BError, clouds, createB2BClient, staticHomes } from "@vestibule/sdk";
import { graphTransport } from "@vestibule/sdk/graph";
import { VirtualClock } from "@vestibule/sdk/testing";
import ky, { HTTPError } from "ky";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, invitationOfAda } from "../graph-answers.ts";
import { seededRandom } from "../seeded-random.ts";

const TOKEN = "eyJ0b2tlbi1oZWFkZXIifQ.eyJzZWNyZXQtcGF5bG9hZCJ9.c2VjcmV0LXNpZw";
const TICKET = "VFlDS0VULVNFQ1JFVA";
const REDEEM = `https://login.microsoftonline.com/redeem?rd=https%3a%2f%2finvitations.microsoft.com%2fredeem%2f%3fticket%3d${TICKET}`;
const ADDRESS = "secret.person@hidden-company.example";
const SECRETS = [TOKEN, "eyJzZWNyZXQ", TICKET, ADDRESS, "secret.person", "hidden-company", "Secret Name"];

const input = {
  invitedUserEmailAddress: ADDRESS,
  inviteRedirectUrl: "https://app.contoso.com",
  invitedUserDisplayName: "Secret Name",
};

interface Opened {
  readonly fetch?: typeof globalThis.fetch;
  readonly ky?: typeof ky;
  readonly options?: Partial<B2BClientOptions>;
}

function open({ fetch, ky: own, options }: Opened) {
  const transport = graphTransport({
    cloud: clouds.public,
    ...(fetch && { fetch }),
    ...(own && { ky: own }),
  });
  const clock = new VirtualClock();
  return createB2BClient({ transport, credential: () => TOKEN, clock, random: seededRandom(1), ...options });
}

function json(status: number, body: unknown): typeof globalThis.fetch {
  return async () => Response.json(body, { status });
}

function failing(error: unknown): typeof globalThis.fetch {
  return async () => {
    throw error;
  };
}

const echoed = `The token Bearer ${TOKEN} and the user ${ADDRESS} do not fit; see ${REDEEM}`;
const fetchFailed = new TypeError("fetch failed", {
  cause: Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", syscall: "connect" }),
});
const throwingHook = ky.create({
  hooks: {
    afterResponse: [
      ({ request, options, response }) => {
        throw new HTTPError(response, request, options);
      },
    ],
  },
});

const failures: readonly [string, Opened][] = [
  [
    "a refusal that echoes everything",
    { fetch: json(400, { error: { code: "BadRequest", message: echoed } }) },
  ],
  [
    "a refusal as an older service words it",
    { fetch: json(400, { error: { code: "x", message: { value: echoed } } }) },
  ],
  ["a gateway's page that echoes everything", { fetch: async () => new Response(echoed, { status: 502 }) }],
  [
    "an answer of the wrong shape",
    { fetch: json(201, { ...invitationOfAda, id: REDEEM, invitedUser: ADDRESS }) },
  ],
  ["an answer that is text", { fetch: async () => new Response(REDEEM, { status: 201 }) }],
  ["a connection refused", { fetch: failing(fetchFailed) }],
  ["a connection that broke", { fetch: failing(new TypeError("terminated")) }],
  ["ky's own error of a hook, which holds the request", { fetch: json(418, {}), ky: throwingHook }],
  [
    "a throttled call that gave up",
    { fetch: json(429, { error: { code: "TooManyRequests", message: echoed } }) },
  ],
  [
    "a guest out of reach",
    { options: { boundary: { resolver: staticHomes({ "hidden-company.example": "china" }) } } },
  ],
  [
    "a token that no header can hold",
    { fetch: json(201, invitationOfAda), options: { credential: () => `${TOKEN}\nx` } },
  ],
];

/** Everything that a log may make of an error. */
function spoken(error: B2BError): string {
  const depth = Number.POSITIVE_INFINITY;
  return [
    error.message,
    error.stack,
    JSON.stringify(error),
    inspect(error, { depth, showHidden: true }),
  ].join("\n");
}

describe("no secret is in an error", () => {
  test.each(failures)("for %s", async (_, opened) => {
    const error = await failureOf(open(opened).invitations.create(input));
    const text = spoken(error);
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });

  test("for a member account, of which the service quotes the password", async () => {
    const password = "Secret-Horse-7";
    const message = `The password ${password} of ${ADDRESS} was used before.`;
    const fetch = json(400, { error: { code: "Request_BadRequest", message } });
    const member = { displayName: "Secret Name", userPrincipalName: ADDRESS, passwordProfile: { password } };
    const error = await failureOf(open({ fetch }).members.create(member));
    expect(error.message).toContain("<password>");
    for (const secret of [...SECRETS, password]) expect(spoken(error)).not.toContain(secret);
  });

  test("for a password that is quoted within a JSON text or a link, or stands for a code", async () => {
    const password = 'Secret "Horse" 7';
    const message = `Rejected: {"password":${JSON.stringify(password)}}, see ?p=${encodeURIComponent(password)}`;
    const fetch = json(400, { error: { code: password, message } });
    const member = { displayName: "Secret Name", userPrincipalName: ADDRESS, passwordProfile: { password } };
    const error = await failureOf(open({ fetch }).members.create(member));
    for (const part of [password, "Horse"]) expect(spoken(error)).not.toContain(part);
  });

  test("for an abort while the request is under way", async () => {
    const controller = new AbortController();
    const fetch: typeof globalThis.fetch = (request) =>
      new Promise((_, reject) => {
        (request as Request).signal.addEventListener("abort", () =>
          reject((request as Request).signal.reason),
        );
        controller.abort();
      });
    const error = await failureOf(open({ fetch }).invitations.create(input, { signal: controller.signal }));
    expect(error.code).toBe("aborted");
    for (const secret of SECRETS) expect(spoken(error)).not.toContain(secret);
  });

  test("for an input that cannot be right", async () => {
    const wrong = { ...input, invitedUserEmailAddress: `+${ADDRESS}`, inviteRedirectUrl: ADDRESS };
    const error = await failureOf(open({}).invitations.create(wrong));
    expect(error.code).toBe("invalid-input");
    for (const secret of SECRETS) expect(spoken(error)).not.toContain(secret);
  });

  test("for a page with guests of the wrong shape", async () => {
    const page = { value: [{ id: adaId, mail: ADDRESS, displayName: 1 }], "@odata.nextLink": REDEEM };
    const error = await failureOf(
      open({ fetch: json(200, page) })
        .guests.list({ select: ["mail"] })
        .collect(),
    );
    expect(error.code).toBe("unexpected-response");
    for (const secret of SECRETS) expect(spoken(error)).not.toContain(secret);
  });

  test("for a next link that leads away", async () => {
    const page = { value: [], "@odata.nextLink": REDEEM };
    const error = await failureOf(
      open({ fetch: json(200, page) })
        .guests.list()
        .collect(),
    );
    expect(error.code).toBe("unexpected-response");
    for (const secret of SECRETS) expect(spoken(error)).not.toContain(secret);
  });

  test("in what the SDK itself says of a credential that fails", async () => {
    const cause = new Error(`refused ${TOKEN}`);
    const credential = () => Promise.reject(cause);
    const error = await failureOf(open({ options: { credential } }).invitations.create(input));
    expect(error.code).toBe("unauthenticated");
    expect(`${error.message}${JSON.stringify(error)}`).not.toContain(TOKEN);
    expect(error.cause).toBe(cause);
  });
});
