import {
  callContext,
  type Transport,
  TransportFailure,
  type WireRequest,
  type WireResponse,
} from "../wire/index.ts";

/** A transport and what its directory holds, made anew for each check. */
export interface ConformanceSubject extends Partial<AsyncDisposable> {
  readonly transport: Transport;
  /** Headers that authenticate, where the transport does not know who calls. Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A user whose principal name holds `#EXT#`. The directory holds two users more at the least. */
  readonly guest: { readonly id: string; readonly userPrincipalName: string };
}

/** One promise that a transport has to keep. `check` rejects where it does not. */
export interface ConformanceCheck {
  readonly title: string;
  /** Sends a few requests through a subject that nothing else has used. */
  readonly check: (subject: ConformanceSubject) => Promise<void>;
}

/**
 * What every transport owes its caller, as plain functions for any test runner.
 *
 * @example
 * ```ts
 * for (const { title, check } of transportConformance) test(title, async () => check(await open()));
 * ```
 */
export const transportConformance: readonly ConformanceCheck[] = [
  {
    title: "an answer keeps its status, its body and its headers, whose names have no case",
    async check(subject) {
      const response = await get(subject, `/users/${subject.guest.id}`);
      equal(response.status, 200, "status");
      equal(property(response.body, "id"), subject.guest.id, "id of the user read");
      present(response.headers.get("request-id"), "header request-id");
      equal(response.headers.get("Request-Id"), response.headers.get("request-id"), "header Request-Id");
      equal(response.headers.get("no-such-header"), null, "a header that is not there");
    },
  },
  {
    title: "a refusal is an answer: it resolves, with Graph's error in its body",
    async check(subject) {
      const response = await get(subject, "/users/00000000-0000-0000-0000-00000000dead");
      equal(response.status, 404, "status");
      equal(property(response.body, "error", "code"), "Request_ResourceNotFound", "error code");
    },
  },
  {
    title: "a body arrives as the JSON it is, and a success without one has none",
    async check(subject) {
      const displayName = 'Zoë "Zo" \\ 李 \u0001 😀';
      const path = `/users/${subject.guest.id}`;
      const patched = await subject.transport.send(request(subject, "PATCH", { path }, { displayName }));
      equal(patched.status, 204, "status of the PATCH");
      equal(patched.body, undefined, "its body");
      equal(property((await get(subject, path)).body, "displayName"), displayName, "what was written");
    },
  },
  {
    title: "an encoded path segment arrives as what it stands for",
    async check(subject) {
      const response = await get(subject, `/users/${encodeURIComponent(subject.guest.userPrincipalName)}`);
      equal(property(response.body, "id"), subject.guest.id, "the user behind a name with #EXT#");
    },
  },
  {
    title: "query options arrive unharmed, whatever characters they hold",
    async check(subject) {
      const upn = subject.guest.userPrincipalName;
      const found = await get(subject, "/users", {
        $filter: `userPrincipalName eq '${upn}'`,
        $select: "id,mail",
      });
      equal(listed(found).length, 1, "users found by a name with #");
      const none = await get(subject, "/users", { $filter: "displayName eq 'O''Neil & Söhne + 100% #1?'" });
      equal(none.status, 200, "status for a condition with & + % # ? and a quote");
      equal(listed(none).length, 0, "users found by it");
    },
  },
  {
    title: "a next link is followed exactly as it came in",
    async check(subject) {
      const first = await get(subject, "/users", { $top: "1", $select: "id" });
      const next = property(first.body, "@odata.nextLink");
      if (typeof next !== "string") throw new Error("the first of several pages has no @odata.nextLink");
      equal(new URL(next).origin, new URL(subject.transport.cloud.graph).origin, "origin of the next link");
      const second = await subject.transport.send(request(subject, "GET", { next }));
      equal(second.status, 200, "status of the second page");
      equal(listed(second).length, 1, "users on it");
      if (property(listed(second)[0], "id") === property(listed(first)[0], "id")) {
        throw new Error("the second page shows the first one's user");
      }
    },
  },
  {
    title: "nothing is sent to another origin than the cloud's Graph",
    async check(subject) {
      const graph = new URL(subject.transport.cloud.graph);
      const foreign = [
        "https://graph.evil.example/v1.0/users",
        `https://${graph.hostname}.evil.example/v1.0/users`,
        `${graph.protocol}//${graph.hostname}:1/v1.0/users`,
        `${graph.protocol}//user:password@${graph.host}/v1.0/users`,
        "ftp://graph.microsoft.com/v1.0/users",
        "/v1.0/users",
      ];
      for (const next of foreign) {
        const failure = await rejection(subject.transport.send(request(subject, "GET", { next })));
        if (!(failure instanceof TransportFailure)) throw new Error(`${next} was not refused`);
        equal(failure.outcome, "not-sent", `outcome for ${next}`);
      }
    },
  },
  {
    title: "a path cannot climb out of the API's version",
    async check(subject) {
      const failure = await rejection(get(subject, "/../beta/users"));
      if (!(failure instanceof TransportFailure)) throw new Error("it was not refused");
      equal(failure.outcome, "not-sent", "outcome");
    },
  },
  {
    title: "a caller who gave up before gets its own reason, and nothing is sent",
    async check(subject) {
      const reason = new Error("changed my mind");
      const path = `/users/${subject.guest.id}`;
      const patch = request(subject, "PATCH", { path }, { jobTitle: "never" }, AbortSignal.abort(reason));
      equal(await rejection(subject.transport.send(patch)), reason, "what it rejects with");
      const after = await get(subject, path);
      equal(property(after.body, "jobTitle"), null, "the property that was not written");
    },
  },
  {
    title: "a caller who gives up while it is under way gets its own reason",
    async check(subject) {
      const controller = new AbortController();
      const reason = new Error("changed my mind");
      const target = { path: `/users/${subject.guest.id}` };
      const answer = rejection(
        subject.transport.send(request(subject, "GET", target, undefined, controller.signal)),
      );
      controller.abort(reason);
      equal(await answer, reason, "what it rejects with");
    },
  },
];

function get(
  subject: ConformanceSubject,
  path: string,
  query?: Readonly<Record<string, string>>,
): Promise<WireResponse> {
  return subject.transport.send(request(subject, "GET", query ? { path, query } : { path }));
}

function request(
  subject: ConformanceSubject,
  method: WireRequest["method"],
  target: WireRequest["target"],
  body?: unknown,
  signal?: AbortSignal,
): WireRequest {
  return {
    operation: { id: "conformance", effect: method === "GET" ? "read" : "idempotent" },
    method,
    version: "v1.0",
    target,
    headers: { ...subject.headers },
    ...(body !== undefined && { body }),
    context: callContext(signal ? { signal } : {}),
  };
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (reason) {
    return reason;
  }
  throw new Error("it resolved, where it has to reject");
}

function property(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}

function listed(response: WireResponse): readonly unknown[] {
  const value = property(response.body, "value");
  if (!Array.isArray(value)) throw new Error(`a list has no array "value" (status ${response.status})`);
  return value;
}

function equal(actual: unknown, expected: unknown, what: string): void {
  if (!Object.is(actual, expected))
    throw new Error(`${what}: expected ${String(expected)}, got ${String(actual)}`);
}

function present(value: unknown, what: string): void {
  if (value === null || value === undefined || value === "") throw new Error(`${what} is missing`);
}
