import {
  type Capability,
  type Cloud,
  clouds,
  createB2BClient,
  defineCloud,
  type Guest,
} from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { adaId, adaRead, invited, toAda } from "../graph-answers.ts";
import { scriptedTransport } from "../scripted-transport.ts";

const lacking = (...lacks: Capability[]) =>
  defineCloud({ ...clouds.public, id: "own", instance: "own.example", lacks });

function open(cloud: Cloud) {
  const transport = scriptedTransport([invited, adaRead], cloud);
  return { b2b: createB2BClient({ transport }), sent: transport.sent };
}

const sponsored = { ...toAda, invitedUserSponsors: [{ id: adaId }] };
const reset = { ...toAda, resetRedemption: true, invitedUser: { id: adaId } };

describe("what a cloud does not have", () => {
  test.each(["usgov", "usgov-dod", "china"] as const)(
    "is refused before anything is sent: sponsors in an invitation, in %s",
    async (id) => {
      const { b2b, sent } = open(clouds[id]);
      const error = await failureOf(b2b.invitations.create(sponsored));
      expect(error).toMatchObject({
        code: "invalid-input",
        outcome: "not-sent",
        operation: "invitations.create",
        problems: [{ path: "invitedUserSponsors" }],
      });
      expect(error.message).toContain(`is nothing that the cloud ${id} knows; leave it out there`);
      expect(error.message).not.toContain(adaId);
      expect(sent).toEqual([]);
    },
  );

  test("is sent where the cloud has it, and everything else goes everywhere", async () => {
    for (const cloud of Object.values(clouds)) {
      const { b2b, sent } = open(cloud);
      await b2b.invitations.create(cloud.id === "public" ? sponsored : reset);
      expect(sent).toHaveLength(1);
    }
  });

  test("is as a cloud of one's own says: no redemption to reset", async () => {
    const { b2b, sent } = open(lacking("invitation.resetRedemption"));
    expect(await failureOf(b2b.invitations.create(reset))).toMatchObject({
      problems: [{ path: "resetRedemption" }],
    });
    await b2b.invitations.create({ ...toAda, resetRedemption: undefined });
    expect(sent).toHaveLength(1);
  });

  test.each(["invitations", "invitation.resetRedemption"] as const)(
    "is refused by name where a call is made for nothing else: a reset without %s",
    async (capability) => {
      const { b2b, sent } = open(lacking(capability));
      const error = await failureOf(b2b.guests.resetRedemption(adaId, toAda));
      expect(error.message).toContain(`needs ${capability}, which the cloud own does not have`);
      expect(error).toMatchObject({ code: "invalid-input", operation: "guests.resetRedemption" });
      expect(sent).toEqual([]);
    },
  );

  test("may be all of inviting", async () => {
    const { b2b, sent } = open(lacking("invitations"));
    const error = await failureOf(b2b.invitations.create(toAda));
    expect(error.message).toContain("needs invitations, which the cloud own does not have");
    expect(sent).toEqual([]);
  });

  test("may be a property to select, also where it stands in the default selection", async () => {
    const cloud = lacking("user.createdDateTime");
    const { b2b } = open(cloud);
    const problems = [{ path: "select: createdDateTime" }];
    expect(await failureOf(b2b.guests.get(adaId))).toMatchObject({ code: "invalid-input", problems });
    expect(await failureOf(b2b.guests.list().collect())).toMatchObject({ problems });
    const transport = scriptedTransport([adaRead], cloud);
    const select = ["id", "mail"] as const satisfies readonly (keyof Guest)[];
    expect(await createB2BClient({ transport }).guests.get(adaId, { select })).toMatchObject({ id: adaId });
  });

  test("may be a property to change", async () => {
    const { b2b, sent } = open(lacking("user.companyName"));
    expect(await failureOf(b2b.guests.update(adaId, { companyName: "Fabrikam" }))).toMatchObject({
      problems: [{ path: "companyName" }],
    });
    expect(sent).toEqual([]);
  });

  test("is known by the cloud's id where the cloud says nothing itself", async () => {
    const { lacks: _, ...silent } = clouds.china;
    expect(await failureOf(open(silent).b2b.invitations.create(sponsored))).toMatchObject({
      problems: [{ path: "invitedUserSponsors" }],
    });
    const knowing = open({ ...silent, lacks: new Set() });
    await knowing.b2b.invitations.create(sponsored);
    expect(knowing.sent).toHaveLength(1);
  });
});

describe("sponsors in an invitation", () => {
  test.each([
    [[{ id: "ada" }], "invitedUserSponsors[0].id"],
    [[{ id: adaId, name: "Ada" }], "invitedUserSponsors[0].name"],
    [Array.from({ length: 6 }, () => ({ id: adaId })), "invitedUserSponsors"],
    [adaId, "invitedUserSponsors"],
  ])("are refused as %j", async (invitedUserSponsors, path) => {
    const input = { ...toAda, invitedUserSponsors } as typeof toAda;
    expect(await failureOf(open(clouds.public).b2b.invitations.create(input))).toMatchObject({
      code: "invalid-input",
      problems: [{ path }],
    });
  });
});
