import type { Clock } from "@vestibule/sdk/time";

/** What all inboxes of a world share: which mails have been taken out, and who waits for one. */
export class Post {
  readonly #clock: Clock;
  /** In the order in which they were taken. */
  readonly #taken = new Set<string>();
  readonly #waiting = new Set<AbortController>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get now(): number {
    return this.#clock.now();
  }

  /** How many mails have been taken out. */
  get taken(): number {
    return this.#taken.size;
  }

  /** Their ids, in the order in which they were taken out. */
  get takenIds(): readonly string[] {
    return [...this.#taken];
  }

  isTaken(id: string): boolean {
    return this.#taken.has(id);
  }

  take(id: string): void {
    this.#taken.add(id);
  }

  /** Puts back every mail that was taken after the first `taken`. */
  rewind(taken: number): void {
    for (const id of [...this.#taken].slice(taken)) this.#taken.delete(id);
  }

  /** A mail was sent: whoever waits looks again. */
  arrived(): void {
    for (const waker of this.#waiting) waker.abort();
  }

  /** Waits until a mail is sent, or that many milliseconds of the world's time. */
  async wait(ms: number): Promise<void> {
    const waker = new AbortController();
    this.#waiting.add(waker);
    try {
      await this.#clock.sleep(ms, waker.signal);
    } catch {
      // Woken.
    } finally {
      this.#waiting.delete(waker);
    }
  }
}
