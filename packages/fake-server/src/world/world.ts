import { VirtualClock } from "@vestibule/sdk/testing";
import { CLOUD_PROFILES, orderedMails } from "../directory/index.ts";
import {
  checkMicrosoftAccount,
  checkRedeem,
  checkRedemption,
  checkSignIn,
  checkTenant,
} from "../furnishing/index.ts";
import type { RedemptionStep } from "../redemption/index.ts";
import type { SignInResult } from "../sign-in/index.ts";
import { Chance } from "../simulation/index.ts";
import { partyOf } from "./callers.ts";
import type { Doors, TokenGate } from "./doors.ts";
import type { FakeCloud } from "./fake-cloud.ts";
import { Inbox } from "./inbox.ts";
import { LoginDesk } from "./login-desk.ts";
import { MicrosoftAccounts } from "./microsoft-accounts.ts";
import { Post } from "./post.ts";
import { type Homes, type Link, openLink, type RedeemAnswers, type Redemption, redeem } from "./redeem.ts";
import { type SignInCircumstances, signInOf } from "./sign-in.ts";
import type { Tenant } from "./tenant.ts";
import { Tenants } from "./tenants.ts";
import type { WorldMark } from "./world-mark.ts";
import { checkWorldOptions, type WorldOptions } from "./world-options.ts";

/** A fake of Entra: clouds that cannot see each other, their tenants, and one clock and one seed for all of it. */
export class World {
  readonly seed: number | string;
  readonly clock: VirtualClock;
  /** A source of chance for a client, so that its waits follow from the seed too. */
  readonly random: () => number;
  /** The mails of all tenants. */
  readonly inbox: Inbox;
  /** @internal What the doors open on that take tokens. */
  readonly gate: TokenGate;
  #drawn = 0;
  readonly #chance: Chance;
  readonly #doors: Doors;
  readonly #login: LoginDesk;
  readonly #tenants: Tenants;
  readonly #post: Post;
  readonly #microsoftAccounts = new MicrosoftAccounts();
  readonly #homes: Homes = {
    byTenantId: (id) => this.#tenants.byId(id),
    byDomain: (domain) => this.#tenants.homeOf(domain),
    microsoftAccounts: this.#microsoftAccounts,
  };
  /** Those that can still be gone back to, in order. */
  readonly #marks: WorldMark[] = [];

  /** @internal */
  constructor(options: WorldOptions, doors: Doors) {
    checkWorldOptions(options);
    const { seed = 1, realism = "instant", clock = new VirtualClock() } = options;
    this.seed = seed;
    this.clock = clock;
    this.#chance = new Chance(seed);
    const client = this.#chance.fork("client");
    this.random = () => client.at(this.#drawn++);
    this.#doors = doors;
    this.#post = new Post(clock);
    this.inbox = new Inbox(this.#post, () =>
      this.tenants
        .flatMap(({ directory }) => orderedMails(directory))
        .toSorted((one, other) => one.sentAt - other.sentAt),
    );
    this.#login = new LoginDesk({
      ...{ chance: this.#chance, now: () => clock.now(), homeOf: this.#homes.byDomain },
      find: (idOrDomain) => this.#tenants.find(idOrDomain)?.directory,
    });
    this.#tenants = new Tenants({
      ...{ clock, realism, doors, chance: this.#chance, tokens: this.#login.tokens, post: this.#post },
    });
    this.gate = {
      open: (token) => this.#open(token),
      graphOrigins: new Map(CLOUD_PROFILES.map(({ graph, login }) => [graph, login])),
      loginOrigins: new Set(CLOUD_PROFILES.flatMap(({ login, loginAliases }) => [login, ...loginAliases])),
      login: (request) => this.#login.answer(request),
      stamp: (clientRequestId) => this.#login.stamp(clientRequestId),
    };
  }

  /** Every tenant, in order of creation. */
  get tenants(): readonly Tenant[] {
    return this.#tenants.all;
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
        return this.#tenants.named(profile, name, options);
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
    return openLink(this.#homes, link, circumstances);
  }

  /** Follows a redeem link, or the one in a mail, to its end. Without `answers` the guest does at every step what lets it in. */
  redeem(link: Link, answers: RedeemAnswers = {}): Redemption {
    checkRedeem({ link, answers });
    return redeem(this.#homes, link, answers);
  }

  /** Gives somebody a personal Microsoft account. Addresses at outlook.com, hotmail.com, live.com and msn.com are such by themselves. */
  microsoftAccount(address: string): this {
    checkMicrosoftAccount({ address });
    this.#microsoftAccounts.add(address);
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
    return signInOf(this.#homes.byDomain, to.directory, user, circumstances);
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
    const mark = {
      at: this.clock.now(),
      drawn: this.#drawn,
      login: this.#login.position,
      mailsTaken: this.#post.taken,
      microsoftAccounts: this.#microsoftAccounts.made,
      ...this.#tenants.position,
    };
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
    this.#tenants.rewind(mark);
    this.#login.rewind(mark.login);
    this.#post.rewind(mark.mailsTaken);
    this.#microsoftAccounts.rewind(mark.microsoftAccounts);
    this.#drawn = mark.drawn;
  }

  #open(token: string): ReturnType<TokenGate["open"]> {
    const held = this.#login.tokens.holder(token);
    const tenant = this.#tenants.byId(held?.caller.tenantId);
    if (held === undefined || tenant === undefined) return this.#login.whyRefused(token);
    return { ...tenant.open(partyOf(held.caller)), audience: held.audience };
  }
}
