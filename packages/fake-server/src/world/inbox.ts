import type { Mail, PasscodeMail } from "../directory/index.ts";
import { checkWantedMail } from "../furnishing/index.ts";
import type { Post } from "./post.ts";

/** A mail that came out of a directory, told by what it is `about`. */
export type InboxMail = Mail | PasscodeMail;

/** Which mail is wanted; what is not said is any. */
export interface WantedMail<About extends InboxMail["about"]> {
  /** Whom it was sent to; case does not count. */
  readonly to?: string;
  /** Who got a copy. */
  readonly cc?: string;
  /** Default `invitation`. */
  readonly about?: About;
}

/** How long to wait for a mail. */
export interface MailWait {
  /** In milliseconds of the world's time. Default one hour. */
  readonly withinMs?: number;
}

const AN_HOUR_MS = 3_600_000;

/**
 * The mails of a directory, or of all of them, as the people have them who got them.
 *
 * @example
 * ```ts
 * const { redeemUrl } = await contoso.inbox.next({ to: "ada@fabrikam.example" });
 * ```
 */
export class Inbox {
  readonly #post: Post;
  readonly #ordered: () => readonly InboxMail[];

  /** @internal */
  constructor(post: Post, ordered: () => readonly InboxMail[]) {
    this.#post = post;
    this.#ordered = ordered;
  }

  /** Every mail that has arrived, in order; those too that have been taken out. */
  get mails(): readonly InboxMail[] {
    return this.#ordered().filter(({ sentAt }) => sentAt <= this.#post.now);
  }

  /**
   * Takes out the next mail of this kind that nobody has taken out yet, and waits for it on the world's clock where it
   * has not come. A mail that comes late is there at its time, one that is sent twice is there twice, one that got lost
   * is not.
   *
   * @throws Error once it has waited in vain
   */
  async next<About extends InboxMail["about"] = "invitation">(
    wanted: WantedMail<About> = {},
    wait: MailWait = {},
  ): Promise<Extract<InboxMail, { readonly about: About }>> {
    checkWantedMail({ wanted, wait });
    const { withinMs = AN_HOUR_MS } = wait;
    if (!(withinMs >= 0)) throw new RangeError("withinMs has to be a number of milliseconds, 0 or more");
    const deadline = this.#post.now + withinMs;
    for (;;) {
      const [first] = this.#ordered().filter((mail) => !this.#post.isTaken(mail.id) && fits(mail, wanted));
      const { now } = this.#post;
      if (first !== undefined && first.sentAt <= now) {
        this.#post.take(first.id);
        return first as Extract<InboxMail, { readonly about: About }>;
      }
      if (now >= deadline) throw new Error(inVain(wanted, withinMs, this.mails.length));
      await this.#post.wait(Math.min(deadline, first?.sentAt ?? deadline) - now);
    }
  }
}

function fits(mail: InboxMail, { to, cc, about = "invitation" }: WantedMail<InboxMail["about"]>): boolean {
  const copied = mail.about === "invitation" ? mail.cc : null;
  return (
    mail.about === about &&
    (to === undefined || mail.to.toLowerCase() === to.toLowerCase()) &&
    (cc === undefined || copied?.toLowerCase() === cc.toLowerCase())
  );
}

function inVain({ about = "invitation" }: WantedMail<InboxMail["about"]>, ms: number, there: number): string {
  return `no such mail about an ${about} came in ${ms} ms of the world's time; there are ${there} mails in all. A mail is sent only where sendInvitationMessage asks for it, never where both organisations redeem automatically, and a fault may have lost it: see faults.fired`;
}
