import { createWorld, type Tenant } from "@vestibule/fake-server";
import { type B2BClient, createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { inviteRedirectUrl } from "../open-client.ts";

interface Scene {
  readonly b2b: B2BClient;
  readonly guestId: string;
  readonly groupId: string;
  readonly appId: string;
}

/** What the SDK documents that an application needs, and what it then does. */
const NEEDS: readonly (readonly [permissions: string, does: (scene: Scene) => PromiseLike<unknown>])[] = [
  [
    "User.Invite.All",
    ({ b2b }) => b2b.invitations.create({ invitedUserEmailAddress: "b@fabrikam.example", inviteRedirectUrl }),
  ],
  ["User.Read.All", ({ b2b, guestId }) => b2b.guests.get(guestId)],
  ["User.Read.All", ({ b2b }) => b2b.guests.list().collect()],
  ["User.Read.All", ({ b2b, guestId }) => b2b.guests.sponsors(guestId).collect()],
  ["User.ReadWrite.All", ({ b2b, guestId }) => b2b.guests.update(guestId, { department: "Sales" })],
  ["User.ReadWrite.All", ({ b2b, guestId, groupId }) => b2b.guests.addSponsor(guestId, groupId)],
  ["User.ReadWrite.All", ({ b2b, guestId }) => b2b.guests.delete(guestId)],
  ["GroupMember.Read.All", ({ b2b, groupId }) => b2b.groups.owners(groupId).collect()],
  ["GroupMember.ReadWrite.All", ({ b2b, groupId, guestId }) => b2b.groups.addMember(groupId, guestId)],
  ["Group.ReadWrite.All", ({ b2b, groupId, guestId }) => b2b.groups.addOwner(groupId, guestId)],
  [
    "AppRoleAssignment.ReadWrite.All and Application.Read.All",
    ({ b2b, guestId, appId }) => b2b.apps.assign({ principalId: guestId, resourceId: appId }),
  ],
  ["Directory.Read.All", ({ b2b, guestId }) => b2b.apps.assignmentsOf(guestId).collect()],
  ["Policy.Read.All", ({ b2b }) => b2b.invitePolicy.get()],
  ["Policy.Read.All", ({ b2b }) => b2b.crossTenantAccess.getDefault()],
  ["Policy.ReadWrite.B2BManagementPolicy", ({ b2b }) => b2b.beta.domainPolicy.get()],
];

async function open(permissions: readonly string[]): Promise<Scene> {
  const world = createWorld({ seed: 4 });
  const contoso = world.cloud("public").tenant("contoso");
  const client = (as: ReturnType<Tenant["app"]>) =>
    createB2BClient({ transport: contoso.transport({ as }), clock: world.clock, random: world.random });
  const { invitedUser } = await client(contoso.app("inviter")).invitations.create({
    invitedUserEmailAddress: "ada@fabrikam.example",
    inviteRedirectUrl,
  });
  return {
    b2b: client(contoso.app("caller", { permissions })),
    guestId: invitedUser.id,
    groupId: contoso.group("team").id,
    appId: contoso.app("wiki").id,
  };
}

describe("an application that has what the SDK says it needs", () => {
  test.each(NEEDS)("%s: is let do it, and without it is not", async (permissions, does) => {
    await expect(does(await open(permissions.split(" and ")))).resolves.not.toThrow();
    await expect(does(await open([]))).rejects.toMatchObject({ code: "forbidden", outcome: "rejected" });
  });
});
