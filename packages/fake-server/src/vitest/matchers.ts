import { expect, type MatchersObject } from "vitest";
import {
  cleanConduct,
  converged,
  invited,
  type OfCaller,
  type SessionGuarantee,
  type Subject,
  sessionKept,
  type Verdict,
  type Within,
} from "../trial/index.ts";

/** The arguments of a matcher for a world or a tenant; of anything else nothing can be expected. */
export type Judged<T, Given extends readonly unknown[]> = T extends Subject
  ? Given
  : [refused: "this matcher is for a world or a tenant"];

/** What can be expected of a world, which stands for all of its tenants, or of one tenant. */
export interface EntraMatchers<R, T> {
  /**
   * An address was invited; with `times`, exactly so often, and with 0 never. An invitation whose answer was lost, and
   * which was asked for again without a mail, is one.
   */
  toHaveInvited(...given: Judged<T, [address: string, times?: number]>): R;
  /** No client did anything badly: see `tenant.conduct`. */
  toHaveCleanConduct(...given: Judged<T, []>): R;
  /** Every instance has applied everything once so much of the world's time has passed, at the latest. It passes at once. */
  toConverge(...given: Judged<T, [within: Within]>): Promise<void>;
  /**
   * Every caller's answers kept a guarantee, as far as requests are remembered: the last 1,000. Of the same request sent
   * again only the last answer counts, since whoever asks again did not take the first for the truth. Parts of a batch are
   * not judged.
   */
  toSatisfySession(...given: Judged<T, [guarantee: SessionGuarantee, options?: OfCaller]>): R;
}

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends EntraMatchers<R, T> {}
}

const matchers = {
  toHaveInvited: (subject: unknown, address: string, times?: number): Verdict =>
    invited(subject, address, times, "toHaveInvited"),
  toHaveCleanConduct: (subject: unknown): Verdict => cleanConduct(subject, "toHaveCleanConduct"),
  toConverge: (subject: unknown, within: Within): Promise<Verdict> =>
    converged(subject, within, "toConverge"),
  toSatisfySession: (subject: unknown, guarantee: SessionGuarantee, options: OfCaller = {}): Verdict =>
    sessionKept(subject, guarantee, options, "toSatisfySession"),
};

// vitest's own type of this cannot follow arguments that depend on what is judged.
expect.extend(matchers as object as MatchersObject);
