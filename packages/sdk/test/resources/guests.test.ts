import { clouds, createB2BClient, defaultGuestProperties } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { ada, adaId, adaRead, groupId, invited, noContent, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, refusal, scriptedTransport } from "../scripted-transport.ts";

const emptyPage = answer(200, { value: [] });
const IS_GUEST = "(userType eq 'Guest' or creationType eq 'Invitation')";

describe("reading a guest", () => {
  test("asks for what tells a guest, which Graph's own default leaves out", async () => {
    const { b2b, sent } = openClient([adaRead]);
    expect(await b2b.guests.get(adaId)).toEqual(ada);
    expect(sent[0]).toMatchObject({
      method: "GET",
      version: "v1.0",
      target: { path: `/users/${adaId}`, query: { $select: defaultGuestProperties.join(",") } },
      operation: { id: "guests.get", effect: "read", references: [adaId] },
    });
    expect(sent[0]).not.toHaveProperty("body");
    expect(defaultGuestProperties).toEqual(
      expect.arrayContaining(["userType", "creationType", "externalUserState"]),
    );
  });

  test("asks for what was selected, and nothing else", async () => {
    const { b2b, sent } = openClient([answer(200, { mail: null, identities: [] })]);
    expect(await b2b.guests.get(adaId, { select: ["mail", "identities"] })).toEqual({
      mail: null,
      identities: [],
    });
    expect(sent[0]?.target).toMatchObject({ query: { $select: "mail,identities" } });
  });
});

describe("listing guests", () => {
  async function queryOf(options: Parameters<typeof sut.guests.list>[0]) {
    const { b2b, sent } = openClient([emptyPage]);
    await b2b.guests.list(options).collect();
    const [request] = sent;
    return {
      ...(request && "query" in request.target && request.target.query),
      header: request?.headers.consistencylevel,
    };
  }
  const sut = openClient([]).b2b;

  test("asks for whoever is a guest by type or was invited", async () => {
    expect(await queryOf({})).toEqual({
      $select: defaultGuestProperties.join(","),
      $filter: IS_GUEST,
      header: undefined,
    });
  });

  test("joins a condition of the caller's, whatever it binds", async () => {
    const filter = "mail eq 'a' or mail eq 'b'";
    expect(await queryOf({ filter })).toMatchObject({ $filter: `${IS_GUEST} and (${filter})` });
  });

  test("asks for pages of a size, in the same query", async () => {
    expect(await queryOf({ top: 999, select: ["id"] })).toMatchObject({ $top: "999", $select: "id" });
  });

  test.each([
    ["a count", { count: true }],
    ["an order, since there is a filter as well", { orderby: "displayName desc" }],
    ["the caller's wish", { advanced: true }],
  ] as const)("asks the index of advanced queries for %s, with both that it takes", async (_, options) => {
    expect(await queryOf(options)).toMatchObject({ header: "eventual", $count: "true" });
  });

  test.each([{}, { count: false }, { top: 5 }, { filter: "mail eq 'x'" }, { advanced: false }])(
    "asks the directory itself for %o, since the index lags more",
    async (options) => {
      const query = await queryOf(options);
      expect(query.header).toBeUndefined();
      expect(query).not.toHaveProperty("$count");
    },
  );
});

describe("changing a guest", () => {
  test("sends what was changed alone", async () => {
    const { b2b, sent } = openClient([noContent]);
    await b2b.guests.update(adaId, { jobTitle: "Countess", businessPhones: [], givenName: null });
    expect(sent[0]).toMatchObject({
      method: "PATCH",
      target: { path: `/users/${adaId}` },
      body: { jobTitle: "Countess", businessPhones: [], givenName: null },
      operation: { id: "guests.update", effect: "idempotent", references: [adaId] },
    });
  });

  test("deletes by id", async () => {
    const { b2b, sent } = openClient([noContent]);
    await b2b.guests.delete(adaId);
    expect(sent[0]).toMatchObject({ method: "DELETE", target: { path: `/users/${adaId}` } });
    expect(sent[0]).not.toHaveProperty("body");
  });
});

describe("adding a guest to a group", () => {
  test.each([...Object.values(clouds), { ...clouds.public, graph: "https://graph.microsoft.com/" }])(
    "names the guest by the address of the own cloud ($graph)",
    async (cloud) => {
      const transport = scriptedTransport([noContent], cloud);
      expect(await createB2BClient({ transport }).groups.addMember(groupId, adaId)).toBe("added");
      const [request] = transport.sent;
      expect(request).toMatchObject({ method: "POST", target: { path: `/groups/${groupId}/members/$ref` } });
      const origin = new URL(cloud.graph).origin;
      expect(request?.body).toEqual({ "@odata.id": `${origin}/v1.0/directoryObjects/${adaId}` });
    },
  );

  test("tells by meta() that the guest was there already", async () => {
    const text =
      "One or more added object references already exist for the following modified properties: 'members'.";
    const { b2b } = openClient([refusal(400, "Request_BadRequest", text)]);
    expect(await b2b.groups.addMember(groupId, adaId).meta()).toMatchObject({ status: 400, attempts: 1 });
  });

  test("that takes no guests is forbidden", async () => {
    const text = "Guests users are not allowed to join this Unified Group due to policy setting.";
    const { b2b } = openClient([refusal(403, "Authorization_RequestDenied", text)]);
    expect(await failureOf(b2b.groups.addMember(groupId, adaId))).toMatchObject({ code: "forbidden" });
  });
});

describe("assigning a guest to an application", () => {
  test("takes the role of applications that declare none, unless another is named", async () => {
    const { b2b, sent } = openClient([
      refusal(400, "x", "Permission being assigned already exists on the object"),
    ]);
    const assignment = { principalId: adaId, resourceId: groupId };
    expect(await b2b.apps.assign(assignment)).toEqual({ status: "already-assigned" });
    await b2b.apps.assign({ principalId: adaId, resourceId: groupId, appRoleId: adaId }).safe();
    const path = `/servicePrincipals/${groupId}/appRoleAssignedTo`;
    expect(sent.map(({ target }) => target)).toEqual([{ path }, { path }]);
    expect(sent.map(({ body }) => body)).toEqual([
      { principalId: adaId, resourceId: groupId, appRoleId: "00000000-0000-0000-0000-000000000000" },
      { principalId: adaId, resourceId: groupId, appRoleId: adaId },
    ]);
  });
});

describe("inviting", () => {
  test("answers with the invitation, the link to redeem and the guest's own id", async () => {
    const { b2b, sent } = openClient([invited]);
    const invitation = await b2b.invitations.create(toAda);
    expect(invitation.invitedUser).toEqual({ id: adaId });
    expect(invitation.inviteRedeemUrl).toMatch(/^https:\/\/login/);
    expect(sent[0]).toMatchObject({
      method: "POST",
      version: "v1.0",
      target: { path: "/invitations" },
      body: toAda,
    });
  });
});
