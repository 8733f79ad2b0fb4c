import type { World } from "@vestibule/fake-server";
import { type B2BClient, B2BError } from "@vestibule/sdk";
import type { CallKind, CallRecord, OwnGuest } from "./calls.ts";
import type { Dice } from "./dice.ts";

/** What the lanes of a run share. */
export interface Stage {
  readonly world: World;
  readonly b2b: B2BClient;
  readonly groupId: string;
  readonly appId: string;
  /** Adds a call to the record, and gives it its number. */
  readonly open: (call: Omit<CallRecord, "number">) => CallRecord;
  /** Says whose the requests are that are sent from now on; `undefined` when the call has begun. */
  readonly attribute: (call: CallRecord | undefined) => void;
}

interface Limits {
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const NO_LIMITS = { limits: {}, limit: undefined, over: new AbortController() };
const STRANGER = "0f0f0f0f-0000-4000-8000-0000000000ff";
const inviteRedirectUrl = "https://app.contoso.example/welcome";

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
    const { b2b, groupId, appId, world } = this.#stage;
    const { id, address } = guest;
    if (roll < 0.24) await this.#call("get", guest, (limits) => b2b.guests.get(id, limits));
    else if (roll < 0.42) {
      const changes = { jobTitle: `Partner ${Math.floor(roll * 1e6)}` };
      await this.#call("update", guest, (limits) => b2b.guests.update(id, changes, limits));
    } else if (roll < 0.56) {
      await this.#call("addMember", guest, (limits) => b2b.groups.addMember(groupId, id, limits));
    } else if (roll < 0.7) {
      const assignment = { principalId: id, resourceId: appId };
      await this.#call("assign", guest, (limits) => b2b.apps.assign(assignment, limits));
    } else if (roll < 0.76) await this.#invite(address, this.#dice.chance(0.5));
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
    return this.#invite(address, this.#dice.chance(0.5));
  }

  async #invite(address: string, withMail: boolean): Promise<void> {
    const { b2b, world } = this.#stage;
    // Whoever was told that nobody knows what became of a mail does not order another.
    const sendInvitationMessage = withMail && !this.#uncertain.has(address);
    const input = { invitedUserEmailAddress: address, inviteRedirectUrl, sendInvitationMessage };
    const record = await this.#call("invite", undefined, (limits) => b2b.invitations.create(input, limits), {
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
    const { clock } = this.#stage.world;
    // A list is many requests, each with a limit of its own.
    const { limits, limit, over } = kind === "list" ? NO_LIMITS : this.#limits();
    const call = this.#stage.open({
      lane: this.#number,
      kind,
      withMail: about.withMail ?? false,
      ...(about.address !== undefined && { address: about.address }),
      ...(guest && { guest: { ...guest } }),
      limit,
      startedAt: clock.now(),
      endedAt: Number.NaN,
      requests: [],
      error: undefined,
      strange: undefined,
      invitedId: undefined,
    });
    let value: unknown;
    try {
      this.#stage.attribute(call);
      const work = start(limits);
      this.#stage.attribute(undefined);
      value = await work;
    } catch (error) {
      if (error instanceof B2BError) call.error = error;
      else call.strange = error;
    }
    call.endedAt = clock.now();
    over.abort("over");
    return { call, value };
  }

  /** Some callers are in a hurry, and some change their minds. */
  #limits(): { readonly limits: Limits; readonly limit: number | undefined; readonly over: AbortController } {
    const { clock } = this.#stage.world;
    const over = new AbortController();
    const ms = this.#dice.between(1, 30_000);
    if (this.#dice.chance(0.08)) return { limits: { timeoutMs: ms }, limit: clock.now() + ms, over };
    if (!this.#dice.chance(0.06)) return { limits: {}, limit: undefined, over };
    const controller = new AbortController();
    clock.sleep(ms, over.signal).then(
      () => controller.abort(new Error("the caller changed its mind")),
      () => undefined,
    );
    return { limits: { signal: controller.signal }, limit: clock.now() + ms, over };
  }
}

function collectGuests(b2b: B2BClient): Promise<unknown> {
  return b2b.guests.list({ top: 3 }).collect({ max: 20 });
}
