import { createWorld } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { asking } from "../rights/ask.ts";

/** Ada has signed in once, Grace twice, the second time without success; Mary never. */
async function open() {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  const b2b = createB2BClient({
    ...{ transport: contoso.transport({ as: contoso.app("inviter") }), clock: world.clock },
  });
  const invite = async (name: string) => {
    const mail = `${name}@fabrikam.example`;
    fabrikam.user(name, { mail });
    const made = await b2b.invitations.create({ invitedUserEmailAddress: mail, inviteRedirectUrl });
    return { id: made.invitedUser.id, link: String(made.inviteRedeemUrl) };
  };
  const [ada, grace, mary] = [await invite("ada"), await invite("grace"), await invite("mary")];
  await world.clock.sleep(60_000);
  world.redeem(ada.link);
  await world.clock.sleep(60_000);
  world.redeem(grace.link);
  await world.clock.sleep(60_000);
  contoso.conditionalAccess({
    displayName: "Nobody",
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
    grantControls: { builtInControls: ["block"] },
  });
  const again = await b2b.guests.resetRedemption(grace.id, {
    ...{ invitedUserEmailAddress: "grace@fabrikam.example", inviteRedirectUrl },
  });
  world.redeem(String(again.inviteRedeemUrl));
  const ask = asking(contoso, { as: contoso.app("auditor") });
  const list = async (query: Record<string, string>) => {
    const { status, message, body } = await ask("GET", "/users", { query });
    const { value = [] } = (body ?? {}) as { readonly value?: readonly { readonly id: string }[] };
    return { status, message, ids: value.map(({ id }) => id), value };
  };
  return { contoso, ask, list, ada: ada.id, grace: grace.id, mary: mary.id };
}

const SELECT = { $select: "id,signInActivity" };

describe("when somebody signed in last", () => {
  test("is shown where it is selected: the last time, and the last with success", async () => {
    const { list, ada, grace } = await open();
    const { value } = await list(SELECT);
    const of = (id: string) => value.find((one) => one.id === id);
    expect(of(ada)).toMatchObject({
      signInActivity: {
        lastSignInDateTime: "2026-01-01T00:01:00Z",
        lastSuccessfulSignInDateTime: "2026-01-01T00:01:00Z",
        lastNonInteractiveSignInDateTime: null,
      },
    });
    expect(of(grace)).toMatchObject({
      signInActivity: {
        lastSignInDateTime: "2026-01-01T00:03:00Z",
        lastSuccessfulSignInDateTime: "2026-01-01T00:02:00Z",
      },
    });
  });

  test("is left out of whoever never signed in, and where nobody asked", async () => {
    const { ask, list, ada, mary } = await open();
    const { value } = await list(SELECT);
    expect(value.find(({ id }) => id === mary)).toEqual({ id: mary });
    expect((await ask("GET", `/users/${ada}`)).body).not.toHaveProperty("signInActivity");
    expect((await ask("GET", `/users/${ada}`, { query: SELECT })).body).toHaveProperty("signInActivity");
  });

  test("can be filtered by, by itself alone, and finds nobody who never signed in", async () => {
    const { list, ada, grace } = await open();
    const by = (filter: string) => list({ $filter: `signInActivity/${filter}` });
    expect((await by("lastSignInDateTime le 2026-01-01T00:01:30Z")).ids).toEqual([ada]);
    expect((await by("lastSignInDateTime ge 2026-01-01T00:01:30Z")).ids).toEqual([grace]);
    expect((await by("lastSuccessfulSignInDateTime eq 2026-01-01T00:02:00Z")).ids).toEqual([grace]);
    const combined = await by("lastSignInDateTime le 2026-01-01T00:01:30Z and userType eq 'Guest'");
    expect([combined.status, combined.message]).toEqual([400, expect.stringContaining("signInActivity")]);
    expect((await by("lastSignInDateTime ne 2026-01-01T00:01:30Z")).status).toBe(400);
  });

  test("makes pages of 500 at the most", async () => {
    const { list } = await open();
    expect((await list({ ...SELECT, $top: "500" })).status).toBe(200);
    const { status, message } = await list({ ...SELECT, $top: "501" });
    expect([status, message]).toEqual([400, expect.stringContaining("between 1 and 500")]);
    expect((await list({ $select: "id", $top: "999" })).status).toBe(200);
  });

  test("takes the right to the log, which is named where it is missing", async () => {
    const { contoso, ada } = await open();
    const answered = (...permissions: readonly string[]) => {
      const ask = asking(contoso, { as: contoso.app(`reader ${permissions.length}`, { permissions }) });
      return ask("GET", `/users/${ada}`, { query: SELECT });
    };
    expect(await answered("User.Read.All")).toMatchObject({
      ...{ status: 403, code: "Authentication_MSGraphPermissionMissing" },
      message: expect.stringContaining("permission(s): AuditLog.Read.All to call this API."),
    });
    expect((await answered("User.Read.All", "AuditLog.Read.All")).status).toBe(200);
  });
});
