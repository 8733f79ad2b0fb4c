import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { invite, openOffice as open } from "./open-office.ts";

const HOUR = 3_600_000;

describe("the role Guest Inviter", () => {
  test("is granted once, however often, and revoked", async () => {
    const { contoso, b2b, mia } = open();
    contoso.authorizationPolicy({ allowInvitesFrom: "adminsAndGuestInviters" });
    expect(await invite(contoso, { as: mia })).toBe(403);
    const first = await b2b.delegation.grantGuestInviter(mia.id);
    expect(first).toMatchObject({ status: "granted", actsWithinMs: HOUR });
    expect(await b2b.delegation.grantGuestInviter(mia.id)).toMatchObject({ status: "already-granted" });
    expect(await invite(contoso, { as: mia })).toBe(201);
    expect(await b2b.delegation.revokeGuestInviter(mia.id)).toBe("revoked");
    expect(await b2b.delegation.revokeGuestInviter(mia.id)).toBe("not-granted");
    expect(await invite(contoso, { as: mia }, "other")).toBe(403);
  });

  test("is revoked once, though an instance that lags may still list it", async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { world, b2b, mia } = open({ seed, realism: "documented" });
      await b2b.delegation.grantGuestInviter(mia.id);
      await world.settle();
      expect(await b2b.delegation.revokeGuestInviter(mia.id)).toBe("revoked");
      expect(await b2b.delegation.revokeGuestInviter(mia.id)).toBe("not-granted");
    }
  });

  test("can be granted and revoked again at once", async () => {
    const { b2b, contoso, mia } = open();
    for (let round = 0; round < 3; round++) {
      expect(await b2b.delegation.grantGuestInviter(mia.id)).toMatchObject({ status: "granted" });
      expect(await b2b.delegation.revokeGuestInviter(mia.id)).toBe("revoked");
    }
    expect(contoso.log.filter(({ operation }) => operation === "roles.remove")).toHaveLength(3);
  });

  test.each(["reset-after-commit", "unavailable-after-commit"] as const)(
    "is granted where an answer was lost (%s), and that is no conflict",
    async (effect) => {
      const { contoso, b2b, mia } = open();
      contoso.faults.add({ match: { operation: "roles.assign", nth: 1 }, effect });
      expect(await b2b.delegation.grantGuestInviter(mia.id)).toMatchObject({ status: "already-granted" });
      expect(contoso.log.filter(({ operation }) => operation === "roles.assign")).toHaveLength(1);
    },
  );

  test("is revoked where an answer was lost", async () => {
    const { contoso, b2b, mia } = open();
    await b2b.delegation.grantGuestInviter(mia.id);
    contoso.faults.add({ match: { operation: "roles.remove", nth: 1 }, effect: "reset-after-commit" });
    expect(await b2b.delegation.revokeGuestInviter(mia.id)).toBe("revoked");
    expect(contoso.log.filter(({ operation }) => operation === "roles.remove")).toHaveLength(1);
  });

  test("can be revoked at once by an application, whose reads lag behind its own writes", async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { contoso, b2b, mia } = open({ seed, realism: "documented" });
      await b2b.delegation.grantGuestInviter(mia.id);
      expect(await b2b.delegation.revokeGuestInviter(mia.id)).toBe("revoked");
      expect(contoso.log.at(-1)?.operation).toBe("roles.remove");
    }
  });

  test("can be granted at once to a member whom this client has just made", async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { b2b } = open({ seed, realism: "documented" });
      const { id } = await b2b.members.create({
        displayName: "Li",
        userPrincipalName: "li@contoso.onmicrosoft.com",
        passwordProfile: { password: "Correct-Horse-7" },
      });
      expect(await b2b.delegation.grantGuestInviter(id)).toMatchObject({ status: "granted" });
    }
  });

  test("is forbidden to grant where the caller does not look after roles", async () => {
    const { client, contoso, mia } = open();
    const as = contoso.user("helper", { roles: ["User Administrator"] });
    const error = await failureOf(client({ as }).delegation.grantGuestInviter(mia.id));
    expect(error.code).toBe("forbidden");
  });

  test("is granted to no one who is no object id", async () => {
    const { b2b } = open();
    for (const change of [b2b.delegation.grantGuestInviter, b2b.delegation.revokeGuestInviter]) {
      expect(await failureOf(change("mia@contoso.onmicrosoft.com"))).toMatchObject({ code: "invalid-input" });
    }
  });
});

describe("a role that has just been granted", () => {
  test("is said to act within the hour, and by then does, whenever that is", async () => {
    let early = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const { world, contoso, b2b, mia } = open({ seed, realism: "documented" });
      contoso.authorizationPolicy({ allowInvitesFrom: "adminsAndGuestInviters" });
      await b2b.delegation.grantGuestInviter(mia.id);
      // The directory shows the role long before the service goes by it.
      await world.clock.sleep(120_000);
      const verdict = await b2b.delegation.canInvite(mia.id);
      expect(verdict).toMatchObject({ allowed: true, decidedBy: "role" });
      expect(verdict.certainInMs).toBeGreaterThan(0);
      early += Number((await invite(contoso, { as: mia }, "early")) === 403);
      await world.clock.sleep(verdict.certainInMs);
      expect(await b2b.delegation.canInvite(mia.id)).toMatchObject({ allowed: true, certainInMs: 0 });
      expect(await invite(contoso, { as: mia }, "late")).toBe(201);
    }
    expect(early).toBe(30);
  });

  test("is waited for from a grant whose first answer was lost", async () => {
    const { world, contoso, b2b, mia } = open();
    contoso.faults.add({ match: { operation: "roles.assign", nth: 1 }, effect: "reset-after-commit" });
    expect(await b2b.delegation.grantGuestInviter(mia.id)).toMatchObject({ status: "already-granted" });
    expect((await b2b.delegation.canInvite(mia.id)).certainInMs).toBe(HOUR);
    await world.clock.sleep(HOUR);
    expect((await b2b.delegation.canInvite(mia.id)).certainInMs).toBe(0);
  });

  test("is waited for from a grant of which nobody knows whether it was carried out", async () => {
    const { world, contoso, client, mia } = open();
    const b2b = client({ as: contoso.app("admin") }, { retry: false });
    contoso.faults.add({ match: { operation: "roles.assign", nth: 1 }, effect: "reset-after-commit" });
    const error = await failureOf(b2b.delegation.grantGuestInviter(mia.id));
    expect(error).toMatchObject({ outcome: "unknown" });
    expect((await b2b.delegation.canInvite(mia.id)).certainInMs).toBe(HOUR);
    await world.clock.sleep(HOUR);
    expect((await b2b.delegation.canInvite(mia.id)).certainInMs).toBe(0);
  });

  test("is not waited for where it was there before", async () => {
    const { contoso, b2b, mia } = open();
    contoso.user("mia", { roles: ["Guest Inviter"] });
    expect(await b2b.delegation.grantGuestInviter(mia.id)).toMatchObject({ status: "already-granted" });
    expect((await b2b.delegation.canInvite(mia.id)).certainInMs).toBe(0);
  });

  test("and a setting that has just been changed are both waited for, by whoever asks about `me` too", async () => {
    const { world, client, contoso } = open();
    const as = contoso.user("admin", { roles: ["Global Administrator"] });
    const b2b = client({ as });
    await b2b.invitePolicy.update({ allowInvitesFrom: "none" });
    expect((await b2b.delegation.canInvite("me")).certainInMs).toBe(HOUR);
    await world.clock.sleep(HOUR / 2);
    expect(await b2b.delegation.canInvite("me")).toMatchObject({ allowed: false, certainInMs: HOUR / 2 });
    // Nobody else's client knows of it.
    expect((await client({ as }).delegation.canInvite("me")).certainInMs).toBe(0);
  });
});
