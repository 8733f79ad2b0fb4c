import { createWorld, type WorldOptions } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { seedIn } from "../../src/world/index.ts";
import { inviteRedirectUrl, openClient } from "../open-client.ts";

const ada = { invitedUserEmailAddress: "ada@fabrikam.example", inviteRedirectUrl };

describe("a world", () => {
  test.each([
    [{ realism: "docmented" }, 'realism is instant or documented: not "docmented"'],
    [{ sed: 3 }, 'no option "sed"; it has scenario, seed, realism, clock'],
    [{ seed: Number.NaN }, "seed is a number or a text, not NaN"],
    [{ seed: null }, "seed is a number or a text, not null"],
    [{ clock: {} }, "clock is a VirtualClock"],
    [5, "createWorld takes an object"],
    [null, "createWorld takes an object"],
  ])("is not made of %j", (options, problem) => {
    expect(() => createWorld(options as WorldOptions)).toThrow(problem);
  });

  test("gives named things the same id in every run, and other ids under another seed", () => {
    const idOf = (seed: number) => createWorld({ seed }).cloud("public").tenant("contoso").user("mia").id;
    expect(idOf(42)).toBe(idOf(42));
    expect(idOf(42)).not.toBe(idOf(43));
  });

  test.each([-1, 1.5, "abc", "007", "1e3", "-0", "12345678901234567890", "NaN"])(
    "has one seed, and so one run, in code and as a report writes it: %j",
    (seed) => {
      const world = createWorld({ seed });
      const again = createWorld({ seed: seedIn(String(seed)) });
      expect(again.seed).toBe(seed);
      expect(again.random()).toBe(world.random());
    },
  );

  test("names a user who was made through Graph, and makes no other of the same name", async () => {
    const { b2b, contoso } = openClient();
    const made = await b2b.members.create({
      ...{
        displayName: "Bea",
        userPrincipalName: "Bea@contoso.onmicrosoft.com",
        mail: "bea@contoso.example",
      },
      passwordProfile: { password: "Long-enough-1" },
    });
    expect(contoso.user("bea")).toMatchObject({ id: made.id, mail: "bea@contoso.example" });
  });

  test("rewinds to a mark: guests, links, mails, instances and time are as they were, and go on as they did", async () => {
    const { b2b, world, contoso } = openClient({ seed: 3, realism: "documented" });
    await b2b.invitations.create({ ...ada, invitedUserEmailAddress: "kept@fabrikam.example" });
    const mark = world.mark();
    const once = async () => {
      const transport = contoso.transport({ as: contoso.app("inviter") });
      const fresh = createB2BClient({ transport, clock: world.clock, random: world.random });
      const invitation = await fresh.invitations.create({ ...ada, sendInvitationMessage: true });
      const guest = await fresh.guests.get(invitation.invitedUser.id);
      return { invitation, guest, at: world.clock.now(), mails: contoso.mails, log: contoso.log };
    };
    const first = await once();
    world.rewind(mark);
    expect(contoso.mails).toEqual([]);
    expect(await once()).toEqual(first);
  });

  test("refuses a rewind while something sleeps on its clock", async () => {
    const { world } = openClient();
    const mark = world.mark();
    const asleep = world.clock.sleep(1_000);
    expect(() => world.rewind(mark)).toThrow(RangeError);
    await asleep;
  });

  test("rewinds domains too: who holds them, and what they allow", () => {
    const { world, contoso } = openClient();
    const mark = world.mark();
    contoso.domain("contoso.example");
    expect(contoso.objectLimit).toBe(300_000);
    world.rewind(mark);
    expect(contoso.objectLimit).toBe(50_000);
    expect(() => world.cloud("china").tenant("corp").domain("contoso.example")).not.toThrow();
  });

  test("refuses a mark of another world or of a time taken back, and changes nothing then", async () => {
    const { b2b, world, contoso } = openClient();
    const first = world.mark();
    await world.clock.sleep(1_000);
    const later = world.mark();
    world.rewind(first);
    await b2b.invitations.create(ada);
    await world.clock.sleep(500);
    const [now, commits] = [world.clock.now(), contoso.log.length];
    expect(() => world.rewind(later)).toThrow(RangeError);
    expect(() => world.rewind(createWorld().mark())).toThrow(RangeError);
    expect([world.clock.now(), contoso.log.length]).toEqual([now, commits]);
    expect(world.tenants).toEqual([contoso]);
  });

  test("lets no caller of one tenant into another", () => {
    const { world, contoso } = openClient();
    const fabrikam = world.cloud("public").tenant("fabrikam");
    expect(() => contoso.transport({ as: fabrikam.app("inviter") })).toThrow(TypeError);
  });

  test("lets one tenant alone hold a domain, and knows only the clouds that there are", () => {
    const world = createWorld();
    world.cloud("public").tenant("contoso").domain("contoso.example");
    expect(() => world.cloud("china").tenant("corp").domain("contoso.example")).toThrow(RangeError);
    expect(() => world.cloud("mars")).toThrow(/public, usgov, usgov-dod, china/);
  });

  test("settles once every instance has applied everything", async () => {
    const { b2b, world, contoso } = openClient({ realism: "documented" });
    await b2b.invitations.create(ada);
    const last = contoso.log.length;
    await world.settle();
    expect(contoso.readers.map((reader) => reader.advance(world.clock.now()))).toEqual(
      contoso.readers.map(() => last),
    );
  });

  test("cannot settle while an instance is held", async () => {
    const { b2b, world, contoso } = openClient({ realism: "documented" });
    contoso.readers[0]?.hold();
    await b2b.invitations.create(ada);
    await expect(world.settle()).rejects.toThrow(RangeError);
  });
});
