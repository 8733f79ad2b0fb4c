import type { VirtualClock } from "@vestibule/sdk/testing";
import type { Clock } from "@vestibule/sdk/time";

/** How often the world's time is brought forward, in milliseconds. */
const EVERY_MS = 20;

/** Lets a world's time go by as real time does, until the signal; what moves it on besides stays moved. */
export async function keepTime(world: VirtualClock, real: Clock, signal: AbortSignal): Promise<void> {
  let last = real.now();
  while (!signal.aborted) {
    try {
      await real.sleep(EVERY_MS, signal);
    } catch {
      return;
    }
    const now = real.now();
    // A machine's clock may be put back.
    world.leap(Math.max(0, now - last));
    last = now;
  }
}
