import { createWorld } from "@vestibule/fake-server";
import { type Cloud, clouds, createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { MISSING, type Missing } from "../../src/schema/missing.ts";
import { inviteRedirectUrl } from "../open-client.ts";

const METADATA: Readonly<Record<string, Missing>> = {
  usgov: MISSING.Fairfax,
  "usgov-dod": MISSING.Fairfax,
  china: MISSING.Mooncake,
};

function open(cloud: string) {
  const contoso = createWorld().cloud(cloud).tenant("contoso");
  return { contoso, b2b: createB2BClient({ transport: contoso.transport({ as: contoso.app("caller") }) }) };
}

const invitation = { invitedUserEmailAddress: "kim@fabrikam.example", inviteRedirectUrl };

describe("what the SDK says that a cloud lacks", () => {
  test.each(Object.values(clouds) as Cloud[])(
    "is what the metadata of $id lacks, as far as it is of Graph",
    ({ id, lacks = new Set() }) => {
      const { types = [], properties = {} } = METADATA[id] ?? {};
      const missing = new Set([
        ...types,
        ...Object.entries(properties).flatMap(([type, names]) => names.map((name) => `${type}.${name}`)),
      ]);
      const ofGraph = [...lacks].filter((capability) => !capability.startsWith("guests with "));
      expect(ofGraph.filter((capability) => !missing.has(capability))).toEqual([]);
    },
  );

  test.each(["usgov", "usgov-dod", "china"])(
    "never reaches a directory in %s, which would refuse it",
    async (cloud) => {
      const { contoso, b2b } = open(cloud);
      const invitedUserSponsors = [{ id: contoso.user("sponsor").id }];
      const before = contoso.log.length;
      const error = await b2b.invitations.create({ ...invitation, invitedUserSponsors }).safe();
      expect(error).toMatchObject({ ok: false, error: { code: "invalid-input", attempts: 0 } });
      expect(contoso.log).toHaveLength(before);
      expect((await b2b.invitations.create(invitation)).status).toBe("PendingAcceptance");
    },
  );

  test("is there in public", async () => {
    const { contoso, b2b } = open("public");
    const invitedUserSponsors = [{ id: contoso.user("sponsor").id }];
    expect((await b2b.invitations.create({ ...invitation, invitedUserSponsors })).status).toBe(
      "PendingAcceptance",
    );
  });

  test("does not keep it from reading the policies and settings of a cloud that shows less of them", async () => {
    const { contoso, b2b } = open("china");
    contoso.requireMfaForGuests();
    const prediction = await b2b.signIn.predict({
      homeTenantId: "bbbbbbbb-0000-4000-8000-000000000002",
      ...{ homeCloud: "china", homeMfa: "required" },
    });
    expect(prediction.outcome).toBe("mfa-twice");
    await b2b.crossTenantAccess.addPartner("aaaaaaaa-0000-4000-8000-000000000001");
    expect(await b2b.crossTenantAccess.partners().collect()).toHaveLength(1);
    expect(await b2b.crossTenantAccess.getDefault()).toMatchObject({ isServiceDefault: true });
  });
});
