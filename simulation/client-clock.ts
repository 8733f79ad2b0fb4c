import type { Clock } from "@vestibule/sdk";

/** A computer's clock that is set: by so much, so long after the beginning. In milliseconds; back where it is negative. */
export interface ClockStep {
  readonly at: number;
  readonly by: number;
}

/** The time of one client: the world's, but for what its clock is set by; until it is stopped, then none of its waits ever ends. */
export class ClientClock implements Clock {
  readonly #world: Clock;
  readonly #began: number;
  readonly #steps: readonly ClockStep[];
  #isStopped = false;

  constructor(world: Clock, steps: readonly ClockStep[]) {
    this.#world = world;
    this.#began = world.now();
    this.#steps = steps;
  }

  now(): number {
    const now = this.#world.now();
    let shown = now;
    for (const { at, by } of this.#steps) if (now - this.#began >= at) shown += by;
    return shown;
  }

  /** Timers do not go by what a clock shows. */
  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await this.#world.sleep(ms, signal);
    if (this.#isStopped) await new Promise<never>(() => undefined);
  }

  /** For a run that does not end by itself. */
  stop(): void {
    this.#isStopped = true;
  }
}
