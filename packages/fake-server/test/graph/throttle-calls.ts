import {
  createWorld,
  type FakeApp,
  type FakeUser,
  type Tenant,
  type ThrottlePolicy,
  type WorldOptions,
} from "@vestibule/fake-server";
import { callContext, type Method, type Query, type WireResponse } from "@vestibule/sdk/wire";
import { inviteRedirectUrl } from "../open-client.ts";

export type Caller = FakeApp | FakeUser;

interface Call {
  readonly method?: Method;
  readonly query?: Query;
  readonly body?: unknown;
}

/** Asks a tenant without a client in between. */
export function callsOf(tenant: Tenant, caller: Caller) {
  const transport = tenant.transport({ as: caller });
  const send = (path: string, { method = "GET", query = {}, body }: Call = {}): Promise<WireResponse> =>
    transport.send({
      operation: { id: "test", effect: method === "GET" ? "read" : "idempotent" },
      method,
      version: "v1.0",
      target: { path, query },
      headers: {},
      ...(body !== undefined && { body }),
      context: callContext(),
    });
  const invite = (name: string) => {
    const body = { invitedUserEmailAddress: `${name}@fabrikam.example`, inviteRedirectUrl };
    return send("/invitations", { method: "POST", body });
  };
  return { send, invite };
}

/** A tenant under a policy, and an application that asks things of it. */
export function openThrottled(policy: ThrottlePolicy, options: WorldOptions = {}) {
  const world = createWorld(options);
  const contoso = world.cloud("public").tenant("contoso");
  contoso.throttle(policy);
  return { world, contoso, ...callsOf(contoso, contoso.app("inviter")) };
}

/** The answers to `count` calls that are made at once. */
export function atOnce(
  count: number,
  call: (n: number) => Promise<WireResponse>,
): Promise<readonly WireResponse[]> {
  return Promise.all(Array.from({ length: count }, (_, n) => call(n)));
}

/** How many calls were let in. */
export function letIn(answers: readonly WireResponse[]): number {
  return answers.filter(({ status }) => status !== 429).length;
}

/** The wait that an answer asks for, in milliseconds. */
export function waitOf({ headers }: WireResponse): number {
  const text = headers.get("retry-after");
  if (text === null) throw new Error("the answer does not say how long to wait");
  return Number(text) * 1000;
}
