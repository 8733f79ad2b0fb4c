import { VirtualClock } from "@vestibule/sdk/testing";

/** A jump of time ahead: from and to, in milliseconds on the world's clock. */
export interface Leap {
  readonly from: number;
  readonly to: number;
}

/** A world's clock that remembers its jumps. */
export class LeapingClock extends VirtualClock {
  readonly leaps: Leap[] = [];
  /** Whether what runs now was under way in the moment of a jump: it had no chance to notice. */
  isLeaping = false;

  override leap(ms: number): void {
    const from = this.now();
    this.leaps.push({ from, to: from + ms });
    super.leap(ms);
    this.isLeaping = true;
    // Comes when everything that is under way has come to wait for something.
    process.nextTick(() => {
      this.isLeaping = false;
    });
  }
}
