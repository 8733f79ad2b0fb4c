import { Recent } from "../recent.ts";
import type { Judge, SeenRequest } from "../sighting.ts";

/** A page that was asked for by other words than those of the link that led there. */
export function nextLinkRebuilt(): Judge {
  const handedOut = new Recent<true>();
  /** As they came: most links are never followed, and reading one costs more than the page. */
  const unread = new Recent<true>();
  return {
    sent(seen) {
      const { request } = seen;
      if (request.query.$skiptoken === undefined) return undefined;
      for (const link of unread.keys()) handedOut.set(placeIn(link), true);
      unread.clear();
      if (handedOut.has(placeOf(request))) return undefined;
      return `a page of ${seen.operation} was asked for by a link that was put together by hand; follow @odata.nextLink as it came`;
    },
    ended({ response }) {
      const link = (response?.body as { "@odata.nextLink"?: unknown } | undefined)?.["@odata.nextLink"];
      if (typeof link === "string" && URL.canParse(link)) unread.set(link, true);
      return undefined;
    },
  };
}

function placeIn(link: string): string {
  const { pathname, searchParams } = new URL(link);
  const [, , ...rest] = pathname.split("/");
  return placeOf({ path: `/${rest.join("/")}`, query: Object.fromEntries(searchParams) });
}

function placeOf({ path, query }: Pick<SeenRequest["request"], "path" | "query">): string {
  return JSON.stringify([path, Object.entries(query).toSorted()]);
}
