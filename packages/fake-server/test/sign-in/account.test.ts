import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { MFA, open, policy } from "./scene.ts";

const forKind = (guestOrExternalUserTypes: string) =>
  policy(MFA, { users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes } } } as never);

describe("the account of a guest who is there", () => {
  test.each(["Guest", "Member"] as const)(
    "is read: what goes for a %s is foreseen and met",
    async (userType) => {
      const members = forKind("b2bCollaborationMember");
      const scene = open({ contoso: () => [members] });
      const ask = createB2BClient({
        transport: scene.contoso.transport({ as: scene.contoso.app("admin") }),
        clock: scene.world.clock,
      });
      await ask.call(
        {
          id: "users.update",
          input: () => ({ ok: true, value: undefined }),
          describe: () => ({
            method: "PATCH",
            path: `/users/${scene.guestId}`,
            body: { userType },
            effect: "idempotent",
          }),
          output: () => () => ({ ok: true, value: undefined }),
        },
        undefined,
      );
      const { outcome } = await scene.predict({ homeMfa: "not-required" });
      expect(outcome).toBe(userType === "Member" ? "mfa-once" : "no-mfa");
      expect(scene.signIn().at).toHaveLength(outcome === "mfa-once" ? 1 : 0);
    },
  );

  test("that is blocked from signing in is foreseen as blocked, whatever policies say", async () => {
    const scene = open({ contoso: () => [policy(MFA)] });
    const transport = scene.contoso.transport({ as: scene.contoso.app("admin") });
    const admin = createB2BClient({ transport, clock: scene.world.clock });
    await admin.guests.update(scene.guestId, { accountEnabled: false });
    expect(await scene.predict()).toEqual({
      ...{ outcome: "blocked", isAccountBlocked: true, challenges: [], missing: [] },
    });
    expect(scene.signIn().blocked).toBe("account-disabled");
  });

  test("that is deleted, or that never was, ends in not-found, in the name of the forecast", async () => {
    const scene = open({ contoso: () => [policy(MFA)] });
    const nobody = await failureOf(scene.predict({ guest: { id: "00000000-0000-4000-8000-00000000dead" } }));
    const transport = scene.contoso.transport({ as: scene.contoso.app("admin") });
    await createB2BClient({ transport, clock: scene.world.clock }).guests.delete(scene.guestId);
    const deleted = await failureOf(scene.predict());
    for (const error of [nobody, deleted]) {
      expect(error).toMatchObject({ code: "not-found", operation: "signIn.predict" });
    }
  });

  test("that may not be read leaves open what turns on it, and names the permission", async () => {
    const scene = open({ contoso: () => [forKind("b2bCollaborationMember")] });
    const { contoso, world, fabrikam, guestId } = scene;
    const as = contoso.app("reader", { permissions: ["Policy.Read.All"] });
    const b2b = createB2BClient({ transport: contoso.transport({ as }), clock: world.clock });
    const home = { homeTenantId: fabrikam.id, homeCloud: "public", homeMfa: "not-required" } as const;
    const question = { ...home, guest: { id: guestId } };
    const { outcome, missing } = await b2b.signIn.predict(question);
    expect(outcome).toBe("unknown");
    expect(missing).toEqual([expect.stringContaining("User.Read.All")]);
    const told = { ...question, guest: { id: guestId, userType: "Member" } } as const;
    expect((await b2b.signIn.predict(told)).outcome).toBe("mfa-once");
  });

  test("in no organisation is told by null, and by the tenant id of personal accounts alike", async () => {
    const { predict } = open({ contoso: () => [policy(MFA)] });
    const of = (homeTenantId: string | null) => predict({ homeTenantId, homeMfa: "required" });
    expect(await of("9188040D-6c67-4c5b-b112-36a304b66dad")).toEqual(await of(null));
  });
});

describe("a circumstance that is misspelt", () => {
  test.each([
    ["clientAppType", "brwser"],
    ["platform", "beos"],
    ["signInRisk", "hgih"],
    ["userRisk", "?"],
    ["appId", "the portal"],
  ])("is refused before anything is sent, in a forecast and in a preflight: %s", async (name, value) => {
    const { contoso, world, predict } = open({});
    const b2b = createB2BClient({
      transport: contoso.transport({ as: contoso.app("inviter") }),
      clock: world.clock,
    });
    const input = { invitedUserEmailAddress: "a@b.example", inviteRedirectUrl: "https://app.example" };
    const signIn = { [name]: value };
    const errors = [
      await failureOf(predict(signIn)),
      await failureOf(b2b.preflight.invitation(input, { signIn } as never)),
    ];
    for (const error of errors) expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent" });
    expect(errors.map(({ problems = [] }) => problems.map(({ path }) => path).join())).toEqual([
      ...[name, `signIn.${name}`],
    ]);
    expect(contoso.faults.requests).toBe(0);
  });

  test("is none where only the case differs", async () => {
    const { predict } = open({
      contoso: () => [policy(MFA, { platforms: { includePlatforms: ["macOS"] } })],
    });
    expect((await predict({ homeMfa: "not-required", platform: "MACOS" as never })).outcome).toBe("mfa-once");
  });
});
