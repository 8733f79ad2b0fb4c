import type { Clock } from "@vestibule/sdk/time";
import type { Conduct } from "../conduct/index.ts";
import {
  type Directory,
  type Mail,
  orderedMails,
  type SignInRecord,
  sentMails,
  signInRecords,
} from "../directory/index.ts";
import type { Faults } from "../faults/index.ts";
import type { Commit, Reader } from "../replication/index.ts";
import { Inbox } from "./inbox.ts";
import type { Post } from "./post.ts";
import type { Requests, ServedRequest } from "./requests.ts";
import type { Way } from "./way.ts";

/** What a test can see of a tenant that its clients cannot: instances, logs, mails, what went wrong, and how clients behaved. */
export class Chronicle {
  /** The mails that were sent from here: invitations, and codes to sign in with. */
  readonly inbox: Inbox;
  readonly #directory: Directory;
  readonly #way: Way;

  /** @internal */
  constructor(directory: Directory, way: Way, post: Post) {
    this.#directory = directory;
    this.#way = way;
    this.inbox = new Inbox(post, () => orderedMails(directory));
  }

  /** @internal */
  get directory(): Directory {
    return this.#directory;
  }

  /** The directory's instances: what each has applied, how late it is, and `hold()` to stop it. */
  get readers(): readonly Reader[] {
    return this.#directory.store.readers;
  }

  /** Every change of this directory, in order. */
  get log(): readonly Commit[] {
    return this.#way.requests.shown(this.#directory.store.commitsSince(0));
  }

  /** The sign-in log of redemptions, in order: who was let in, and who was not with which code. An end without a documented code leaves no line. */
  get signIns(): readonly SignInRecord[] {
    return signInRecords(this.#directory);
  }

  /** Every invitation that was mailed from here, in order. */
  get mails(): readonly Mail[] {
    return sentMails(this.#directory);
  }

  /** What is to go wrong here. Without rules nothing does. */
  get faults(): Faults {
    return this.#way.faults;
  }

  /** The last 1,000 requests to Graph that were sent here, in order: at which instance each was read, and how far that was behind. */
  get requests(): readonly ServedRequest[] {
    return this.#way.requests.last;
  }

  /** @internal */
  get clock(): Clock {
    return this.#way.clock;
  }

  /** @internal */
  get record(): Requests {
    return this.#way.requests;
  }

  /** What clients did badly here. */
  get conduct(): Conduct {
    return this.#way.conduct;
  }
}
