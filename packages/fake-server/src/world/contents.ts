import type { VirtualClock } from "@vestibule/sdk/testing";
import { orderedMails } from "../directory/index.ts";
import type { Realism } from "../replication/index.ts";
import { Chance } from "../simulation/index.ts";
import type { WorldSnapshot } from "../snapshot/index.ts";
import type { Doors } from "./doors.ts";
import { Inbox } from "./inbox.ts";
import { LoginDesk } from "./login-desk.ts";
import { MicrosoftAccounts } from "./microsoft-accounts.ts";
import { Post } from "./post.ts";
import type { Homes } from "./redeem.ts";
import { Tenants } from "./tenants.ts";
import type { WorldMark } from "./world-mark.ts";

/** What the contents of a world follow from. */
export interface Origin {
  readonly seed: number | string;
  readonly realism: Realism;
}

/** What is around them, whatever they are. */
export interface Frame {
  readonly clock: VirtualClock;
  readonly doors: Doors;
  /** What was in it before. */
  readonly before?: Contents | undefined;
}

/** All that a world holds, but for its clock: it is replaced as a whole where a snapshot takes its place. */
export class Contents {
  readonly seed: number | string;
  readonly inbox: Inbox;
  readonly login: LoginDesk;
  readonly tenants: Tenants;
  readonly homes: Homes;
  readonly microsoftAccounts = new MicrosoftAccounts();
  readonly #realism: Realism;
  readonly #clock: VirtualClock;
  readonly #client: Chance;
  readonly #post: Post;
  #drawn = 0;

  constructor({ seed, realism }: Origin, { clock, doors, before }: Frame) {
    const chance = new Chance(seed);
    this.seed = seed;
    this.#realism = realism;
    this.#clock = clock;
    this.#client = chance.fork("client");
    this.#post = new Post(clock);
    this.inbox = new Inbox(this.#post, () =>
      this.tenants.all
        .flatMap(({ directory }) => orderedMails(directory))
        .toSorted((one, other) => one.sentAt - other.sentAt),
    );
    this.homes = {
      byTenantId: (id) => this.tenants.byId(id),
      byDomain: (domain) => this.tenants.homeOf(domain),
      microsoftAccounts: this.microsoftAccounts,
    };
    const surroundings = {
      ...{ chance, now: () => clock.now(), homeOf: this.homes.byDomain },
      find: (idOrDomain: string) => this.tenants.find(idOrDomain)?.directory,
      directories: () => this.tenants.all.map(({ directory }) => directory),
    };
    this.login = new LoginDesk(surroundings, before?.login);
    const { tokens } = this.login;
    this.tenants = new Tenants({ clock, realism, doors, chance, tokens, post: this.#post });
  }

  /** The next number for a client. */
  draw(): number {
    return this.#client.at(this.#drawn++);
  }

  get kept(): WorldSnapshot {
    return {
      ...{ version: 1, seed: this.seed, realism: this.#realism, now: this.#clock.now(), drawn: this.#drawn },
      ...{ login: this.login.kept, mailsTaken: this.#post.takenIds },
      ...{ microsoftAccounts: this.microsoftAccounts.addresses, tenants: this.tenants.kept },
    };
  }

  /**
   * Makes what a snapshot holds, where nothing is yet.
   *
   * @throws RangeError with the path of what cannot be had
   */
  restore({ drawn, login, mailsTaken, microsoftAccounts, tenants }: WorldSnapshot): void {
    this.#drawn = drawn;
    this.login.restore(login);
    for (const id of mailsTaken) this.#post.take(id);
    for (const address of microsoftAccounts) this.microsoftAccounts.add(address);
    this.tenants.restore(tenants);
  }

  get position(): WorldMark {
    return {
      at: this.#clock.now(),
      drawn: this.#drawn,
      login: this.login.position,
      mailsTaken: this.#post.taken,
      microsoftAccounts: this.microsoftAccounts.made,
      ...this.tenants.position,
    };
  }

  rewind(mark: WorldMark): void {
    this.tenants.rewind(mark);
    this.login.rewind(mark.login);
    this.#post.rewind(mark.mailsTaken);
    this.microsoftAccounts.rewind(mark.microsoftAccounts);
    this.#drawn = mark.drawn;
  }
}
