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
  /** A page of Microsoft's says so; with the day on which it was read. */
  | { readonly mark: "documented"; readonly at: string; readonly read: string }
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
export function documented(page: string, read = "2026-08-20"): Source {
  return { mark: "documented", at: `https://learn.microsoft.com/${page}`, read };
}

/** A page of Graph's reference, by its name there. */
export function reference(page: string): Source {
  return documented(`graph/api/${page}`);
}

export function reported(by: string): Source {
  return { mark: "reported", by };
}

export function assumed(because: string): Source {
  return { mark: "assumed", because };
}
