import { createWorld, type World } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { expect, test } from "vitest";
import { ask } from "../limits/ask.ts";
import { inviteRedirectUrl } from "../open-client.ts";
import { administrator, type CloudName, configure, type Side } from "./sides.ts";

const open: Side = { opensCloud: true, general: "unset", entry: "empty" };

/** Contoso, and Corp of some cloud, which have opened everything to each other. */
async function furnish(world: World, there: CloudName) {
  const contoso = world.cloud("public").tenant("contoso");
  const corp = world.cloud(there).tenant("corp").domain("corp.example");
  const [admin, otherAdmin] = [administrator(world, contoso), administrator(world, corp)];
  await configure(admin, open, { tenantId: corp.id, cloud: there }, "b2bCollaborationInbound");
  await configure(otherAdmin, open, { tenantId: contoso.id, cloud: "public" }, "b2bCollaborationOutbound");
  const transport = contoso.transport({ as: contoso.app("inviter") });
  const invite = (name: string) =>
    createB2BClient({ transport, clock: world.clock })
      .invitations.create({ invitedUserEmailAddress: `${name}@corp.example`, inviteRedirectUrl })
      .safe();
  /** The application's service principal in Corp, with the switch set. */
  async function enableWorker(accountEnabled: boolean): Promise<void> {
    const { id } = corp.app("Microsoft B2B Cross Cloud Worker");
    await ask(otherAdmin, "PATCH", `/servicePrincipals/${id}`, { body: { accountEnabled } });
  }
  return { invite, enableWorker };
}

test("an organisation that disables the application for other clouds is not reached from them, until it enables it", async () => {
  const { invite, enableWorker } = await furnish(createWorld(), "china");
  expect((await invite("ada")).ok).toBe(true);
  await enableWorker(false);
  const refused = await invite("bo");
  expect(refused).toMatchObject({ ok: false, error: { code: "cloud-boundary", outcome: "rejected" } });
  const remedies = refused.ok ? [] : (refused.error.remedies ?? []);
  expect(remedies.map(({ action, who }) => [action, who])).toEqual([
    ["enable-cloud", "home-admin"],
    ["ask-for-other-address", "inviter"],
    ["create-member", "resource-admin"],
  ]);
  await enableWorker(true);
  expect((await invite("bo")).ok).toBe(true);
});

test("within a cloud nobody needs that application", async () => {
  const { invite, enableWorker } = await furnish(createWorld(), "public");
  await enableWorker(false);
  expect((await invite("ada")).ok).toBe(true);
});
