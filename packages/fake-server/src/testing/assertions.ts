import {
  cleanConduct,
  converged,
  insist,
  invited,
  type OfCaller,
  type SessionGuarantee,
  type Subject,
  sessionKept,
  type Within,
} from "../trial/index.ts";

/**
 * Passes where an address was invited; with `times`, exactly so often, and with 0 never. An invitation whose answer was
 * lost, and which was asked for again without a mail, is one.
 *
 * @throws Error with the invitations that there were; TypeError for what is no address, world or tenant
 */
export function assertInvited(subject: Subject, address: string, times?: number): void {
  insist(invited(subject, address, times, "assertInvited"));
}

/**
 * Passes where no client did anything badly: see `tenant.conduct`.
 *
 * @throws Error with every remark, in words
 */
export function assertCleanConduct(subject: Subject): void {
  insist(cleanConduct(subject, "assertCleanConduct"));
}

/**
 * Lets the world's time pass until every instance has applied everything. Costs no time.
 *
 * @throws Error with the instances that are still behind once the time is over, and why
 */
export async function assertConverges(subject: Subject, within: Within): Promise<void> {
  insist(await converged(subject, within, "assertConverges"));
}

/**
 * Passes where every caller's answers kept a guarantee, as far as requests are remembered: the last 1,000. Of the same
 * request sent again only the last answer counts, since whoever asks again did not take the first for the truth. Parts of
 * a batch are not judged.
 *
 * @throws Error with every answer that broke it: which instance gave it, and which commit was missing
 */
export function assertSession(subject: Subject, guarantee: SessionGuarantee, options: OfCaller = {}): void {
  insist(sessionKept(subject, guarantee, options, "assertSession"));
}
