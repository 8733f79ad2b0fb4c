import type { B2BClient, B2BError, GuestChanges } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, adaRead, groupId, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";

const upn = "ada_fabrikam.com#EXT#@contoso.onmicrosoft.com";

const problem = (error: B2BError) => error.problems?.map(({ path }) => path);

/** Each of these has to be refused before anything is sent, naming the field. */
const refusals: readonly [string, (b2b: B2BClient) => Promise<unknown>, string, string][] = [
  ["an id that is no GUID", (b) => b.guests.get("ada"), "guests.get", "id"],
  ["an id that is empty", (b) => b.guests.get(""), "guests.get", "id"],
  ["an id that climbs", (b) => b.guests.get("../me"), "guests.get", "id"],
  ["an id with a slash", (b) => b.guests.get("a/b@contoso.com"), "guests.get", "id"],
  ["an id with a question mark", (b) => b.guests.get("a?b@contoso.com"), "guests.get", "id"],
  ["an id with a line break", (b) => b.guests.get(`${adaId}\n`), "guests.get", "id"],
  ["an id that is a number", (b) => b.guests.get(7 as never), "guests.get", "id"],
  ["an id that is missing", (b) => b.guests.get(undefined as never), "guests.get", "id"],
  ["a selection of nothing", (b) => b.guests.get(adaId, { select: [] }), "guests.get", "select"],
  [
    "a property that nobody knows",
    (b) => b.guests.get(adaId, { select: ["id", "nam" as never] }),
    "guests.get",
    "select[1]",
  ],
  [
    "a selection that is a text",
    (b) => b.guests.get(adaId, { select: "id" as never }),
    "guests.get",
    "select",
  ],
  ["a change of nothing", (b) => b.guests.update(adaId, {}), "guests.update", "changes"],
  [
    "a change to undefined",
    (b) => b.guests.update(adaId, { jobTitle: undefined }),
    "guests.update",
    "changes",
  ],
  [
    "a change of what nobody knows",
    (b) => b.guests.update(adaId, { jobTitle: "y", title: "x" } as GuestChanges),
    "guests.update",
    "changes.title",
  ],
  [
    "a change of what cannot be changed",
    (b) => b.guests.update(adaId, { jobTitle: "y", proxyAddresses: [] } as never),
    "guests.update",
    "changes.proxyAddresses",
  ],
  [
    "a change to a number",
    (b) => b.guests.update(adaId, { jobTitle: 1 as never }),
    "guests.update",
    "changes.jobTitle",
  ],
  [
    "a name cleared that has to be there",
    (b) => b.guests.update(adaId, { displayName: null as never }),
    "guests.update",
    "changes.displayName",
  ],
  [
    "a phone that is a number",
    (b) => b.guests.update(adaId, { businessPhones: ["1", 2 as never] }),
    "guests.update",
    "changes.businessPhones[1]",
  ],
  [
    "a user type that nobody knows",
    (b) => b.guests.update(adaId, { userType: "Visitor" as never }),
    "guests.update",
    "changes.userType",
  ],
  ["a reset by name", (b) => b.guests.resetRedemption(upn, toAda), "guests.resetRedemption", "id"],
  [
    "a reset without an address",
    (b) => b.guests.resetRedemption(adaId, { inviteRedirectUrl: "https://app.contoso.com" } as never),
    "guests.resetRedemption",
    "reset.invitedUserEmailAddress",
  ],
  [
    "a reset to another user type",
    (b) => b.guests.resetRedemption(adaId, { ...toAda, invitedUserType: "Member" } as never),
    "guests.resetRedemption",
    "reset.invitedUserType",
  ],
  [
    "a reset with two copies",
    (b) =>
      b.guests.resetRedemption(adaId, {
        ...toAda,
        invitedUserMessageInfo: {
          ccRecipients: [{ emailAddress: { address: "a@b.com" } }, { emailAddress: { address: "c@d.com" } }],
        } as never,
      }),
    "guests.resetRedemption",
    "reset.invitedUserMessageInfo.ccRecipients",
  ],
  ["a deletion of nobody", (b) => b.guests.delete("nobody"), "guests.delete", "id"],
  ["a page of nothing", (b) => b.guests.list({ top: 0 }).collect(), "guests.list", "top"],
  ["a page too large", (b) => b.guests.list({ top: 1_000 }).collect(), "guests.list", "top"],
  ["half a guest a page", (b) => b.guests.list({ top: 1.5 }).collect(), "guests.list", "top"],
  ["a page as a text", (b) => b.guests.list({ top: "5" as never }).collect(), "guests.list", "top"],
  ["a filter of nothing", (b) => b.guests.list({ filter: " " }).collect(), "guests.list", "filter"],
  [
    "an order that Graph does not have",
    (b) => b.guests.list({ orderby: "mail" as never }).collect(),
    "guests.list",
    "orderby",
  ],
  [
    "a count that is a text",
    (b) => b.guests.list({ count: "yes" as never }).collect(),
    "guests.list",
    "count",
  ],
  ["an option that nobody knows", (b) => b.guests.list({ tpo: 5 } as never).collect(), "guests.list", "tpo"],
  ["a group that is no GUID", (b) => b.groups.addMember("team", adaId), "groups.addMember", "groupId"],
  ["a member by name", (b) => b.groups.addMember(groupId, upn), "groups.addMember", "memberId"],
  [
    "an app that is no GUID",
    (b) => b.apps.assign({ principalId: adaId, resourceId: "app" }),
    "apps.assign",
    "resourceId",
  ],
  [
    "a role that is no GUID",
    (b) => b.apps.assign({ principalId: adaId, resourceId: groupId, appRoleId: "Reader" }),
    "apps.assign",
    "appRoleId",
  ],
  [
    "an assignment with more to it",
    (b) => b.apps.assign({ principalId: adaId, resourceId: groupId, role: "x" } as never),
    "apps.assign",
    "role",
  ],
  ["a time of no length", (b) => b.guests.get(adaId, { timeoutMs: 0 }), "guests.get", "timeoutMs"],
  [
    "a time before now",
    (b) => b.invitations.create(toAda, { timeoutMs: -1 }),
    "invitations.create",
    "timeoutMs",
  ],
  [
    "a time that is no number",
    (b) => b.guests.get(adaId, { timeoutMs: Number.NaN }),
    "guests.get",
    "timeoutMs",
  ],
  [
    "a time that is a text",
    (b) => b.guests.get(adaId, { timeoutMs: "5000" as never }),
    "guests.get",
    "timeoutMs",
  ],
  [
    "a list's time of no length",
    (b) => b.guests.list({ timeoutMs: 0 }).collect(),
    "guests.list",
    "timeoutMs",
  ],
  ["a signal that is none", (b) => b.guests.get(adaId, { signal: "stop" as never }), "guests.get", "signal"],
  ["a wait for nobody", (b) => b.guests.waitUntil("nobody", "visible"), "guests.waitUntil", "id"],
  [
    "a wait of no length",
    (b) => b.guests.waitUntil(adaId, "visible", { timeoutMs: 0 }),
    "guests.waitUntil",
    "timeoutMs",
  ],
  [
    "a wait without confirmation",
    (b) => b.guests.waitUntil(adaId, "visible", { confirmations: 0 }),
    "guests.waitUntil",
    "confirmations",
  ],
  [
    "a wait with half a confirmation",
    (b) => b.guests.waitUntil(adaId, "visible", { confirmations: 1.5 }),
    "guests.waitUntil",
    "confirmations",
  ],
  [
    "a wait for what nobody knows",
    (b) => b.guests.waitUntil(adaId, "acepted" as never),
    "guests.waitUntil",
    "state",
  ],
  [
    "a sign-in from no organisation",
    (b) => b.signIn.predict({ homeTenantId: "fabrikam.com" }),
    "signIn.predict",
    "homeTenantId",
  ],
  [
    "a sign-in of a kind that nobody knows",
    (b) => b.signIn.predict({ homeTenantId: adaId, homeMfa: "maybe" as never }),
    "signIn.predict",
    "homeMfa",
  ],
];

describe("an input that cannot be right", () => {
  test.each(refusals)(
    "(%s) is refused by its path, and nothing is sent",
    async (_, call, operation, path) => {
      const { b2b, sent } = openClient([adaRead]);
      const error = await failureOf(call(b2b));
      expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent", attempts: 0, operation });
      expect(problem(error)).toEqual([path]);
      expect(error.message).toContain(path);
      expect(sent).toEqual([]);
    },
  );

  test("is refused when a list is iterated, not when it is made", async () => {
    const list = openClient([]).b2b.guests.list({ top: 0 });
    expect(await failureOf(list.collect())).toMatchObject({ code: "invalid-input" });
  });
});

describe("what names a user", () => {
  test.each([
    [adaId, `/users/${adaId}`],
    [adaId.toUpperCase(), `/users/${adaId.toUpperCase()}`],
    [upn, "/users/ada_fabrikam.com%23EXT%23%40contoso.onmicrosoft.com"],
    ["o'neil+x@contoso.com", "/users/o'neil%2Bx%40contoso.com"],
  ])("may be %s", async (id, path) => {
    const { b2b, sent } = openClient([adaRead]);
    await b2b.guests.get(id);
    expect(sent[0]?.target).toMatchObject({ path });
  });
});

describe("what may be put in", () => {
  test("may be undefined wherever it may be left out", async () => {
    const { b2b, sent } = openClient([adaRead]);
    await b2b.guests.get(adaId, { select: undefined, signal: undefined, timeoutMs: undefined });
    expect(sent).toHaveLength(1);
  });

  test("clears a property with null", async () => {
    const { b2b, sent } = openClient([adaRead]);
    await b2b.guests.update(adaId, { jobTitle: null, department: undefined });
    expect(sent[0]?.body).toEqual({ jobTitle: null });
  });
});
