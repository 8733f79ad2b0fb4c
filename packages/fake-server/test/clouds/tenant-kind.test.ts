import { createWorld, type TenantKind } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";

describe("a tenant of a kind of its own", () => {
  test.each(["kim@partner.example", "kim@nobody.example", "kim@outlook.com"])(
    "cannot invite %s where it is too old for B2B collaboration",
    async (invitedUserEmailAddress) => {
      const world = createWorld();
      world.cloud("usgov").tenant("partner").domain("partner.example");
      const older = world.cloud("usgov").tenant("older", { kind: "USG" });
      const today = world.cloud("usgov").tenant("today");
      const [refused, invited] = await Promise.all(
        [older, today].map((tenant) => {
          const transport = tenant.transport({ as: tenant.app("inviter") });
          const b2b = createB2BClient({ transport, clock: world.clock });
          return b2b.invitations.create({ invitedUserEmailAddress, inviteRedirectUrl }).safe();
        }),
      );
      expect(refused).toMatchObject({ ok: false, error: { code: "cloud-boundary", outcome: "rejected" } });
      expect(invited?.ok).toBe(true);
    },
  );

  test("invites and is invited as any other in the public cloud, where it is GCC's", async () => {
    const world = createWorld();
    const agency = world.cloud("public").tenant("agency", { kind: "GCC" }).domain("agency.example");
    const contoso = world.cloud("public").tenant("contoso").domain("contoso.example");
    for (const [tenant, invitedUserEmailAddress] of [
      [contoso, "ada@agency.example"],
      [agency, "ada@contoso.example"],
    ] as const) {
      const transport = tenant.transport({ as: tenant.app("inviter") });
      const b2b = createB2BClient({ transport, clock: world.clock });
      expect(await b2b.invitations.create({ invitedUserEmailAddress, inviteRedirectUrl })).toMatchObject({
        status: "PendingAcceptance",
      });
    }
  });

  test.each([
    ["public", "USG"],
    ["china", "USG"],
    ["usgov", "GCC"],
  ] as const)("is not made in %s as %s, which that cloud does not have", (cloud, kind) => {
    expect(() => createWorld().cloud(cloud).tenant("agency", { kind })).toThrow(
      new RangeError(`the cloud "${cloud}" has no tenants of the kind "${kind}"`),
    );
  });

  test("is not made as what is no kind at all", () => {
    expect(() =>
      createWorld()
        .cloud("public")
        .tenant("agency", { kind: "toString" as TenantKind }),
    ).toThrow('cloud.tenant: options.kind has to be "USG" or "GCC", not "toString". Nothing was changed');
  });
});
