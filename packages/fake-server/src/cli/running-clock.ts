import { VirtualClock } from "@vestibule/sdk/testing";
import { type Clock, systemClock } from "@vestibule/sdk/time";

/**
 * A world's time that goes by as real time does, from its start on and whenever somebody looks at it: what comes, comes when
 * it comes, to the millisecond. What moves it on besides stays moved.
 */
export class RunningClock extends VirtualClock {
  readonly #real: Clock;
  /** When it was looked at last; `undefined` while it stands still. */
  #last: number | undefined;

  constructor(real: Clock = systemClock) {
    super(real.now());
    this.#real = real;
  }

  start(): void {
    this.#last = this.#real.now();
  }

  override now(): number {
    if (this.#last !== undefined) {
      const now = this.#real.now();
      // A machine's clock may be put back.
      const passed = Math.max(0, now - this.#last);
      this.#last = now;
      if (passed > 0) this.leap(passed);
    }
    return super.now();
  }

  override reset(toMs: number): void {
    super.reset(toMs);
    if (this.#last !== undefined) this.start();
  }
}
