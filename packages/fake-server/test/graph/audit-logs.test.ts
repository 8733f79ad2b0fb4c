import { createWorld } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Answer, asking, invitation } from "../rights/ask.ts";

const AUDITS = "/auditLogs/directoryAudits";
const SIGN_INS = "/auditLogs/signIns";
const NOBODY = "00000000-0000-4000-8000-000000000000";
type Item = Record<string, unknown>;
const itemsOf = ({ body }: Answer) => (body as { value: Item[] }).value;

async function open() {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  const app = contoso.app("admin");
  const ask = asking(contoso, { as: app });
  const { body } = await ask("POST", "/invitations", invitation("Ada"));
  const { invitedUser, inviteRedeemUrl } = body as { invitedUser: { id: string }; inviteRedeemUrl: string };
  return { world, contoso, app, ask, id: invitedUser.id, inviteRedeemUrl };
}

describe("the audit log", () => {
  test("has what was done, by whom and to whom, the newest first", async () => {
    const { ask, id, world, inviteRedeemUrl, app, contoso } = await open();
    world.redeem(inviteRedeemUrl);
    const group = contoso.group("readers");
    const reference = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}` };
    await ask("POST", `/groups/${group.id}/members/$ref`, { body: reference });
    const lines = itemsOf(await ask("GET", AUDITS));
    expect(lines.map(({ activityDisplayName }) => activityDisplayName)).toEqual([
      "Add member to group",
      "Redeem external user invite",
      "Invite external user",
    ]);
    expect(lines[0]).toMatchObject({
      category: "GroupManagement",
      operationType: "Assign",
      result: "success",
      activityDateTime: expect.stringMatching(/Z$/),
      initiatedBy: {
        user: null,
        app: { appId: app.appId, displayName: "admin", servicePrincipalId: app.id },
      },
      targetResources: [
        { id, type: "User", displayName: "Ada" },
        { id: group.id, type: "Group", displayName: "readers" },
      ],
    });
    expect(lines[1]).toMatchObject({ initiatedBy: { app: null, user: { id } }, targetResources: [{ id }] });
    expect(await ask("GET", `${AUDITS}/${lines[2]?.id}`)).toMatchObject({
      status: 200,
      body: { loggedByService: "Invited Users", targetResources: [{ id, type: "User" }] },
    });
    expect((await ask("GET", `${AUDITS}/${NOBODY}`)).status).toBe(404);
  });

  test("names who was invited by the address, and a policy as what was changed", async () => {
    const { ask, id } = await open();
    const body = { allowInvitesFrom: "none" };
    await ask("PATCH", "/policies/authorizationPolicy", { body });
    await ask("DELETE", `/users/${id}`);
    const [, policy, invited] = itemsOf(await ask("GET", AUDITS));
    expect(policy).toMatchObject({ targetResources: [{ type: "Policy" }], additionalDetails: [] });
    expect(invited).toMatchObject({
      targetResources: [{ id, type: "User", displayName: "Ada" }],
      additionalDetails: [{ key: "invitedUserEmailAddress", value: "Ada@fabrikam.example" }],
    });
  });

  test("has nothing of what was refused, and nothing of what was there all along", async () => {
    const { ask, contoso } = await open();
    contoso.user("mia");
    await ask("POST", "/invitations", { body: {} });
    await ask("DELETE", `/users/${NOBODY}`);
    expect(itemsOf(await ask("GET", AUDITS))).toHaveLength(1);
  });

  test("is filtered, ordered and read page by page", async () => {
    const { ask, id, app } = await open();
    for (const city of ["Bern", "Thun"]) await ask("PATCH", `/users/${id}`, { body: { city } });
    const find = async ($filter: string) => itemsOf(await ask("GET", AUDITS, { query: { $filter } }));
    expect(await find("category eq 'UserManagement'")).toHaveLength(3);
    expect(await find("startsWith(activityDisplayName,'Update')")).toHaveLength(2);
    expect(await find("activityDateTime ge 2030-01-01T00:00:00Z")).toEqual([]);
    expect(await find(`targetResources/any(t:t/id eq '${id}')`)).toHaveLength(3);
    expect(await find("targetResources/any(t:startsWith(t/displayName,'ad'))")).toHaveLength(3);
    expect(await find(`initiatedBy/app/appId eq '${app.appId}'`)).toHaveLength(3);
    expect(await find("initiatedBy/user/userPrincipalName eq 'nobody'")).toEqual([]);
    expect(await find("result eq 'success'")).toHaveLength(3);
    expect(await find("result eq microsoft.graph.operationResult'failure'")).toEqual([]);
    const query = { $top: "2", $orderby: "activityDateTime" };
    const first = await ask("GET", AUDITS, { query });
    expect(itemsOf(first)).toHaveLength(2);
    const next = new URL((first.body as Item)["@odata.nextLink"] as string);
    const rest = await ask("GET", AUDITS, { query: Object.fromEntries(next.searchParams) });
    expect(itemsOf(rest)).toHaveLength(1);
    expect(rest.body).not.toHaveProperty("@odata.nextLink");
  });

  test.each([
    "category ne 'x'",
    "colour eq 'x'",
    "contains(category,'x')",
    "category eq",
    "resultReason eq ''",
    "result eq microsoft.graph.riskState'none'",
  ])("is not filtered by %s", async ($filter) => {
    const { ask } = await open();
    expect((await ask("GET", AUDITS, { query: { $filter } })).status).toBe(400);
  });
});

describe("the sign-in log", () => {
  test("has the guests who were let in, by their address at home", async () => {
    const { ask, id, world, inviteRedeemUrl } = await open();
    expect(itemsOf(await ask("GET", SIGN_INS))).toEqual([]);
    world.redeem(inviteRedeemUrl);
    const [line] = itemsOf(await ask("GET", SIGN_INS));
    expect(line).toMatchObject({
      ...{ userId: id, userDisplayName: "Ada", userPrincipalName: "ada@fabrikam.example" },
      ...{ appDisplayName: "Microsoft Invitation Acceptance Portal", clientAppUsed: "Browser" },
      ...{ conditionalAccessStatus: "notApplied", isInteractive: true, riskState: "none", ipAddress: null },
      status: { errorCode: 0 },
      appliedConditionalAccessPolicies: [],
    });
    expect(line).not.toHaveProperty("homeTenantId");
    const one = await ask("GET", `${SIGN_INS}/${line?.id}`, { version: "beta" });
    expect(one.body).toMatchObject({
      "@odata.context": expect.stringMatching(/beta\/\$metadata#auditLogs\/signIns\/\$entity$/),
      ...{ id: line?.id, crossTenantAccessType: "b2bCollaboration", userType: "guest" },
    });
    const find = async ($filter: string) => itemsOf(await ask("GET", SIGN_INS, { query: { $filter } }));
    expect(await find("userPrincipalName eq 'ada@fabrikam.example'")).toHaveLength(1);
    expect(await find("startsWith(userPrincipalName,'ada_fabrikam')")).toEqual([]);
    expect(await find("status/errorCode eq 0 and riskState eq microsoft.graph.riskState'none'")).toHaveLength(
      1,
    );
    expect(await find("status/errorCode eq 50053")).toEqual([]);
    expect((await ask("GET", `${SIGN_INS}/${id}`)).status).toBe(404);
  });
});

describe("both logs", () => {
  test("are read with the permission, and by whom a role lets", async () => {
    const { contoso } = await open();
    const reads = async (as: Parameters<typeof asking>[1]["as"]) => {
      const ask = asking(contoso, { as });
      return [(await ask("GET", AUDITS)).status, (await ask("GET", SIGN_INS)).status];
    };
    const app = (...permissions: string[]) => contoso.app(permissions.join(), { permissions });
    expect(await reads(app("Directory.Read.All"))).toEqual([403, 403]);
    expect(await reads(app("AuditLog.Read.All"))).toEqual([403, 200]);
    expect(await reads(app("AuditLog.Read.All", "Directory.Read.All"))).toEqual([200, 200]);
    expect(await reads(contoso.user("mia"))).toEqual([403, 403]);
    expect(await reads(contoso.user("noa", { roles: ["Global Reader"] }))).toEqual([200, 200]);
  });
});
