import { type B2BClient, type B2BClientOptions, createB2BClient } from "@vestibule/sdk";
import { VirtualClock } from "@vestibule/sdk/testing";
import { type ScriptedTransport, type Step, scriptedTransport } from "./scripted-transport.ts";
import { seededRandom } from "./seeded-random.ts";

export interface OpenClient extends Pick<ScriptedTransport, "sent"> {
  readonly b2b: B2BClient;
  readonly clock: VirtualClock;
  readonly startedAt: number;
}

/** A client on virtual time whose directory answers with `steps`, one after the other. */
export function openClient(
  steps: readonly Step[],
  options: Partial<B2BClientOptions> = {},
  clock: VirtualClock = new VirtualClock(),
): OpenClient {
  const transport = scriptedTransport(steps);
  const b2b = createB2BClient({ transport, clock, random: seededRandom(7), ...options });
  return { b2b, clock, sent: transport.sent, startedAt: clock.now() };
}
