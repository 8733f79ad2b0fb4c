import type { B2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { absent, adaId, directoryWith } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { refusal } from "../scripted-transport.ts";

const tenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const toAda = { invitedUserEmailAddress: "ada@fabrikam.com", inviteRedirectUrl: "https://app.contoso.com" };
const question = { homeTenantId: tenantId, homeCloud: "public" } as const;
const TEAPOT = refusal(409, "Teapot", "no tea");
const DENIED = refusal(
  403,
  "Authorization_RequestDenied",
  "Insufficient privileges to complete the operation.",
);
const POLICIES = "/identity/conditionalAccess/policies";
const DEFAULT = "/policies/crossTenantAccessPolicy/default";
const PARTNER = `/policies/crossTenantAccessPolicy/partners/${tenantId}`;

const explain = (b2b: B2BClient) => b2b.crossTenantAccess.explain({ tenantId });
const predict = (b2b: B2BClient) => b2b.signIn.predict(question);

describe("an error of a method that takes several requests", () => {
  test.each<[string, string, string, (b2b: B2BClient) => Promise<unknown>]>([
    ["signIn.predict", POLICIES, "conditionalAccess.list", predict],
    ["signIn.predict", DEFAULT, "crossTenantAccess.getDefault", predict],
    ["crossTenantAccess.explain", PARTNER, "crossTenantAccess.getPartner", explain],
    [
      "delegation.canInvite",
      "/policies/authorizationPolicy",
      "invitePolicy.get",
      (b2b) => b2b.delegation.canInvite("me"),
    ],
    ["preflight.invitation", "/organization", "organization.list", (b2b) => b2b.preflight.invitation(toAda)],
    ["limits.check", POLICIES, "conditionalAccess.list", (b2b) => b2b.limits.check()],
  ])("names the method that was called, and then the request: %s, %s", async (method, path, step, call) => {
    const everything = Object.fromEntries(
      [
        "/organization",
        "/policies/authorizationPolicy",
        "/policies/b2bManagementPolicies",
        "/me",
        "/users",
      ].map((known) => [known, DENIED] as const),
    );
    const { b2b } = openClient([directoryWith({ ...everything, [path]: TEAPOT })]);
    const error = await failureOf(call(b2b));
    expect(error).toMatchObject({
      code: "conflict",
      operation: method,
      outcome: "rejected",
      status: 409,
    });
    expect(error).toMatchObject({ graphCode: "Teapot", requestId: "r-1", attempts: 1, retryable: false });
    expect(error.message).toMatch(`[conflict] ${method}: Teapot: no tea`);
    expect(error.message.endsWith(`, while reading ${step}`)).toBe(true);
    expect(error.toJSON()).toMatchObject({ operation: method, message: error.message });
  });

  test("says nothing of a request where the method itself refuses, or the account is not there", async () => {
    const { b2b } = openClient([directoryWith({ [`/users/${adaId}`]: absent(adaId) })]);
    const refused = await failureOf(b2b.signIn.predict({ ...question, appId: "x" }));
    const missing = await failureOf(b2b.signIn.predict({ ...question, guest: { id: adaId } }));
    for (const { operation, message } of [refused, missing]) {
      expect(operation).toBe("signIn.predict");
      expect(message).not.toContain("while reading");
    }
  });

  test("of a list is the list's, by the name that it is called by", async () => {
    const { b2b, sent } = openClient([TEAPOT]);
    const misspelt = b2b.crossTenantAccess.partners({ foo: 1 } as never).collect();
    expect(await failureOf(misspelt)).toMatchObject({
      ...{ code: "invalid-input", operation: "crossTenantAccess.partners" },
    });
    expect(sent).toEqual([]);
  });
});

describe("a refusal for lack of a permission", () => {
  test.each<[string, (b2b: B2BClient) => Promise<unknown>]>([
    ["Policy.Read.All", predict],
    ["Policy.Read.All", explain],
    ["Policy.Read.All", (b2b) => b2b.crossTenantAccess.getDefault()],
    ["Policy.Read.All", (b2b) => b2b.crossTenantAccess.partners().collect()],
    ["Policy.ReadWrite.CrossTenantAccess", (b2b) => b2b.crossTenantAccess.resetDefault()],
    ["User.ReadWrite.All", (b2b) => b2b.guests.delete(adaId)],
    ["GroupMember.ReadWrite.All", (b2b) => b2b.groups.addMember(tenantId, adaId)],
  ])("names %s", async (permission, call) => {
    const { b2b } = openClient([DENIED]);
    expect(await failureOf(call(b2b))).toMatchObject({
      code: "forbidden",
      remedies: [
        {
          action: "grant-permission",
          text: expect.stringContaining(`Grant the application ${permission}, with`),
        },
      ],
    });
  });

  test("of an operation that is none of the SDK's own leaves the name to Graph's page", async () => {
    const { b2b } = openClient([DENIED]);
    const nothing = () => ({ ok: true, value: undefined }) as const;
    const own = {
      ...{ id: "own.operation", input: nothing, output: () => nothing },
      describe: () => ({ method: "GET", path: "/own", effect: "read" }) as const,
    };
    const { remedies = [] } = await failureOf(b2b.call(own, undefined));
    expect(remedies.map(({ text }) => text)).toEqual([
      expect.stringContaining("the operation's Graph page names"),
    ]);
  });
});
