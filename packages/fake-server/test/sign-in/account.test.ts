import { createB2BClient, type SignInQuestion } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { MFA, open, type Policy, policy } from "./scene.ts";

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

  describe("that may not be read", () => {
    /** Ada of Fabrikam, and whom else Contoso knows, as an application sees them that may read policies alone. */
    function unread(policies: readonly Policy[] = []) {
      const scene = open({ contoso: () => policies });
      const { contoso, world, fabrikam, guestId } = scene;
      const blocked = { userType: "Guest", creationType: "Invitation", accountEnabled: false } as const;
      const ids = {
        "a guest": guestId,
        "a plain member": contoso.user("bo").id,
        "a blocked guest": contoso.user("eve", { mail: "eve@fabrikam.example", ...blocked }).id,
        nobody: "00000000-0000-4000-8000-00000000dead",
      };
      const as = contoso.app("reader", { permissions: ["User.Invite.All", "Policy.Read.All"] });
      const b2b = createB2BClient({ transport: contoso.transport({ as }), clock: world.clock });
      const home = { homeTenantId: fabrikam.id, homeCloud: "public", homeMfa: "required" } as const;
      return {
        predict: (whom: keyof typeof ids, said: NonNullable<SignInQuestion["guest"]> = {}) =>
          b2b.signIn.predict({ ...home, guest: { id: ids[whom], ...said } }),
      };
    }
    const reading = expect.stringContaining("reading that needs User.Read.All");

    test.each(["a guest", "a plain member", "a blocked guest", "nobody"] as const)(
      "is no certain answer, whosever it is, and names the permission: %s",
      async (whom) => {
        for (const policies of [[], [policy(MFA)], [policy({ builtInControls: ["block"] })]]) {
          expect(await unread(policies).predict(whom)).toEqual({
            ...{ outcome: "unknown", challenges: [], missing: [reading, reading] },
          });
        }
      },
    );

    test("is gone by what the question says of it, once that is enough", async () => {
      const { predict } = unread([forKind("b2bCollaborationMember")]);
      const said = { accountEnabled: true, creationType: "Invitation" } as const;
      expect((await predict("a guest", { accountEnabled: true })).missing).toEqual([reading, reading]);
      expect((await predict("a guest", said)).missing).toEqual([
        "whether the account is a guest's or a member's here; reading that needs User.Read.All",
      ]);
      expect((await predict("a guest", { ...said, userType: "Member" })).outcome).toBe("mfa-twice");
      expect((await predict("a guest", { ...said, userType: "Guest" })).outcome).toBe("mfa-once");
    });

    test("stays out where the question says that it is blocked", async () => {
      expect(await unread().predict("a guest", { accountEnabled: false })).toMatchObject({
        ...{ outcome: "blocked", isAccountBlocked: true, missing: [] },
      });
    });
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

  test("is one too where only the case differs", async () => {
    const { predict } = open({
      contoso: () => [policy(MFA, { platforms: { includePlatforms: ["macOS"] } })],
    });
    expect(await failureOf(predict({ homeMfa: "not-required", platform: "MACOS" as never }))).toMatchObject({
      code: "invalid-input",
    });
    expect((await predict({ homeMfa: "not-required", platform: "macOS" })).outcome).toBe("mfa-once");
  });
});
