/**
 * How long a change of who may invite can take to act, in milliseconds.
 *
 * @see https://learn.microsoft.com/entra/external-id/troubleshoot
 */
export const RIGHTS_LAG_MS = 3_600_000;

/** How long an instance may list what is gone, in milliseconds. */
const LISTED_FOR_MS = 120_000;

/** How many users' changes are remembered; the oldest is forgotten first. */
const CAPACITY = 10_000;

/** What this client itself has changed lately of who may invite: it is read at once, and acts later. */
export class RightsChanges {
  #policyAt = Number.NEGATIVE_INFINITY;
  readonly #roles = new Map<string, { readonly at: number; readonly assignmentId: string | undefined }>();

  readonly #removed = new Map<string, number>();

  notePolicy(now: number): void {
    this.#policyAt = now;
  }

  /** `assignmentId` is the assignment that the user now has; `undefined` for one taken away, or not known. */
  noteRole(userId: string, now: number, assignmentId?: string): void {
    const key = userId.toLowerCase();
    this.#roles.delete(key);
    this.#roles.set(key, { at: now, assignmentId });
    if (assignmentId !== undefined) this.#removed.delete(assignmentId);
    const oldest = this.#roles.size > CAPACITY ? this.#roles.keys().next().value : undefined;
    if (oldest !== undefined) this.#roles.delete(oldest);
  }

  /** An assignment that is gone; an instance that lags may list it all the same. */
  noteRemoved(assignmentId: string, now: number): void {
    this.#removed.delete(assignmentId);
    this.#removed.set(assignmentId, now);
    const oldest = this.#removed.size > CAPACITY ? this.#removed.keys().next().value : undefined;
    if (oldest !== undefined) this.#removed.delete(oldest);
  }

  /** Whether this client has just taken an assignment away. One of the same id may be made again later. */
  isRemoved(assignmentId: string, now: number): boolean {
    return now - (this.#removed.get(assignmentId) ?? Number.NEGATIVE_INFINITY) < LISTED_FOR_MS;
  }

  /** The assignment that this client has made for a user. An instance that lags may not list it. */
  assignmentOf(userId: string): string | undefined {
    return this.#roles.get(userId.toLowerCase())?.assignmentId;
  }

  /** How long until all that this client changed acts, for a user or (`undefined`) for whoever is not known; 0 where it does. */
  settlesInMs(userId: string | undefined, now: number): number {
    const roleAt = userId === undefined ? undefined : this.#roles.get(userId.toLowerCase())?.at;
    const latest = Math.max(this.#policyAt, roleAt ?? Number.NEGATIVE_INFINITY);
    return Math.max(0, latest + RIGHTS_LAG_MS - now);
  }
}
