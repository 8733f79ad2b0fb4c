/** One request, as the service saw it. */
export interface Arrival {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  /** The JSON that was sent; undefined without a body. */
  readonly body: unknown;
  /** When the answer left. Undefined while the service works, and where the client went away. */
  answeredAt?: number;
}

/** What the service answers: an HTTP answer, or the connection torn down before one. */
export type Answer =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | "reset";

/** Says what to answer, at the moment when the answer leaves. `nth` counts the requests from 0. */
export type Script = (arrival: Arrival, nth: number) => Answer;

/** A service that answers as a script tells it, and keeps note of what arrives. */
export interface ScriptedService {
  readonly fetch: typeof globalThis.fetch;
  readonly arrivals: readonly Arrival[];
}

/** How long an answer takes, in milliseconds. */
export const LATENCY_MS = 20;

/** The user that every successful answer is about. */
export const USER_ID = "5d9c1c51-7b9c-4a0e-9d5a-0d8f5f5d3a11";

/** @param latencyMs - how long the nth answer takes */
export function scriptedService(
  script: Script,
  latencyMs: (nth: number) => number = () => LATENCY_MS,
): ScriptedService {
  const arrivals: Arrival[] = [];
  return {
    arrivals,
    async fetch(input, init) {
      const at = Date.now();
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const nth = arrivals.length;
      const { method, url } = request;
      const arrival: { -readonly [K in keyof Arrival]: Arrival[K] } = {
        at,
        method,
        path: new URL(url).pathname,
        body: undefined,
      };
      arrivals.push(arrival);
      const text = await request.text();
      if (text !== "") arrival.body = JSON.parse(text);
      await worked(latencyMs(nth), request.signal);
      arrival.answeredAt = Date.now();
      return responseOf(script(arrival, nth), arrival);
    },
  };
}

/** Ends early, as a real fetch does, when the caller goes away. */
function worked(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

function responseOf(answer: Answer, arrival: Arrival): Response {
  if (answer === "reset") throw connectionReset();
  const { status, headers } = answer;
  const body = status < 300 ? successOf(arrival) : errorOf(status);
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}

/** What Node's fetch throws when the other side tears the connection down. */
function connectionReset(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), {
    code: "ECONNRESET",
    errno: -104,
    syscall: "read",
  });
  return new TypeError("fetch failed", { cause });
}

const USER = {
  id: USER_ID,
  displayName: "Ada",
  mail: "ada@fabrikam.example",
  userPrincipalName: "ada_fabrikam.example#EXT#@contoso.example",
  userType: "Guest",
  creationType: "Invitation",
  externalUserState: "Accepted",
  externalUserStateChangeDateTime: "2026-01-04T08:00:00Z",
  accountEnabled: true,
  createdDateTime: "2026-01-03T08:00:00Z",
};

function successOf({ method, body }: Arrival): unknown {
  if (method === "GET") return USER;
  return {
    id: "0a6a3c5e-3f0c-4c55-8f0e-4f3d6f1f9b20",
    invitedUserDisplayName: "Ada",
    invitedUserType: "Guest",
    inviteRedeemUrl: "https://login.microsoftonline.com/redeem?rd=x",
    status: "PendingAcceptance",
    invitedUser: { id: USER_ID },
    ...(body as object),
  };
}

function errorOf(status: number): unknown {
  return {
    error: {
      code: CODES[status] ?? "UnknownError",
      message: "The service says no.",
      innerError: { date: "2026-01-05T09:00:00", "request-id": "r", "client-request-id": "c" },
    },
  };
}

const CODES: Readonly<Record<number, string>> = {
  404: "Request_ResourceNotFound",
  408: "RequestTimeout",
  429: "TooManyRequests",
  500: "InternalServerError",
  502: "BadGateway",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
};
