import {
  type Account,
  barrierTo,
  type Directory,
  holderOf,
  type Mishap,
  type RedeemLink,
  type RedemptionRecord,
  type SignInRecord,
  type Ticket,
  takesDomain,
  type User,
} from "../directory/index.ts";
import type { SignInResult } from "../sign-in/index.ts";
import { domainOf } from "./account-home.ts";
import { exitOf, type RefusalGround, refusedStep } from "./exits.ts";
import { isStillSignedIn } from "./passcodes.ts";
import { signInRecordOf } from "./sign-in-log.ts";
import type { RedemptionStep, RefusedStep } from "./step.ts";
import { redemptionOf, takeStep } from "./visit.ts";

/** What redeeming has to know beside the directory that invites. */
export interface RedemptionScene {
  readonly directory: Directory;
  /** The application that the guest is on the way to; null for none in particular. */
  readonly appId: string | null;
  /** What signing in with an account would take now. */
  evaluate(guest: User, account: Account): SignInResult;
  /** Who has a personal Microsoft account. */
  readonly microsoftAccounts: {
    has(address: string): boolean;
    add(address: string): void;
  };
  /** What is to go wrong with a visit that begins; `link-expired` where it does not even begin. */
  nextMishap(): Mishap | "link-expired" | null;
}

/** Whom a link lets in, and with which ticket. */
export interface Holder {
  readonly guest: User;
  readonly ticket: Ticket;
}

/**
 * A link in the hands of a guest: takes answers, each once, and looks before each whether anything has come between.
 * How far the guest has come is kept by the directory, so that it is taken back together with it.
 */
export class Redeeming {
  readonly scene: RedemptionScene;
  readonly link: RedeemLink;

  constructor(scene: RedemptionScene, link: RedeemLink) {
    this.scene = scene;
    this.link = link;
  }

  /**
   * Takes an answer to the step that the guest was at when it had come as far as `asked`.
   *
   * @throws RangeError where it is not there any more; nothing has changed then
   */
  answer<S extends RedemptionStep>(asked: RedemptionRecord, go: (holder: Holder) => S): S | RefusedStep {
    const record = redemptionOf(this.scene.directory, asked.userId);
    if (record?.steps !== asked.steps || record.state !== asked.state) {
      throw new RangeError(
        `this step was answered before, or taken back; the redemption is ${record?.state ?? "not begun"} now. Ask world.redemption(link) for the step that it is at`,
      );
    }
    const holder = holderOf(this.scene.directory, this.link);
    if (typeof holder === "string") return this.refuse(record, { because: "link-not-valid", link: holder });
    const obstacle = this.obstacle(record, holder);
    return obstacle ? this.refuse(record, obstacle) : go(holder);
  }

  /** What keeps whoever has signed in from going on, whatever the answer. */
  obstacle(record: RedemptionRecord, { guest }: Holder): RefusalGround | undefined {
    const { directory } = this.scene;
    const { account } = record;
    if (account === null) return undefined;
    if (!guest.accountEnabled) return { because: "account-disabled" };
    if (!isStillSignedIn(record, directory.now())) return { because: "session-ended" };
    const domain = domainOf(account);
    // Whoever has accepted before keeps its access, whatever is put on the list later.
    if (guest.externalUserState !== "Accepted" && !takesDomain(directory, domain)) {
      return { because: "domain-not-taken" };
    }
    if (account.kind !== "organisation") return undefined;
    const { address } = account;
    if (directory.homeOf(domain)?.isEnabled(address) === false) return { because: "account-disabled" };
    const barrier = barrierTo(directory, domain, { address, appId: this.scene.appId });
    return barrier && { because: barrier };
  }

  /** The sign-in log has what the sign-in page has a code for. */
  #logged(ended: RedemptionRecord): readonly (readonly [string, SignInRecord])[] {
    const { directory, evaluate } = this.scene;
    const guest = directory.store.primary().get(ended.userId);
    if (ended.exit?.error == null || guest?.kind !== "user") return [];
    const requiresMfa = ended.account !== null && evaluate(guest, ended.account).requiresMfa;
    const line = signInRecordOf(directory, guest, ended, requiresMfa);
    return [[line.id, line]];
  }

  /** Ends the visit. The guest is as pending as before. */
  refuse(record: RedemptionRecord, ground: RefusalGround): RefusedStep {
    const exit = exitOf(ground, record.hasFactorHere);
    const { challenge, link } = ground;
    const { challenges } = takeStep(
      this.scene.directory,
      record,
      { kind: "refused", exit, challenge },
      (next) => this.#logged(next),
    );
    return refusedStep(exit, link, challenges);
  }
}
