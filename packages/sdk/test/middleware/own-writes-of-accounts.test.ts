import { updateGuest } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { adaAccount, adaId, directoryWith, invited, toAda } from "../graph-answers.ts";
import { openClient } from "../open-client.ts";
import { answer } from "../scripted-transport.ts";
import { warningsOf } from "../warnings-of.ts";

const tenantId = "aaaaaaaa-0000-4000-8000-000000000001";
const done = answer(204);

describe("what is remembered of an account", () => {
  test("is what was changed of it by whichever door", async () => {
    const { b2b } = openClient([done, answer(200, { id: adaId, accountEnabled: true })]);
    await b2b.call(updateGuest, { id: adaId, changes: { accountEnabled: false } });
    const read = b2b.guests.get(adaId.toUpperCase(), { select: ["id", "accountEnabled"] });
    expect(await warningsOf(read)).toBe("behind-own-writes");
  });

  test("is told by a forecast: nothing certain is said of a guest who was blocked just now", async () => {
    const { b2b } = openClient([done, directoryWith({ [`/users/${adaId}`]: answer(200, adaAccount) })]);
    await b2b.guests.update(adaId, { accountEnabled: false });
    const { outcome, missing } = await b2b.signIn.predict({
      ...{ homeTenantId: tenantId, homeCloud: "public", homeMfa: "not-required", guest: { id: adaId } },
    });
    expect(outcome).toBe("unknown");
    expect(missing.join()).toContain("ask again");
  });

  test("goes with the account: a guest who was invited and deleted is looked for nowhere", async () => {
    const { b2b } = openClient([
      invited,
      done,
      ({ operation }) => answer(operation.id === "preflight.findByAddress" ? 200 : 403, { value: [] }),
    ]);
    await b2b.invitations.create(toAda);
    await b2b.guests.delete(adaId);
    const { findings } = await b2b.preflight.invitation(toAda);
    expect(findings.map(({ observed }) => observed).join()).not.toContain("just written");
  });

  test("is missed in a list that should have it: a guest who was invited just now", async () => {
    const { b2b } = openClient([
      invited,
      ({ operation }) => answer(operation.id === "preflight.findByAddress" ? 200 : 403, { value: [] }),
    ]);
    await b2b.invitations.create(toAda);
    const { findings } = await b2b.preflight.invitation(toAda);
    expect(findings.map(({ observed }) => observed).join()).toContain("just written");
  });
});
