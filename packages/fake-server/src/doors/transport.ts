import { type Transport, TransportFailure, type WireRequest } from "@vestibule/sdk/wire";
import { ConnectionFault } from "../faults/index.ts";
import { type GraphRequest, type GraphResponse, type QueryOptions, readQueryString } from "../graph/index.ts";
import type { TransportDoor } from "../world/index.ts";

/** The way in for the SDK: plain values in and out, no URL but for next links, no JSON text, no socket. */
export const transportDoor: TransportDoor = ({ cloud: profile, deliver }) => {
  const { id, instance, graph, login, portal, scope } = profile;
  const cloud = { id, instance, graph, login, portal, scope };
  const transport: Transport = {
    cloud,
    async send(request) {
      const { signal } = request.context;
      signal?.throwIfAborted();
      const delivered = deliver(graphRequestOf(request, graph), request.context);
      const { status, headers, body } = delivered instanceof Promise ? await arrived(delivered) : delivered;
      // Whoever gives up before the answer is there does not get it, as with any other transport.
      if (signal) await undefined;
      signal?.throwIfAborted();
      return { status, headers, body };
    },
  };
  return transport;
};

/** What got no answer, in the words of the seam. */
async function arrived(delivered: Promise<GraphResponse>): Promise<GraphResponse> {
  try {
    return await delivered;
  } catch (cause) {
    if (!(cause instanceof ConnectionFault)) throw cause;
    throw new TransportFailure(cause.sent ? "unknown" : "not-sent", { cause });
  }
}

function graphRequestOf(request: WireRequest, origin: string): GraphRequest {
  const { method, headers, body } = request;
  const header = (name: string) => headers[name];
  const place: Place = "next" in request.target ? fromLink(request.target.next, origin) : fromPath(request);
  return { ...place, method, header, body, origin, call: request.context.trace };
}

type Place = Pick<GraphRequest, "version" | "path"> & QueryOptions;

function fromPath({ target, version }: WireRequest): Place {
  const { path, query = {} } = target as { path: string; query?: Readonly<Record<string, string>> };
  if (!path.startsWith("/") || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) throw leaves(version);
  return { version, path, query };
}

function fromLink(next: string, origin: string): Place {
  const url = URL.parse(next);
  if (url?.origin !== origin || url.username !== "" || url.password !== "") throw leaves(origin);
  const [, version = "", ...rest] = url.pathname.split("/");
  return { version, path: `/${rest.join("/")}`, ...readQueryString(url.search) };
}

function leaves(place: string): TransportFailure {
  return new TransportFailure("not-sent", { cause: new TypeError(`the request would leave ${place}`) });
}
