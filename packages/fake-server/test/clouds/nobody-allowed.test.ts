import { createWorld } from "@vestibule/fake-server";
import { createB2BClient, tenantPolicy } from "@vestibule/sdk";
import { discoverHomes } from "@vestibule/sdk/graph";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";
import { administrator } from "./sides.ts";

const allowed = <Kind extends string>(target: string | undefined, targetType: Kind) => ({
  accessType: "allowed" as const,
  targets: target === undefined ? [] : [{ target, targetType }],
});
const SOMEBODY = "aaaaaaaa-0000-4000-8000-000000000001";

async function invite(users: string | undefined, application: string | undefined) {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  await administrator(world, contoso).crossTenantAccess.updateDefault({
    b2bCollaborationInbound: {
      usersAndGroups: allowed(users, "user"),
      applications: allowed(application, "application"),
    },
  });
  const fetch: typeof globalThis.fetch = (input, init) => world.fetch(new Request(input, init));
  const common = { transport: contoso.transport({ as: contoso.app("inviter") }), clock: world.clock };
  const boundary = { resolver: discoverHomes({ fetch, clock: world.clock }), policy: tenantPolicy };
  const address = "ada@fabrikam.example";
  return {
    reach: await createB2BClient({ ...common, boundary }).boundary.check(address),
    answer: await createB2BClient(common)
      .invitations.create({ invitedUserEmailAddress: address, inviteRedirectUrl })
      .safe(),
  };
}

describe("an invitation where a setting allows no more than it names", () => {
  test.each([
    ["no user", undefined, "AllApplications"],
    ["no application", "AllUsers", undefined],
  ])("is refused, ahead and by the service, where that is %s", async (_, users, application) => {
    const { reach, answer } = await invite(users, application);
    expect(reach).toMatchObject({ reachable: false, reason: "partner-blocked" });
    expect(answer).toMatchObject({ ok: false, error: { code: "invitations-restricted" } });
  });

  test("goes through where that is certain users: who comes is seen at the sign-in", async () => {
    const { reach, answer } = await invite(SOMEBODY, SOMEBODY);
    expect(reach.reachable).toBe(true);
    expect(answer.ok).toBe(true);
  });
});
