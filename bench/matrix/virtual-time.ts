import { install } from "@sinonjs/fake-timers";

/** Time that moves only when nothing is left to do at the present moment. */
export interface VirtualTime {
  /** Lets time pass until `work` has settled, and no further. Rejects where `work` does, and where it would wait for ever. */
  pass<T>(work: Promise<T>): Promise<T>;
}

/** A whole second, so that an HTTP date can say exactly when something is. */
const BEGINNING = Date.UTC(2026, 0, 5, 9, 0, 0);
/** A client that has not come back by then will not. */
const LONGEST_MS = 24 * 60 * 60 * 1_000;
/** So many rounds of Node's event loop are let go by before time moves: a body that is read takes some of them. */
const IDLE_ROUNDS = 8;

/**
 * Puts virtual time in the place of this process's own: timers, intervals, immediates, `Date` and `performance`.
 * Promises and Node's own streams stay as they are.
 */
export function becomeVirtual(): VirtualTime {
  const realImmediate = globalThis.setImmediate;
  const clock = install({
    now: BEGINNING,
    toFake: [
      "setTimeout",
      "clearTimeout",
      "setInterval",
      "clearInterval",
      "setImmediate",
      "clearImmediate",
      "Date",
      "performance",
    ],
  });
  const nothingLeftToDo = async () => {
    for (let round = 0; round < IDLE_ROUNDS; round++) await new Promise((go) => realImmediate(go));
  };
  return {
    async pass(work) {
      let isSettled = false;
      const settled = () => {
        isSettled = true;
      };
      work.then(settled, settled);
      const latest = clock.now + LONGEST_MS;
      for (;;) {
        await nothingLeftToDo();
        if (isSettled) break;
        if (clock.countTimers() === 0 || clock.now > latest) throw new Error("the client never came back");
        clock.next();
      }
      return work;
    },
  };
}
