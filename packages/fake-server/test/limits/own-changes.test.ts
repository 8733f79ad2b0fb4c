import { createWorld, type Tenant } from "@vestibule/fake-server";
import { type B2BClient, createB2BClient, type LimitId } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";

const HOUR = 3_600_000;
const SEEDS = 40;

interface Place {
  readonly b2b: B2BClient;
  readonly contoso: Tenant;
  readonly guestId: string;
  readonly groupId: string;
  readonly ownerId: string;
}

interface Addition {
  readonly name: string;
  readonly limit: LimitId;
  readonly add: (place: Place) => Promise<unknown>;
}

const ADDITIONS: readonly Addition[] = [
  {
    name: "a sponsor",
    limit: "sponsors-per-guest",
    add: ({ b2b, guestId, ownerId }) => b2b.guests.addSponsor(guestId, ownerId),
  },
  {
    name: "an owner",
    limit: "owners-per-group",
    add: ({ b2b, groupId, ownerId }) => b2b.groups.addOwner(groupId, ownerId),
  },
  {
    name: "an assignment",
    limit: "app-role-assignments",
    add: ({ b2b, guestId, contoso }) =>
      b2b.apps.assign({ principalId: guestId, resourceId: contoso.app("portal").id }),
  },
  {
    name: "a domain that is blocked",
    limit: "domain-list-characters",
    add: ({ b2b }) => b2b.beta.domainPolicy.block(["fabrikam.example"]),
  },
];

describe("a check of the limits, after this client has added something where instances lag", () => {
  test.each(ADDITIONS)("counts $name, or says that it cannot tell yet", async ({ limit, add }) => {
    const counts: (number | null)[] = [];
    for (let seed = 1; seed <= SEEDS; seed++) {
      const world = createWorld({ seed, realism: "documented" });
      const contoso = world.cloud("public").tenant("contoso");
      const transport = contoso.transport({ as: contoso.app("inviter") });
      const b2b = createB2BClient({ transport, clock: world.clock, random: world.random });
      contoso.app("portal");
      const { id: groupId } = contoso.group("guests");
      const { id: ownerId } = contoso.user("mia");
      const invitation = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };
      const { invitedUser } = await b2b.invitations.create(invitation);
      await world.clock.sleep(HOUR);
      await add({ b2b, contoso, guestId: invitedUser.id, groupId, ownerId });
      await world.clock.sleep((seed % 6) * 4_000);
      const check = async () => {
        const all = await b2b.limits.check({ userId: invitedUser.id, groupId });
        return all.find((one) => one.limit.id === limit);
      };
      const atOnce = await check();
      await world.clock.sleep(HOUR);
      const later = await check();
      expect(later?.used).toBeGreaterThan(0);
      if (atOnce?.used === null) expect(atOnce.because).toContain("ask again");
      else expect([seed, atOnce?.used]).toEqual([seed, later?.used]);
      counts.push(atOnce?.used ?? null);
    }
    const told = counts.filter((count) => count !== null);
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThan(SEEDS);
  });
});
