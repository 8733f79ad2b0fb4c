import type {
  DefaultGuestProperty,
  DirectoryObject,
  Guest,
  GuestChanges,
  GuestProperty,
  RedemptionReset,
} from "../schemas/index.ts";
import type { Random } from "../time/index.ts";
import { type Call, type Line, startCall } from "./call.ts";
import { CALL_OPTIONS, type CallOptions } from "./call-options.ts";
import type { IssuedInvitation } from "./create-invitation.ts";
import { deleteGuest, type GuestSelection, getGuest, updateGuest } from "./guest-operations.ts";
import { GUEST_QUERY, type GuestListOptions, listGuests } from "./list-guests.ts";
import { listOf, type PageIterable } from "./pages.ts";
import { resetRedemption } from "./reset-redemption.ts";
import { addSponsor, listSponsors, type SponsorshipChange } from "./sponsors.ts";
import { type GuestState, type WaitOptions, waitForGuest } from "./wait-until.ts";

/** Guests of this directory, by object id or user principal name. The id is the safer one: a principal name may change. */
export interface Guests {
  /**
   * Reads one guest. Without `select`, what tells a guest is read: Graph's own default leaves all of it out.
   * Needs `User.Read.All`.
   *
   * @throws B2BError `not-found`, at once, for an id that this client did not create
   */
  get<K extends GuestProperty = DefaultGuestProperty>(
    id: string,
    options?: CallOptions & GuestSelection<K>,
  ): Call<Pick<Guest, K>>;

  /**
   * Lists the guests: whoever has the user type `Guest`, and whoever was invited, as a member too.
   * Needs `User.Read.All`.
   */
  list<K extends GuestProperty = DefaultGuestProperty>(
    options?: GuestListOptions<K> & CallOptions,
  ): PageIterable<Pick<Guest, K>>;

  /** Changes some properties of a guest. Needs `User.ReadWrite.All`. */
  update(id: string, changes: GuestChanges, options?: CallOptions): Call<void>;

  /** Deletes a guest. For 30 days the account can be restored, and counts against the directory's limit. Needs `User.ReadWrite.All`. */
  delete(id: string, options?: CallOptions): Call<void>;

  /**
   * Makes somebody, or a group, answer for a guest. Needs `User.ReadWrite.All`.
   *
   * @throws B2BError `limit-reached` where the guest has five sponsors
   */
  addSponsor(id: string, sponsorId: string, options?: CallOptions): Call<SponsorshipChange>;

  /** Lists who answers for a guest: users and groups. Needs `User.Read.All`. */
  sponsors(id: string, options?: CallOptions): PageIterable<DirectoryObject>;

  /**
   * Lets a guest redeem anew, under another address or with another account: the old sign-in is unlinked, and every
   * link from before is dead. The object id, the user principal name, groups and apps stay. Answers with the new link.
   *
   * With a mail it is never sent twice on a guess, as with an invitation. Until every instance has the reset, one that
   * lags may still show the guest as `Accepted`: to wait for the new acceptance, look at
   * `externalUserStateChangeDateTime` as well.
   * Needs `User.ReadWrite.All`, and of a user the role Helpdesk Administrator or User Administrator: Guest Inviter is not
   * enough. An application cannot reset a guest who holds directory roles.
   *
   * @param id - the object id
   * @throws B2BError
   * - `rejected-input`, with `remedies`: the guest does not have the address
   * - `cloud-boundary`: the address is at home in a cloud that cannot be invited from here
   * - `forbidden`: the caller may not reset
   * - `invalid-input`: nothing was sent
   */
  resetRedemption(id: string, reset: RedemptionReset, options?: CallOptions): Call<IssuedInvitation>;

  /**
   * Reads until several answers in a row agree: one good read is no proof, since each may come from another instance.
   * Answers with the guest as last seen.
   *
   * @param state - `visible`: the guest is there. `redeemed`: the invitation was accepted. Or a condition of your own.
   * @throws B2BError `not-yet-visible` or `timeout`, with what it saw in `seen`
   */
  waitUntil(id: string, state: GuestState, options?: WaitOptions): Promise<Pick<Guest, DefaultGuestProperty>>;
}

const SELECTED = [...CALL_OPTIONS, "select"];
const LISTED = [...CALL_OPTIONS, ...GUEST_QUERY];

export function guests(line: Line, random: Random): Guests {
  return {
    get: <K extends GuestProperty = DefaultGuestProperty>(
      id: string,
      options: CallOptions & GuestSelection<K> = {},
    ) => startCall(line, getGuest<K>(), { id, select: options?.select }, options, SELECTED),
    list: <K extends GuestProperty = DefaultGuestProperty>(
      options: GuestListOptions<K> & CallOptions = {},
    ) => {
      const { signal: _, timeoutMs: __, ...query } = options ?? {};
      return listOf(line, listGuests<K>(), query, options, LISTED);
    },
    update: (id, changes, options) => startCall(line, updateGuest, { id, changes }, options),
    delete: (id, options) => startCall(line, deleteGuest, { id }, options),
    addSponsor: (id, sponsorId, options) => startCall(line, addSponsor, { id, sponsorId }, options),
    sponsors: (id, options) => listOf(line, listSponsors, id, options),
    resetRedemption: (id, reset, options) => startCall(line, resetRedemption, { id, reset }, options),
    waitUntil: (id, state, options) => waitForGuest(line, random, id, state, options),
  };
}
