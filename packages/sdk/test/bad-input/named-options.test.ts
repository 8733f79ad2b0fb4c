import {
  B2BError,
  clouds,
  createB2BClient,
  deleteGuest,
  type Middleware,
  type Transport,
} from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { openClient } from "../open-client.ts";
import { answer } from "../scripted-transport.ts";

const GUEST = { invitedUserEmailAddress: "ada@fabrikam.com", inviteRedirectUrl: "https://app.contoso.com" };
const ID = "8a3e1c2d-0000-4000-8000-000000000001";

describe("a wrong option is told in the name of what was called, with what there is", () => {
  test("beside a remedy for a cloud's boundary", async () => {
    const { b2b, sent } = openClient([]);
    const options = { onBoundary: () => undefined, timeout: 5 };
    const error = await failureOf(b2b.invitations.create(GUEST, options));
    expect(error.message).toBe(
      "[invalid-input] invitations.create: timeout is not a known option; there are `signal`, `timeoutMs`, `onBoundary`, `member`. Nothing was sent.",
    );
    expect(sent).toEqual([]);
  });

  test("where the remedy itself is misspelt", async () => {
    const { b2b } = openClient([]);
    const error = await failureOf(b2b.invitations.create(GUEST, { onBoundry: "create-member" } as never));
    expect(error.message).toMatch(
      /^\[invalid-input\] invitations\.create: onBoundry .*`onBoundary`, `member`/,
    );
  });

  test("of a question about who may invite", async () => {
    const { b2b, sent } = openClient([]);
    const error = await failureOf(b2b.delegation.canInvite("me", { permission: [] } as never));
    expect(error.message).toMatch(/^\[invalid-input\] delegation\.canInvite: permission .*`permissions`\./);
    expect(sent).toEqual([]);
  });

  test.each<
    [string, (b2b: ReturnType<typeof openClient>["b2b"], options: never) => Promise<unknown>, string]
  >([
    ["guests.get", (b2b, options) => b2b.guests.get(ID, options), "`select`"],
    ["guests.list", (b2b, options) => b2b.guests.list(options).collect(), "`orderby`"],
    ["preflight.invitation", (b2b, options) => b2b.preflight.invitation(GUEST, options), "`homeLetsOut`"],
    ["limits.check", (b2b, options) => b2b.limits.check({}, options), "`timeoutMs`"],
    ["signIn.predict", (b2b, options) => b2b.signIn.predict({ homeTenantId: null }, options), "`timeoutMs`"],
    ["crossTenantAccess.explain", (b2b, o) => b2b.crossTenantAccess.explain({ tenantId: ID }, o), "`signal`"],
    ["beta.domainPolicy.clear", (b2b, options) => b2b.beta.domainPolicy.clear(options), "`timeoutMs`"],
    ["boundary.check", (b2b, options) => b2b.boundary.check("fabrikam.com", options), "`signal`"],
    ["delegation.revokeGuestInviter", (b2b, o) => b2b.delegation.revokeGuestInviter(ID, o), "`timeoutMs`"],
  ])("of %s", async (operation, call, known) => {
    const { b2b, sent } = openClient([]);
    const error = await failureOf(call(b2b, { timeout: 5 } as never));
    expect(error).toMatchObject({ code: "invalid-input", operation });
    expect(error.message).toContain("timeout is not a known option; there are ");
    expect(error.message).toContain(known);
    expect(sent).toEqual([]);
  });

  test("a misspelt property of an input is told with those that there are", async () => {
    const { b2b } = openClient([]);
    const error = await failureOf(b2b.guests.update(ID, { displayname: "Ada" } as never));
    expect(error.message).toContain(
      "changes.displayname is not known here; there are `displayName`, `givenName`",
    );
  });
});

describe("what does not list", () => {
  test("is not carried out to be listed", async () => {
    const { b2b, sent } = openClient([]);
    const error = await failureOf(b2b.list(deleteGuest as never, { id: ID }).collect());
    expect(error.message).toMatch(/^\[invalid-input\] guests\.delete: operation must be one that lists/);
    expect(sent).toEqual([]);
  });
});

describe("a layer of one's own that forgets to return", () => {
  const silent: Transport = { cloud: clouds.public, send: async () => ({}) as never };
  const forgetsSend = (() => undefined) as never as Middleware;
  const forgetsResponse = ((next: (request: unknown) => unknown) => (request: unknown) => {
    void next(request);
  }) as never as Middleware;
  const passes: Middleware = (next) => next;

  test.each(["use", "useAttempt"] as const)("its function is told by its place in %s", (where) => {
    const open = () => openClient([], { [where]: [passes, forgetsSend] });
    expect(open).toThrow(
      `[invalid-input] createB2BClient: ${where}[1] must return a function (request) => response; it may have forgotten a \`return\`. Nothing was sent.`,
    );
  });

  test.each(["use", "useAttempt"] as const)("its response is told by its place in %s", async (where) => {
    const { b2b } = openClient([answer(204)], { [where]: [passes, forgetsResponse] });
    const error = await failureOf(b2b.guests.delete(ID));
    expect(error).toMatchObject({ code: "unexpected-response", operation: "guests.delete" });
    expect(error.message).toContain(`${where}[1] must give a response`);
    expect(error.message).toContain("forgotten a `return`");
  });

  test("what a transport gives is looked at, too, and a write is not said to be undone", async () => {
    const b2b = createB2BClient({ transport: silent });
    const error = await failureOf(b2b.guests.delete(ID));
    expect(error).toMatchObject({ code: "unexpected-response", outcome: "unknown" });
    expect(error.message).toContain("transport.send must give a response, with `status` and `headers`");
  });

  test("a policy that is made, and not returned, is told by its name", () => {
    const boundary = {
      resolver: { resolve: async () => ({ kind: "unknown" as const }) },
      policy: forgetsSend,
    };
    const open = () => createB2BClient({ transport: silent, boundary: boundary as never });
    expect(open).toThrow(B2BError);
    expect(open).toThrow("boundary.policy must return a policy, with `evaluate`");
  });
});
