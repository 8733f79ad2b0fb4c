import { useEffect, useState } from "preact/hooks";

/** Where on the page one is: a view, and what of it. */
export interface Place {
  readonly view: string;
  readonly of: string | undefined;
}

/** The address of a place on this page. */
export function placeAt(view: string, of?: string): string {
  return of === undefined ? `#/${view}` : `#/${view}/${encodeURIComponent(of)}`;
}

/** Where the address says that one is. */
export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const moved = () => setHash(location.hash);
    addEventListener("hashchange", moved);
    // It may have changed since the page was drawn.
    moved();
    return () => removeEventListener("hashchange", moved);
  }, []);
  const [view = "", of] = hash.replace(/^#\/?/, "").split("/");
  return { view: view || "inbox", of: of === undefined ? undefined : decodeURIComponent(of) };
}
