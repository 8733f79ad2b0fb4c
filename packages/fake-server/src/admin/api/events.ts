import type { Clock } from "@vestibule/sdk/time";
import type { World } from "../../world/index.ts";
import { stateOf } from "./views.ts";

/** How often a world is looked at, in milliseconds of real time. */
const EVERY_MS = 100;

/** The state of a world, now and whenever it has changed, as server-sent events, until the reader has gone. */
export function eventsOf(world: World, clock: Clock, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let last = "";
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        const text = JSON.stringify(stateOf(world));
        if (text !== last) {
          last = text;
          controller.enqueue(encoder.encode(`event: state\ndata: ${text}\n\n`));
          return;
        }
        try {
          await clock.sleep(EVERY_MS, signal);
        } catch {
          controller.close();
          return;
        }
      }
    },
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}
