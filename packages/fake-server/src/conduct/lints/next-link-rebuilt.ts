import { Recent } from "../recent.ts";
import type { Judge, SeenRequest } from "../sighting.ts";

/** A page that was asked for by other words than those of the link that led there. */
export function nextLinkRebuilt(): Judge {
  const handedOut = new Recent<true>();
  return {
    sent({ request, operation }) {
      if (request.query.$skiptoken === undefined || handedOut.has(placeOf(request))) return undefined;
      return `a page of ${operation} was asked for by a link that was put together by hand; follow @odata.nextLink as it came`;
    },
    ended({ response }) {
      const link = (response?.body as { "@odata.nextLink"?: unknown } | undefined)?.["@odata.nextLink"];
      const url = typeof link === "string" ? URL.parse(link) : null;
      if (!url) return undefined;
      const [, , ...rest] = url.pathname.split("/");
      handedOut.set(
        placeOf({ path: `/${rest.join("/")}`, query: Object.fromEntries(url.searchParams) }),
        true,
      );
      return undefined;
    },
  };
}

function placeOf({ path, query }: Pick<SeenRequest["request"], "path" | "query">): string {
  return JSON.stringify([path, Object.entries(query).toSorted()]);
}
