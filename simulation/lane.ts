import type { World } from "@vestibule/fake-server";
import { type B2BClient, B2BError, type InvitationInput } from "@vestibule/sdk";
import type { CallKind, CallRecord, OwnGuest } from "./calls.ts";
import type { WatchedClient } from "./client.ts";
import type { Dice } from "./dice.ts";

/** What the lanes of a run share. */
export interface Stage {
  readonly world: World;
  readonly client: WatchedClient;
  readonly groupId: string;
  readonly appId: string;
}

interface Limits {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

interface Patience extends Pick<CallRecord, "limit" | "limitedBy"> {
  readonly limits: Limits;
  readonly over: AbortController;
}

const NO_LIMITS: Patience = {
  ...{ limits: {}, limit: undefined, limitedBy: undefined, over: new AbortController() },
};
const STRANGER = "0f0f0f0f-0000-4000-8000-0000000000ff";
const inviteRedirectUrl = "https://app.contoso.example/welcome";

/** Who is to be invited; and where the guest is named, what else is said. */
interface Wanted {
  readonly address: string;
  readonly guest?: OwnGuest;
  readonly again?: Pick<InvitationInput, "invitedUser" | "resetRedemption">;
}

/** One person's work: guests of its own, and one call after the other about them. */
export class Lane {
  readonly #stage: Stage;
  readonly #number: number;
  readonly #dice: Dice;
  readonly #guests: OwnGuest[] = [];
  readonly #uncertain = new Set<string>();
  #invited = 0;

  constructor(stage: Stage, number: number, dice: Dice) {
    this.#stage = stage;
    this.#number = number;
    this.#dice = dice;
  }

  /** Makes one call, of a kind that chance picks. */
  async step(): Promise<void> {
    const guest = this.#dice.oneOf(this.#guests.filter(({ gone }) => !gone));
    if (guest === undefined || this.#dice.chance(0.2)) return this.#inviteSomebody();
    if (this.#dice.chance(0.1)) await this.#stage.world.clock.sleep(this.#dice.between(0, 20_000));
    await this.#withGuest(guest, this.#dice.next());
  }

  async #withGuest(guest: OwnGuest, roll: number): Promise<void> {
    const { client, groupId, appId, world } = this.#stage;
    const { b2b } = client;
    const { id } = guest;
    if (roll < 0.24) await this.#call("get", guest, (limits) => b2b.guests.get(id, limits));
    else if (roll < 0.42) {
      const changes = { jobTitle: `Partner ${Math.floor(roll * 1e6)}` };
      await this.#call("update", guest, (limits) => b2b.guests.update(id, changes, limits));
    } else if (roll < 0.56) {
      await this.#call("addMember", guest, (limits) => b2b.groups.addMember(groupId, id, limits));
    } else if (roll < 0.7) {
      const assignment = { principalId: id, resourceId: appId };
      await this.#call("assign", guest, (limits) => b2b.apps.assign(assignment, limits));
    } else if (roll < 0.76) await this.#inviteAgain(guest);
    else if (roll < 0.8) {
      guest.gone = true;
      await this.#call("delete", guest, (limits) => b2b.guests.delete(id, limits));
    } else if (roll < 0.86) await this.#call("list", undefined, () => collectGuests(b2b));
    else if (roll < 0.9) {
      await this.#call("waitUntil", guest, (limits) => b2b.guests.waitUntil(id, "visible", limits));
    } else if (roll < 0.94) {
      await this.#call("getStranger", undefined, (limits) => b2b.guests.get(STRANGER, limits));
    } else if (guest.redeemUrl !== null) world.redeem(guest.redeemUrl);
    else await this.#call("get", guest, (limits) => b2b.guests.get(id, limits));
  }

  #inviteSomebody(): Promise<void> {
    const address = `guest${this.#number}-${this.#invited++}@fabrikam.example`;
    return this.#invite({ address });
  }

  /** By address, as if the guest were new; by naming the guest; or so that it redeems anew. */
  #inviteAgain(guest: OwnGuest): Promise<void> {
    const { address, id } = guest;
    const roll = this.#dice.next();
    if (roll < 0.4) return this.#invite({ address });
    const resetRedemption = roll < 0.8;
    return this.#invite({ address, guest, again: { invitedUser: { id }, resetRedemption } });
  }

  async #invite({ address, guest: named, again }: Wanted): Promise<void> {
    const { client, world } = this.#stage;
    const { b2b } = client;
    // Whoever was told that nobody knows what became of a mail does not order another.
    const sendInvitationMessage = this.#dice.chance(0.5) && !this.#uncertain.has(address);
    const input = {
      ...{ invitedUserEmailAddress: address, inviteRedirectUrl, sendInvitationMessage },
      ...again,
    };
    const record = await this.#call("invite", named, (limits) => b2b.invitations.create(input, limits), {
      address,
      withMail: sendInvitationMessage,
    });
    if (record.call.error?.outcome === "unknown") this.#uncertain.add(address);
    const invitation = record.value as
      | { invitedUser: { id: string }; inviteRedeemUrl: string | null; mail: string }
      | undefined;
    if (invitation === undefined) return;
    if (invitation.mail === "unknown") this.#uncertain.add(address);
    const { id } = invitation.invitedUser;
    record.call.invitedId = id;
    const known = this.#guests.find((guest) => guest.id === id);
    const redeemUrl = invitation.inviteRedeemUrl;
    const guest = { id, address, redeemUrl, writtenAt: world.clock.now(), gone: known?.gone ?? false };
    if (known) this.#guests.splice(this.#guests.indexOf(known), 1, { ...guest, writtenAt: known.writtenAt });
    else this.#guests.push(guest);
  }

  async #call(
    kind: CallKind,
    guest: OwnGuest | undefined,
    start: (limits: Limits) => Promise<unknown>,
    about: { readonly address?: string; readonly withMail?: boolean } = {},
  ): Promise<{ readonly call: CallRecord; readonly value: unknown }> {
    const { client, world } = this.#stage;
    const { clock } = world;
    // A list is many requests, each with a limit of its own.
    const { limits, limit, limitedBy, over } = kind === "list" ? NO_LIMITS : this.#limits();
    const call = client.open({
      lane: this.#number,
      kind,
      withMail: about.withMail ?? false,
      ...(about.address !== undefined && { address: about.address }),
      ...(guest && { guest: { ...guest } }),
      ...{ limit, limitedBy },
      startedAt: clock.now(),
      endedAt: Number.NaN,
      requests: [],
      error: undefined,
      strange: undefined,
      invitedId: undefined,
    });
    let value: unknown;
    try {
      value = await client.within(call, () => start(limits));
    } catch (error) {
      if (error instanceof B2BError) call.error = error;
      else call.strange = error;
    }
    call.endedAt = clock.now();
    over.abort("over");
    return { call, value };
  }

  /** Some callers are in a hurry, and some change their minds. */
  #limits(): Patience {
    const { clock } = this.#stage.world;
    const over = new AbortController();
    const ms = this.#dice.between(1, 30_000);
    const limit = clock.now() + ms;
    if (this.#dice.chance(0.08)) return { limits: { timeoutMs: ms }, limit, limitedBy: "timeout", over };
    if (!this.#dice.chance(0.06)) return NO_LIMITS;
    const controller = new AbortController();
    clock.sleep(ms, over.signal).then(
      () => controller.abort(new Error("the caller changed its mind")),
      () => undefined,
    );
    return { limits: { signal: controller.signal }, limit, limitedBy: "abort", over };
  }
}

function collectGuests(b2b: B2BClient): Promise<unknown> {
  return b2b.guests.list({ top: 3 }).collect({ max: 20 });
}
