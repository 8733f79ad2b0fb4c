import { type Cloud, clouds } from "@vestibule/sdk";
import type { Transport, WireRequest, WireResponse } from "@vestibule/sdk/wire";

/** One answer of the script: a response, what `send` rejects with, or how to find out. */
export type Step = WireResponse | Error | ((request: WireRequest) => WireResponse | Promise<WireResponse>);

export interface ScriptedTransport extends Transport {
  /** What was sent, in order. */
  readonly sent: readonly WireRequest[];
}

/** A transport that plays `steps` one after the other; the last one is played again for whatever comes then. */
export function scriptedTransport(steps: readonly Step[], cloud: Cloud = clouds.public): ScriptedTransport {
  const sent: WireRequest[] = [];
  return {
    cloud,
    sent,
    async send(request) {
      request.context.signal?.throwIfAborted();
      const step = steps[Math.min(sent.length, steps.length - 1)];
      sent.push(request);
      if (step === undefined) throw new Error(`nothing was to be sent, but ${request.operation.id} was`);
      if (step instanceof Error) throw step;
      return typeof step === "function" ? step(request) : step;
    },
  };
}

/** A response of Graph's. */
export function answer(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): WireResponse {
  return { status, body, headers: new Headers({ "request-id": "r-1", ...headers }) };
}

/** A refusal in Graph's own envelope. */
export function refusal(
  status: number,
  code: string,
  message = "",
  headers: Readonly<Record<string, string>> = {},
): WireResponse {
  return answer(status, { error: { code, message, innerError: { date: "2026-01-01T00:00:00" } } }, headers);
}

/** Never answers, and ends with the reason of an abort, as a connection that hangs does. */
export function silence({ context: { signal } }: WireRequest): Promise<WireResponse> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** Where a request was to go, without the origin. */
export function pathOf({ target }: WireRequest): string {
  return "path" in target ? target.path : target.next;
}
