import { VirtualClock } from "@vestibule/sdk/testing";
import { CLOUD_PROFILES } from "../directory/index.ts";
import {
  checkMicrosoftAccount,
  checkRedeem,
  checkRedemption,
  checkSignIn,
  checkTenant,
} from "../furnishing/index.ts";
import type { RedemptionStep } from "../redemption/index.ts";
import type { SignInResult } from "../sign-in/index.ts";
import { readSnapshot, type WorldSnapshot } from "../snapshot/index.ts";
import { partyOf } from "./callers.ts";
import { Contents } from "./contents.ts";
import type { Doors, TokenGate } from "./doors.ts";
import type { FakeCloud } from "./fake-cloud.ts";
import type { Inbox } from "./inbox.ts";
import { type Link, openLink, type RedeemAnswers, type Redemption, redeem } from "./redeem.ts";
import { type SignInCircumstances, signInOf } from "./sign-in.ts";
import type { Tenant } from "./tenant.ts";
import type { WorldMark } from "./world-mark.ts";
import { checkWorldOptions, type WorldOptions } from "./world-options.ts";

/** A fake of Entra: clouds that cannot see each other, their tenants, and one clock and one seed for all of it. */
export class World {
  readonly clock: VirtualClock;
  /** A source of chance for a client, so that its waits follow from the seed too. */
  readonly random: () => number;
  /** @internal What the doors open on that take tokens. */
  readonly gate: TokenGate;
  readonly #doors: Doors;
  #contents: Contents;
  /** Those that can still be gone back to, in order. */
  #marks: WorldMark[] = [];

  /** @internal */
  constructor(options: WorldOptions, doors: Doors) {
    checkWorldOptions(options);
    const { seed = 1, realism = "instant", clock = new VirtualClock() } = options;
    this.clock = clock;
    this.#doors = doors;
    this.#contents = new Contents({ seed, realism }, { clock, doors });
    this.random = () => this.#contents.draw();
    this.gate = {
      open: (token) => this.#open(token),
      graphOrigins: new Map(CLOUD_PROFILES.map(({ graph, login }) => [graph, login])),
      loginOrigins: new Set(CLOUD_PROFILES.flatMap(({ login, loginAliases }) => [login, ...loginAliases])),
      login: (request) => this.#contents.login.answer(request),
      stamp: (clientRequestId) => this.#contents.login.stamp(clientRequestId),
    };
  }

  get seed(): number | string {
    return this.#contents.seed;
  }

  /** The mails of all tenants. */
  get inbox(): Inbox {
    return this.#contents.inbox;
  }

  /** Every tenant, in order of creation. */
  get tenants(): readonly Tenant[] {
    return this.#contents.tenants.all;
  }

  /**
   * A national cloud, by its id: `public`, `usgov`, `usgov-dod` or `china`.
   *
   * @throws RangeError for any other id
   */
  cloud(id: string): FakeCloud {
    const profile = CLOUD_PROFILES.find((known) => known.id === id);
    if (profile === undefined) {
      throw new RangeError(
        `there is no cloud "${id}"; there are ${CLOUD_PROFILES.map((known) => known.id).join(", ")}`,
      );
    }
    return {
      id,
      tenant: (name, options) => {
        checkTenant({ name, options });
        return this.#contents.tenants.named(profile, name, options);
      },
    };
  }

  /**
   * Answers a request to Graph, of whichever cloud its host belongs to; a loopback host stands for any. The clouds' login
   * hosts sign users and applications in, and publish what clients look for there. Takes what `fetch` takes.
   *
   * @throws TypeError for what is neither a request nor an address
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response> {
    return this.#doors.fetch(this.gate, input, init);
  }

  /**
   * Opens a redeem link, or the one in a mail, as the guest would, and gives the step that its redemption is at, with what it can be answered
   * with. Opening it again before the end gives the step at which it was left; after it, starts over.
   */
  redemption(link: Link, circumstances: SignInCircumstances = {}): RedemptionStep {
    checkRedemption({ link, circumstances });
    return openLink(this.#contents.homes, link, circumstances);
  }

  /** Follows a redeem link, or the one in a mail, to its end. Without `answers` the guest does at every step what lets it in. */
  redeem(link: Link, answers: RedeemAnswers = {}): Redemption {
    checkRedeem({ link, answers });
    return redeem(this.#contents.homes, link, answers);
  }

  /** Gives somebody a personal Microsoft account. Addresses at outlook.com, hotmail.com, live.com and msn.com are such by themselves. */
  microsoftAccount(address: string): this {
    checkMicrosoftAccount({ address });
    this.#contents.microsoftAccounts.add(address);
    return this;
  }

  /**
   * Signs somebody in to a tenant where it is known already, as its user with this object id. Tells what a sign-in asks for
   * by itself: a guest who is yet to redeem is taken to have done so. What redeeming asks for tells {@link redeem}.
   *
   * @throws RangeError for an id that is no user's there
   */
  signIn(to: Tenant, userId: string, circumstances: SignInCircumstances = {}): SignInResult {
    checkSignIn({ to, userId, circumstances });
    const user = to.directory.store.primary().get(userId);
    if (user?.kind !== "user") throw new RangeError(`${to.name} has no user with the id ${userId}`);
    return signInOf(this.#contents.homes.byDomain, to.directory, user, circumstances);
  }

  /** Waits, on the world's clock, until every instance of every tenant has applied everything. */
  async settle(): Promise<void> {
    const latest = Math.max(
      ...this.tenants.map(({ directory }) => directory.store.settlesAt()),
      this.clock.now(),
    );
    if (latest === Number.POSITIVE_INFINITY) throw new RangeError("an instance is held; release it first");
    await this.clock.sleep(latest - this.clock.now());
  }

  /** Remembers this moment. What could be read then is kept from now on, as long as the world. */
  mark(): WorldMark {
    const mark = this.#contents.position;
    this.#marks.push(mark);
    return mark;
  }

  /**
   * Takes back everything since `mark`, time included. Costs as much as what it takes back, however large the
   * directories. Clients from before are of no use afterwards, nor are marks that were made later.
   *
   * @throws RangeError for a mark of another world, or of a time taken back; and while anything sleeps on the clock
   */
  rewind(mark: WorldMark): void {
    const place = this.#marks.indexOf(mark);
    if (place < 0)
      throw new RangeError("this mark is not of this world, or lies in a time that was taken back");
    this.clock.reset(mark.at);
    this.#marks.length = place + 1;
    this.#contents.rewind(mark);
  }

  /**
   * All of this world as data that a file can hold, and nothing secret in it. Marks are not in it, nor what is on its
   * way.
   */
  snapshot(): WorldSnapshot {
    return this.#contents.kept;
  }

  /**
   * Becomes the world of a snapshot, time and seed included, in one step: where it cannot, nothing has changed. Tenants,
   * clients and marks from before are of no use afterwards; the doors stay open.
   *
   * @param snapshot - as {@link World.snapshot | snapshot} gives it, or what a file holds
   * @throws TypeError, RangeError with the path of what is wrong; RangeError as well while anything sleeps on the clock
   */
  restore(snapshot: unknown): void {
    const read = readSnapshot(snapshot);
    const { clock } = this;
    const contents = new Contents(read, { clock, doors: this.#doors, before: this.#contents });
    contents.restore(read);
    clock.reset(read.now);
    this.#contents = contents;
    this.#marks = [];
  }

  #open(token: string): ReturnType<TokenGate["open"]> {
    const { login, tenants } = this.#contents;
    const held = login.tokens.holder(token);
    const tenant = tenants.byId(held?.caller.tenantId);
    if (held === undefined || tenant === undefined) return login.whyRefused(token);
    return { ...tenant.open(partyOf(held.caller)), audience: held.audience };
  }
}
