import type { Clock } from "@vestibule/sdk";

/** The time of one client: the world's, until it is stopped; then none of its waits ever ends. */
export class ClientClock implements Clock {
  readonly #world: Clock;
  #isStopped = false;

  constructor(world: Clock) {
    this.#world = world;
  }

  now(): number {
    return this.#world.now();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await this.#world.sleep(ms, signal);
    if (this.#isStopped) await new Promise<never>(() => undefined);
  }

  /** For a run that does not end by itself. */
  stop(): void {
    this.#isStopped = true;
  }
}
