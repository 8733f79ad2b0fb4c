import type { Judge, SeenRequest } from "../sighting.ts";

/** An advanced query without the header that it needs: the service refuses it, or leaves the count out without a word. */
export function missingConsistencyLevel(): Judge {
  return {
    ended({ seen, response }) {
      if (seen.request.method !== "GET" || isEventual(seen)) return undefined;
      const code = (response?.body as { error?: { code?: string } } | undefined)?.error?.code;
      const isRefused = response?.status === 400 && code === "Request_UnsupportedQuery";
      const isIgnored = response?.status === 200 && seen.request.query.$count?.toLowerCase() === "true";
      if (!isRefused && !isIgnored) return undefined;
      return `${seen.operation} was an advanced query without "ConsistencyLevel: eventual"; send that header with every page of it`;
    },
  };
}

function isEventual({ request }: SeenRequest): boolean {
  return request.header("consistencylevel")?.toLowerCase() === "eventual";
}
