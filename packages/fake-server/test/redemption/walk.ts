import type { AcceptedStep, RedemptionStep, RefusedStep } from "@vestibule/fake-server";
import { expect } from "vitest";
import type { Scene } from "./scene.ts";

const MINUTE = 60_000;

/** How long links are good for once they run out at all. */
export const LINK_LIFETIME = 45 * MINUTE;

/** A link that was given out. */
interface Link {
  readonly url: string;
  /** Whom it was given to: the guest is another one after it was deleted and invited again. */
  readonly guestId: string;
  readonly issuedAt: number;
}

/** What a walker knows by itself of how things stand: written down from what it does, never read from the fake. */
export interface Known {
  /** Whether the guest is of an Entra organisation. */
  readonly isOfOrganisation: boolean;
  homeAsks: boolean;
  hereAsks: boolean;
  isTrusted: boolean;
  hasTerms: boolean;
  isBlocked: boolean;
  isShutOut: boolean;
  isOnList: boolean;
  isDisabled: boolean;
  accepted: boolean;
  /** The links that were given out; only the last is good. */
  readonly links: Link[];
  /** Whether links run out. */
  linksRunOut: boolean;
  isGone: boolean;
  signedInAt: number | undefined;
  /** In the present visit. */
  consented: boolean;
  /** In the present visit. */
  readonly passed: Set<string>;
}

/** A step that can be answered. */
export type OpenStep = Exclude<RedemptionStep, { readonly at: "accepted" | "refused" }>;

/** A walk under way: the scene, what is known, and the step that the guest is at. */
export class Walk {
  readonly scene: Scene;
  readonly known: Known;
  step: OpenStep | undefined;
  /** Steps that were answered before, to be tried again. */
  readonly spent: OpenStep[] = [];
  /** How visits ended. */
  readonly ends: string[] = [];
  guestId: string;
  #linkOfVisit: Link;

  constructor(scene: Scene, isOfOrganisation: boolean) {
    this.scene = scene;
    this.guestId = scene.guestId;
    this.#linkOfVisit = { url: scene.link, guestId: scene.guestId, issuedAt: scene.world.clock.now() };
    this.known = {
      ...{ isOfOrganisation, homeAsks: false, hereAsks: false, isTrusted: false, hasTerms: false },
      ...{ isBlocked: false, isShutOut: false, isOnList: false, isDisabled: false, accepted: false },
      ...{ links: [this.#linkOfVisit], linksRunOut: false, isGone: false },
      ...{ signedInAt: undefined, consented: false, passed: new Set<string>() },
    };
  }

  get now(): number {
    return this.scene.world.clock.now();
  }

  /** The guest's state at the directory's primary; `undefined` for one that is gone. */
  state(): string | null | undefined {
    const user = this.scene.contoso.directory.store.primary().get(this.guestId);
    return user?.kind === "user" && user.deletedAt === null ? user.externalUserState : undefined;
  }

  get last(): Link {
    return this.known.links.at(-1) ?? this.#linkOfVisit;
  }

  gets(url: string): void {
    this.known.links.push({ url, guestId: this.guestId, issuedAt: this.now });
  }

  /** What is wrong with a link. The service documents no order; the fake looks in this one. */
  problemWith(link: Link): "replaced" | "expired" | "guest-gone" | undefined {
    const { links, linksRunOut, isGone } = this.known;
    if (links.findLast(({ guestId }) => guestId === link.guestId) !== link) return "replaced";
    if (linksRunOut && this.now >= link.issuedAt + LINK_LIFETIME) return "expired";
    return isGone || link.guestId !== this.guestId ? "guest-gone" : undefined;
  }

  /** What has to be passed as things stand, said in the words of Microsoft's page on guests and conditional access. */
  required(): readonly string[] {
    const { isOfOrganisation, homeAsks, hereAsks, isTrusted, hasTerms } = this.known;
    const countsAtHome = isOfOrganisation && isTrusted;
    const atHome = isOfOrganisation && (homeAsks || (hereAsks && countsAtHome));
    return [
      ...(atHome ? ["mfa home"] : []),
      ...(hereAsks && !countsAtHome ? ["mfa resource"] : []),
      ...(hasTerms ? ["terms resource"] : []),
    ];
  }

  /** Everything that has to be true for a guest to get in. What is missing, in words. */
  missing(): readonly string[] {
    const { isOfOrganisation, isBlocked, isShutOut, isOnList, isDisabled, accepted } = this.known;
    const { consented, passed } = this.known;
    const open = this.required().filter((challenge) => !passed.has(challenge));
    return [
      ...(this.problemWith(this.#linkOfVisit) === undefined ? [] : ["a link that is good"]),
      ...(this.#hasSession() ? [] : ["a session"]),
      ...(consented || accepted ? [] : ["consent"]),
      ...open,
      ...(isBlocked ? ["a policy that lets in"] : []),
      ...(isShutOut && isOfOrganisation ? ["an open door"] : []),
      ...(isOnList && !accepted ? ["a domain that is not on the list"] : []),
      ...(isDisabled ? ["an account that is not disabled"] : []),
    ];
  }

  #hasSession(): boolean {
    const { signedInAt, isOfOrganisation } = this.known;
    return signedInAt !== undefined && (isOfOrganisation || this.now < signedInAt + 24 * 60 * MINUTE);
  }

  #isBeforeSignIn(): boolean {
    return ["sign-in", "passcode-request", "passcode"].includes(this.step?.at ?? "");
  }

  /** The guest does what a step asks for. */
  note(step: OpenStep): void {
    const { known } = this;
    if (step.at === "sign-in" || step.at === "passcode") known.signedInAt = this.now;
    if (step.at === "consent") known.consented = true;
    if (step.at === "mfa" || step.at === "terms") known.passed.add(challengeOf(step));
  }

  forgetSession(): void {
    this.known.signedInAt = undefined;
  }

  forgetVisit(): void {
    this.known.consented = false;
    this.known.passed.clear();
  }

  /** The link was opened: at the step at which it was left, or anew. */
  opened(step: RedemptionStep): void {
    const { known } = this;
    const isOfThisLink = this.#linkOfVisit === this.last;
    if (!isOfThisLink || !this.#hasSession()) this.forgetSession();
    const isLeftOff =
      this.step !== undefined && isOfThisLink && (known.signedInAt === undefined) === this.#isBeforeSignIn();
    if (!isLeftOff) this.forgetVisit();
    this.#linkOfVisit = this.last;
    this.moved(step, true);
  }

  /** A guest is refused for what is known to be in the way, or for its own answer, and for nothing else. */
  #understands({ because, link }: RefusedStep, isRight: boolean): void {
    const { isDisabled, isOnList, accepted, isShutOut, isOfOrganisation, isBlocked } = this.known;
    const reasons: Readonly<Record<string, boolean>> = {
      "link-not-valid": link !== undefined && link === this.problemWith(this.#linkOfVisit),
      "account-disabled": isDisabled,
      "session-ended": !this.#hasSession(),
      "domain-not-taken": isOnList && !accepted,
      "blocked-here": isShutOut && isOfOrganisation,
      "blocked-by-policy": isBlocked,
    };
    const isUnderstood = BY_ANSWER.has(because) ? !isRight : reasons[because];
    expect(isUnderstood, `refused because of ${because} ${link}`).toBe(true);
  }

  /** Holds where the guest is now against what is known, and goes there. */
  moved(step: RedemptionStep, isRight: boolean): void {
    const { known } = this;
    if (step.at === "accepted") {
      expect(this.missing()).toEqual([]);
      known.accepted = true;
    }
    const pending = known.accepted ? "Accepted" : "PendingAcceptance";
    expect(this.state()).toBe(known.isGone ? undefined : pending);
    if (step.at === "refused") this.#understands(step, isRight);
    if (step.at === "mfa" || step.at === "terms") expect(this.required()).toContain(challengeOf(step));
    if (step.at === "accepted" || step.at === "refused") this.#ended(step);
    else this.step = step;
  }

  #ended(step: AcceptedStep | RefusedStep): void {
    this.step = undefined;
    this.ends.push(step.at === "accepted" ? "accepted" : (step.link ?? step.because));
    this.forgetVisit();
    // Only whoever came with a code is still signed in when the link is opened again.
    const isNew = step.at === "refused" && step.because === "link-not-valid";
    if (this.known.isOfOrganisation || isNew) this.forgetSession();
  }
}

function challengeOf(step: Extract<OpenStep, { readonly at: "mfa" | "terms" }>): string {
  return step.at === "mfa" ? `mfa ${step.tenant}` : "terms resource";
}

/** The ends that a guest comes to by itself. */
const BY_ANSWER: ReadonlySet<string> = new Set([
  "wrong-account",
  "consent-refused",
  "mfa-denied",
  "terms-declined",
]);
