import type { Shown } from "../shown.ts";

/** Something that the fake does, said to be what Microsoft Graph does. */
export interface Claim {
  readonly says: string;
  readonly source: Source;
  /** The operations that it is about, as `GET /users/{key}`. A `*` at the end stands for any path that goes on from there. */
  readonly operations: readonly string[];
  /** The refusals that it is about, by what the directory calls them. */
  readonly refusals: readonly string[];
  readonly shownBy: readonly Shown[];
}

/** How it is known that the service behaves so. */
export type Source =
  /**
   * A page of Microsoft's says so: as it was read on a day, or, where that was not kept, as this project's notes on the
   * service have it.
   */
  | { readonly mark: "documented"; readonly at: string; readonly read?: string }
  /** Somebody has seen it. */
  | { readonly mark: "reported"; readonly by: string }
  /** Nobody says so; it is the likeliest. */
  | { readonly mark: "assumed"; readonly because: string };

/** Claims about one part of the API. */
export interface Area {
  readonly title: string;
  readonly claims: readonly Claim[];
}

interface About {
  readonly of?: readonly string[];
  readonly refusals?: readonly string[];
}

export function claim(
  says: string,
  source: Source,
  { of = [], refusals = [] }: About,
  ...shownBy: readonly Shown[]
): Claim {
  return { says, source, operations: of, refusals, shownBy };
}

/** A page below learn.microsoft.com. */
export function documented(page: string, read?: string): Source {
  const at = `https://learn.microsoft.com/${page}`;
  return { mark: "documented", at, ...(read !== undefined && { read }) };
}

/** A page of Graph's reference, by its name there. */
export function reference(page: string, read?: string): Source {
  return documented(`graph/api/${page}`, read);
}

export function reported(by: string): Source {
  return { mark: "reported", by };
}

export function assumed(because: string): Source {
  return { mark: "assumed", because };
}
