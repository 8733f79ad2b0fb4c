import type { GraphResponse } from "../../graph/index.ts";
import type { Judge, SeenRequest } from "../sighting.ts";

/** An advanced query without the header that it needs: the service refuses it, or leaves the count out without a word. */
export function missingConsistencyLevel(): Judge {
  return {
    ended({ seen, response }) {
      const code = response?.status === 400 ? codeIn(response) : undefined;
      const isRefused = code === "Request_UnsupportedQuery";
      const isIgnored = response?.status === 200 && seen.request.query.$count?.toLowerCase() === "true";
      if ((!isRefused && !isIgnored) || isEventual(seen)) return undefined;
      return `${seen.operation} was an advanced query without "ConsistencyLevel: eventual"; send that header with every page of it`;
    },
  };
}

function codeIn({ body }: GraphResponse): string | undefined {
  return (body as { error?: { code?: string } } | undefined)?.error?.code;
}

function isEventual({ request }: SeenRequest): boolean {
  return request.header("consistencylevel")?.toLowerCase() === "eventual";
}
