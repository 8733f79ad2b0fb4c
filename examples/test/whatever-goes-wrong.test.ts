import { createWorld, describeSchedule, type FiredFault, faultEffects, shrink } from "@vestibule/fake-server";
import { type B2BClient, createB2BClient } from "@vestibule/sdk";
import { expect, test } from "vitest";

/** What is tested: the code of an application that welcomes a partner. */
async function welcome(b2b: B2BClient, invitedUserEmailAddress: string, groupId: string): Promise<void> {
  const { invitedUser } = await b2b.invitations.create({
    invitedUserEmailAddress,
    inviteRedirectUrl: "https://contoso.example",
    sendInvitationMessage: true,
  });
  await b2b.groups.addMember(groupId, invitedUser.id);
}

/** One run with a network that fails now and then; or with a schedule, and then exactly those faults happen. */
async function run(seed: number, schedule?: readonly FiredFault[]) {
  const world = createWorld({ seed, realism: "documented" });
  const contoso = world.cloud("public").tenant("contoso");
  const [app, group] = [contoso.app("welcome-desk"), contoso.group("partners")];
  if (schedule) contoso.faults.replay(schedule);
  else
    for (const effect of faultEffects.transport) contoso.faults.add({ effect, when: { probability: 0.02 } });
  const b2b = createB2BClient({
    transport: contoso.transport({ as: app }),
    clock: world.clock,
    random: world.random,
  });
  const addresses = [1, 2, 3, 4, 5].map((n) => `partner${n}@fabrikam.example`);
  try {
    for (const address of addresses) await welcome(b2b, address, group.id);
    for (const address of addresses)
      expect(contoso.mails.filter(({ to }) => to === address).length).toBeLessThan(2);
    contoso.conduct.assertClean();
    return { fired: contoso.faults.fired, failure: undefined };
  } catch (failure) {
    return { fired: contoso.faults.fired, failure };
  }
}

test.each([1, 2, 3, 4, 5])("nobody gets two mails, whatever the network does (seed %i)", async (seed) => {
  const { fired, failure } = await run(seed);
  if (failure === undefined) return;
  const few = await shrink(fired, async (schedule) => (await run(seed, schedule)).failure !== undefined);
  expect.fail(`${failure}\n${describeSchedule(seed, few)}`);
});
