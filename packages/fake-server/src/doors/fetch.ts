import { ConnectionFault } from "../faults/index.ts";
import type { FetchDoor } from "../world/index.ts";
import { exchange, graphAnswer, type HttpAnswer } from "./exchange.ts";

/** The way in for anything that speaks `fetch`. */
export const fetchDoor: FetchDoor = async (gate, input, init) => {
  const request = requestOf(input, init);
  const { method, headers, signal } = request;
  const text = await request.text();
  signal.throwIfAborted();
  const header = (name: string) => headers.get(name);
  try {
    return responseOf(await exchange(gate, { method, url: new URL(request.url), header, text, signal }));
  } catch (fault) {
    if (fault instanceof ConnectionFault) return brokenOff(fault);
    throw fault;
  }
};

/** A request is told by its shape: it may come from another copy of fetch. */
function requestOf(input: Request | URL | string, init: RequestInit | undefined): Request {
  const isAddress = typeof input === "string" || input instanceof URL;
  if (isAddress && URL.canParse(input)) return new Request(input, init);
  if (!isAddress && typeof input?.url === "string" && typeof input.text === "function") {
    return init === undefined ? input : new Request(input, init);
  }
  throw new TypeError(
    "world.fetch takes what fetch takes: an absolute address such as https://graph.microsoft.com/v1.0/users, or a Request",
  );
}

/** As undici tells it: a body that breaks off under way, or no response at all. */
function brokenOff(fault: ConnectionFault): Response {
  if (fault.partial === undefined) throw new TypeError("fetch failed", { cause: fault });
  const { status, headers, text = "" } = graphAnswer(fault.partial);
  const half = new TextEncoder().encode(text.slice(0, -10));
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(half),
    pull: (controller) => controller.error(new TypeError("terminated", { cause: fault })),
  });
  return new Response(stream, { status, headers: [...headers] as [string, string][] });
}

function responseOf({ status, headers, text }: HttpAnswer): Response {
  return new Response(text ?? null, { status, headers: [...headers] as [string, string][] });
}
