import type { Tenant } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { administrator } from "../clouds/sides.ts";
import { ADA, openScene, type Scene } from "./scene.ts";

type Direction = "Inbound" | "Outbound";

/** Lets certain users, or to certain applications, alone. */
async function allow(
  { world }: Scene,
  tenant: Tenant,
  direction: Direction,
  { users = "AllUsers", apps = "AllApplications" }: { users?: string; apps?: string },
): Promise<void> {
  const part = <Kind extends string>(target: string, targetType: Kind) => ({
    accessType: "allowed" as const,
    targets: [{ target, targetType }],
  });
  const setting = { usersAndGroups: part(users, "user"), applications: part(apps, "application") };
  const { crossTenantAccess } = administrator(world, tenant);
  await (direction === "Inbound"
    ? crossTenantAccess.updateDefault({ b2bCollaborationInbound: setting })
    : crossTenantAccess.updateDefault({ b2bCollaborationOutbound: setting }));
}

const furnish = (_: Tenant, fabrikam: Tenant) => {
  fabrikam.user(ADA, { mail: ADA });
  fabrikam.user("grace@fabrikam.example");
};
const sideOf = ({ contoso, fabrikam }: Scene, direction: Direction) =>
  direction === "Inbound" ? contoso : fabrikam;

describe("redeeming where certain people are let in, or let out", () => {
  test.each([
    ["Inbound", "blocked-here", "AADSTS500213"],
    ["Outbound", "blocked-on-either-side", "AADSTS500212"],
  ] as const)("%s: ends for everybody else, and not for them", async (direction, because, error) => {
    const scene = await openScene(ADA, furnish);
    const { world, fabrikam, link, state } = scene;
    const side = sideOf(scene, direction);
    await allow(scene, side, direction, { users: fabrikam.user("grace@fabrikam.example").id });
    expect(world.redeem(link)).toMatchObject({ accepted: false, refusedBecause: because, error });
    expect(state()).toBe("PendingAcceptance");
    await allow(scene, side, direction, { users: fabrikam.user(ADA).id.toUpperCase() });
    expect(world.redeem(link)).toMatchObject({ accepted: true });
  });

  test.each(["Inbound", "Outbound"] as const)(
    "%s: goes by the application that is opened",
    async (direction) => {
      const scene = await openScene(ADA, furnish);
      const { world, contoso, link } = scene;
      const [portal, crm] = [contoso.app("portal"), contoso.app("crm")];
      await allow(scene, sideOf(scene, direction), direction, { apps: portal.appId });
      expect(world.redeem(link, { app: crm }).accepted).toBe(false);
      expect(world.redeem(link, { app: portal }).accepted).toBe(true);
    },
  );
});

describe("signing in again", () => {
  test.each([
    ["Inbound", "blocked-here"],
    ["Outbound", "blocked-on-either-side"],
  ] as const)("%s: ends for whoever is not among those let through any more", async (direction, barrier) => {
    const scene = await openScene(ADA, furnish);
    const { world, contoso, fabrikam, link, guestId } = scene;
    expect(world.redeem(link).accepted).toBe(true);
    expect(world.signIn(contoso, guestId).allowed).toBe(true);
    const grace = fabrikam.user("grace@fabrikam.example").id;
    await allow(scene, sideOf(scene, direction), direction, { users: grace });
    expect(world.signIn(contoso, guestId)).toMatchObject({
      allowed: false,
      blocked: { because: "not-let-in", by: `cross-tenant access: ${barrier}` },
      challenges: [],
    });
  });

  test("is nothing that a deleted guest can do", async () => {
    const { world, contoso, b2b, link, guestId } = await openScene();
    expect(world.redeem(link).accepted).toBe(true);
    await b2b.guests.delete(guestId);
    expect(world.signIn(contoso, guestId)).toMatchObject({
      allowed: false,
      blocked: { because: "account-deleted" },
    });
  });
});
