import type { SeenRequest } from "./sighting.ts";

/** What an answer asked for: to be left alone. */
export interface Wish {
  /** Until when, in milliseconds on the world's clock. */
  readonly until: number;
  readonly saidAt: number;
  /** The call that was told so, where that can be known. */
  readonly call: object | undefined;
}

/** Sent in the very moment of the answer, for another call: that one cannot have known. */
export function wasUnderWay({ sentAt, request }: SeenRequest, { saidAt, call }: Wish): boolean {
  return sentAt === saidAt && request.call !== undefined && call !== undefined && request.call !== call;
}
