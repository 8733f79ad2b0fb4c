import type { FakeApp, FakeUser } from "@vestibule/fake-server";
import { createB2BClient } from "@vestibule/sdk";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inviteRedirectUrl, openClient } from "../open-client.ts";
import { QuotaModel } from "./quota-model.ts";

const DAY = 86_400_000;
const ROOM = 4;
const EACH = 2;
/** A person, an application without an administrator's rights, and one with them: objects as well, all of them. */
const CALLERS = 3;

/** A world with three who invite, two of them held to a number of their own, and the model beside it. */
class Scene {
  readonly #open = openClient();
  readonly #ids = new Map<number, string>();
  readonly #callers = [
    this.#clientOf(this.#open.contoso.user("mia")),
    this.#clientOf(this.#open.contoso.app("modest", { isAdministrator: false })),
    this.#open.b2b,
  ];
  readonly #model = new QuotaModel({ room: ROOM, each: EACH, held: 2 }, () => this.#open.world.clock.now());

  constructor() {
    this.#open.contoso
      .limit("directory-objects-without-domain", ROOM + CALLERS)
      .limit("objects-created-by-non-admin", EACH);
  }

  async invite(by: number, who: number): Promise<void> {
    const expected = this.#model.verdict(by, who);
    const result = await this.#callers[by]?.invitations
      .create({ invitedUserEmailAddress: `guest${who}@fabrikam.example`, inviteRedirectUrl })
      .safe();
    expect(result?.ok ? "invited" : result?.error.limit).toBe(expected);
    if (!result?.ok) return;
    this.#model.invited(by, who);
    this.#ids.set(who, result.value.invitedUser.id);
  }

  async delete(who: number): Promise<void> {
    if (!this.#model.isThere(who)) return;
    await this.#open.b2b.guests.delete(this.#ids.get(who) ?? "");
    this.#model.deleted(who);
  }

  sleep(days: number): Promise<void> {
    return this.#open.world.clock.sleep(days * DAY);
  }

  async compare(): Promise<void> {
    const [objects] = await this.#open.b2b.limits.check();
    expect(objects?.used).toBe(this.#model.held + CALLERS);
  }

  #clientOf(as: FakeUser | FakeApp) {
    const { contoso, world } = this.#open;
    const transport = contoso.transport({ as });
    return createB2BClient({ transport, clock: world.clock, random: world.random });
  }
}

type Step = (scene: Scene) => Promise<void>;

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.nat(CALLERS - 1), fc.nat(4)).map(
    ([by, who]): Step =>
      (scene) =>
        scene.invite(by, who),
  ),
  fc.nat(4).map(
    (who): Step =>
      (scene) =>
        scene.delete(who),
  ),
  fc.constantFrom(1, 15, 29, 30).map(
    (days): Step =>
      (scene) =>
        scene.sleep(days),
  ),
);

test("whoever invites, deletes and waits is let in and refused as the two quotas of objects have it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 80 }), async (history) => {
      const scene = new Scene();
      for (const step of history) await step(scene);
      await scene.compare();
    }),
    { numRuns: 200 },
  );
});
