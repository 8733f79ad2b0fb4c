import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { absent, adaAccount, adaId, directoryWith, groupId } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer, pathOf, refusal, type Step } from "../scripted-transport.ts";

const homeTenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const guestInviter = "95e79109-95c0-4d8e-aee3-d01accf2d47b";
const MEMBERSHIPS = `/users/${adaId}/transitiveMemberOf`;

const asking = (users: object) => ({
  id: "p-1",
  displayName: "Some do MFA",
  state: "enabled",
  conditions: {
    users: { includeUsers: [], ...users },
    applications: { includeApplications: ["All"] },
    clientAppTypes: ["all"],
  },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
});

const ada = adaAccount;
const group = { "@odata.type": "#microsoft.graph.group", id: groupId };
const role = (roleTemplateId: string | null) => ({
  ...{ "@odata.type": "#microsoft.graph.directoryRole", id: "role-1", roleTemplateId },
});
const has = (...value: readonly object[]) => answer(200, { value });

/** What a directory with one policy answers, in which Ada has these memberships. */
const answering = (users: object, memberships: Step, account: object) =>
  directoryWith({
    "/identity/conditionalAccess/policies": answer(200, { value: [asking(users)] }),
    [`/users/${adaId}`]: answer(200, account),
    [MEMBERSHIPS]: memberships,
  });

function open(users: object, memberships: Step = has(), account: object = ada) {
  return openClient([answering(users, memberships, account)]);
}

const question = {
  homeTenantId,
  homeCloud: "public",
  homeMfa: "not-required",
  guest: { id: adaId },
} as const;
const GROUPS = "which groups the guest is in";
const ROLES = "which roles the guest has";

describe("predicting the sign-in of a guest who is there", () => {
  test.each([
    ["an account that is enabled may sign in", true, "mfa-once"],
    ["an account of which Graph does not say whether it is enabled may sign in", null, "mfa-once"],
    ["an account that is blocked may not", false, "blocked"],
  ])("says that %s", async (_, accountEnabled, outcome) => {
    const { b2b } = open({ includeUsers: ["All"] }, has(), { ...ada, accountEnabled });
    expect(await b2b.signIn.predict(question)).toMatchObject({ outcome });
  });

  test.each([
    ["a group that the guest is in", { includeGroups: [groupId] }, "mfa-once"],
    ["a group that the guest is not in", { includeGroups: [homeTenantId] }, "no-mfa"],
    ["a role that the guest has", { includeRoles: [guestInviter.toUpperCase()] }, "mfa-once"],
    ["a role that the guest has not", { includeRoles: [homeTenantId] }, "no-mfa"],
    ["everybody but a group", { includeUsers: ["All"], excludeGroups: [groupId] }, "no-mfa"],
    ["everybody but a role", { includeUsers: ["All"], excludeRoles: [guestInviter] }, "no-mfa"],
    ["everybody but other groups", { includeUsers: ["All"], excludeGroups: [homeTenantId] }, "mfa-once"],
  ])("reads groups and roles where a policy is for %s", async (_, users, outcome) => {
    const { b2b, sent } = open(users, has(group, role(guestInviter)));
    expect(await b2b.signIn.predict(question)).toMatchObject({ outcome, missing: [] });
    expect(sent.map(pathOf).filter((path) => path === MEMBERSHIPS)).toHaveLength(1);
  });

  test.each([
    ["no policy names any", { includeUsers: ["All"] }, question],
    ["a policy is for everybody anyway", { includeUsers: ["All"], includeGroups: [groupId] }, question],
    [
      "the question has the groups",
      { includeGroups: [groupId] },
      { ...question, guest: { id: adaId, groupIds: [groupId] } },
    ],
  ])("reads neither where %s", async (_, users, asked) => {
    const { b2b, sent } = open(users, has());
    expect(await b2b.signIn.predict(asked)).toMatchObject({ outcome: "mfa-once" });
    expect(sent.map(pathOf)).not.toContain(MEMBERSHIPS);
  });

  test("goes by what the question says of groups, and reads the roles that it leaves out", async () => {
    const users = { includeGroups: [groupId], includeRoles: [guestInviter] };
    const { b2b } = open(users, has(group));
    const asked = { ...question, guest: { id: adaId, groupIds: [] } };
    expect(await b2b.signIn.predict(asked)).toMatchObject({ outcome: "no-mfa" });
  });

  test("knows nothing of the groups of a guest who has yet to be invited, and asks nobody", async () => {
    const { b2b, sent } = open({ includeGroups: [groupId] }, has(group));
    const { guest: _, ...asked } = question;
    expect(await b2b.signIn.predict(asked)).toMatchObject({ outcome: "unknown", missing: [GROUPS] });
    expect(sent.map(pathOf)).not.toContain(MEMBERSHIPS);
  });

  test("is unknown where the caller may not read them, and says what that takes", async () => {
    const { b2b } = open({ includeGroups: [groupId] }, refusal(403, "Authorization_RequestDenied"));
    expect(await b2b.signIn.predict(question)).toMatchObject({
      outcome: "unknown",
      missing: [`${GROUPS}; reading that needs User.Read.All`],
    });
  });

  test("is unknown where the caller may not see which roles they are, and knows the groups all the same", async () => {
    const hidden = has(group, role(null));
    const byRole = open({ includeRoles: [guestInviter] }, hidden);
    expect(await byRole.b2b.signIn.predict(question)).toMatchObject({
      outcome: "unknown",
      missing: [`${ROLES}; reading that needs RoleManagement.Read.Directory`],
    });
    const byGroup = open({ includeGroups: [groupId] }, hidden);
    expect(await byGroup.b2b.signIn.predict(question)).toMatchObject({ outcome: "mfa-once" });
  });

  test("ends with not-found where the guest is not there, and with any other trouble", async () => {
    const gone = open({ includeGroups: [groupId] }, absent(adaId));
    expect(await failureOf(gone.b2b.signIn.predict(question))).toMatchObject({ code: "not-found" });
    const broken = open({ includeGroups: [groupId] }, refusal(400, "Request_BadRequest"));
    expect(await failureOf(broken.b2b.signIn.predict(question))).toMatchObject({ code: "rejected-input" });
  });

  test("is over when the time for all of it is: what the settings took is not there for the groups", async () => {
    const answers = answering({ includeGroups: [groupId] }, has(group), ada);
    const { b2b, clock, sent } = openClient([
      async (request) => {
        await clock.sleep(800);
        return answers(request);
      },
    ]);
    const from = clock.now();
    const failure = await failureOf(b2b.signIn.predict(question, { timeoutMs: 2_000 }));
    expect([failure.code, clock.now() - from]).toEqual(["timeout", 2_000]);
    expect(sent.map(pathOf).at(-1)).toBe(MEMBERSHIPS);
  });
});
