import { callContext, type WireRequest } from "@vestibule/sdk/wire";

/** A request to a transport: a read of a list of users, but for what is said otherwise. */
export function wireRequest(changes: Partial<WireRequest> = {}, signal?: AbortSignal): WireRequest {
  return {
    operation: { id: "test", effect: "read" },
    method: "GET",
    version: "v1.0",
    target: { path: "/users" },
    headers: {},
    context: callContext(signal ? { signal } : {}),
    ...changes,
  };
}
