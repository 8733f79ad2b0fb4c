import { B2BError } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { ADA, at, EVE, mfaForGuests, openScene, type Scene } from "./scene.ts";

const NEW = "ada@northwind.example";

async function refusalOf(promise: Promise<unknown>): Promise<B2BError> {
  const error = await promise.catch((reason: unknown) => reason);
  if (error instanceof B2BError) return error;
  throw new Error("nothing was refused");
}

/** A guest who has accepted, is in a group and has an application. */
async function settled(address = ADA, furnish?: Parameters<typeof openScene>[1]) {
  const scene = await openScene(address, furnish);
  const { contoso, world, b2b, guestId, link } = scene;
  world.redeem(link);
  const group = contoso.group("partners");
  const app = contoso.app("shop");
  await b2b.groups.addMember(group.id, guestId);
  await b2b.apps.assign({ principalId: guestId, resourceId: app.id });
  const reset = async (invitedUserEmailAddress = address, more = {}) => {
    const issued = await b2b.guests.resetRedemption(guestId, {
      invitedUserEmailAddress,
      inviteRedirectUrl,
      ...more,
    });
    return { ...issued, link: String(issued.inviteRedeemUrl) };
  };
  return { ...scene, group, reset };
}

function user({ contoso, guestId }: Scene) {
  const found = contoso.directory.store.primary().get(guestId);
  if (found?.kind !== "user") throw new Error("the guest is gone");
  return found;
}

describe("a reset", () => {
  test("keeps id, name, groups and apps, and takes the old sign-in away", async () => {
    const scene = await settled();
    const before = user(scene);
    await scene.world.clock.sleep(60_000);
    const issued = await scene.reset();
    expect(issued.invitedUser.id).toBe(scene.guestId);
    expect(issued.status).toBe("PendingAcceptance");
    const { identities, ...after } = user(scene);
    expect(after).toEqual({
      ...before,
      identities: undefined,
      externalUserState: "PendingAcceptance",
      externalUserStateChangeDateTime: "2026-01-01T00:01:00Z",
    });
    expect(identities.map(({ issuer }) => issuer)).toEqual(["contoso.onmicrosoft.com"]);
    const kept = scene.contoso.directory.store.primary();
    expect(kept.find(`groupsOf:${scene.guestId}`)).toHaveLength(1);
    expect(kept.find(`assignmentsOf:${scene.guestId}`)).toHaveLength(1);
  });

  test("makes every link from before worthless, and gives one that works", async () => {
    const { world, link, reset, state } = await settled();
    const first = await reset();
    const second = await reset();
    for (const old of [link, first.link]) {
      expect(world.redeem(old)).toMatchObject({ refusedBecause: "link-not-valid", link: "replaced" });
    }
    expect(state()).toBe("PendingAcceptance");
    expect(world.redeem(second.link)).toMatchObject({ accepted: true });
    expect(state()).toBe("Accepted");
  });

  test("ends a visit that is under way", async () => {
    const scene = await openScene();
    const consent = at(at(scene.open(), "sign-in").signIn(), "consent");
    await scene.b2b.guests.resetRedemption(scene.guestId, {
      invitedUserEmailAddress: ADA,
      inviteRedirectUrl,
    });
    expect(consent.consent()).toMatchObject({ at: "refused", link: "replaced" });
    expect(scene.state()).toBe("PendingAcceptance");
  });

  test("to another address, once the guest has it, lets the guest redeem with that account", async () => {
    const scene = await settled(ADA, (_, __, world) =>
      world.cloud("public").tenant("northwind").domain("northwind.example"),
    );
    const error = await refusalOf(scene.reset(NEW));
    expect(error).toMatchObject({ code: "rejected-input", outcome: "rejected" });
    expect(error.remedies?.map(({ action }) => action)).toEqual(["add-address"]);
    expect(scene.state()).toBe("Accepted");

    await scene.b2b.guests.update(scene.guestId, { mail: NEW });
    const { link } = await scene.reset(NEW);
    expect(scene.world.redeem(link, { as: ADA })).toMatchObject({ refusedBecause: "wrong-account" });
    expect(scene.world.redeem(link)).toMatchObject({ accepted: true });
    expect(user(scene)).toMatchObject({
      userPrincipalName: "ada_fabrikam.example#EXT#@contoso.onmicrosoft.com",
      identities: [
        { issuer: "contoso.onmicrosoft.com" },
        { issuer: "ExternalAzureAD", issuerAssignedId: NEW },
      ],
    });
  });

  test("may go to another one of the guest's addresses, and the mail goes there", async () => {
    const scene = await settled();
    await scene.b2b.guests.update(scene.guestId, { otherMails: [ADA, "private@mail.example"] });
    await scene.reset("private@mail.example", { sendInvitationMessage: true });
    const { redeemUrl } = await scene.contoso.inbox.next({ to: "private@mail.example" });
    const request = at(scene.world.redemption(redeemUrl), "passcode-request");
    expect(request.address).toBe("private@mail.example");
  });

  test("is how a guest who came with a code changes to an account of its own", async () => {
    const { world, contoso, reset, guest } = await settled(EVE);
    world.microsoftAccount(EVE);
    expect(guest().identities.at(-1)?.issuer).toBe("mail");
    const { link } = await reset();
    world.redeem(link);
    expect(guest().identities.at(-1)?.issuer).toBe("MicrosoftAccount");
    expect(contoso.inbox.mails.filter(({ about }) => about === "passcode")).toHaveLength(1);
  });

  test("has the guest meet all challenges anew", async () => {
    const { world, contoso, reset } = await settled();
    mfaForGuests(contoso);
    const { link } = await reset();
    expect(world.redeem(link).challenges.map(({ tenant }) => tenant)).toEqual(["resource"]);
  });

  test("of a member, who has nothing to redeem, is refused", async () => {
    const { b2b, contoso, guestId } = await openScene();
    const mia = contoso.user("mia", { mail: "mia@mail.example" });
    expect(mia.id).not.toBe(guestId);
    const error = await refusalOf(
      b2b.guests.resetRedemption(mia.id, { invitedUserEmailAddress: "mia@mail.example", inviteRedirectUrl }),
    );
    expect(error.code).toBe("conflict");
    expect(contoso.directory.store.primary().get(mia.id)).toMatchObject({ externalUserState: null });
  });

  test("of a deleted guest is refused", async () => {
    const { b2b, guestId, reset } = await settled();
    await b2b.guests.delete(guestId);
    expect((await refusalOf(reset())).code).toBe("not-found");
  });

  test("whose answer is lost sends one mail at the most, and its last link works", async () => {
    const { world, contoso, reset, state } = await settled();
    contoso.faults.add({ match: { operation: "invitations.create", nth: 1 }, effect: "reset-after-commit" });
    const issued = await reset(ADA, { sendInvitationMessage: true });
    expect(issued).toMatchObject({ reconciled: true, mail: "unknown" });
    expect(contoso.mails).toHaveLength(1);
    const [mail] = contoso.mails;
    expect(world.redeem(mail?.redeemUrl ?? "")).toMatchObject({ link: "replaced" });
    expect(world.redeem(issued.link)).toMatchObject({ accepted: true });
    expect(state()).toBe("Accepted");
  });
});
