/**
 * A request that a page of Microsoft's reference shows, and what it shows of the answer: facts, in this repository's own
 * words and with its own names. What stands in braces, as in `/users/{member}`, is the id of something that
 * `furnish.ts` makes before.
 */
export interface DocumentedExample {
  /** What happens, as a sentence. */
  readonly says: string;
  /** The page's name below https://learn.microsoft.com/graph/api/. */
  readonly source: string;
  /** Method and path below the version, with the query. */
  readonly ask: string;
  /** What has to be there although the request does not name it. */
  readonly given?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status: number;
  /** The properties of the answer and their types, in the notation of `shape.ts`. Absent: the page shows none. */
  readonly shows?: string;
  /** How to see that it was done, where the answer says nothing. */
  readonly effect?: Effect;
  /** Where the fake's answer is another, and why. */
  readonly departs?: Departing;
}

export interface Departing {
  readonly because: string;
  /** As `departuresOf` says it. */
  readonly by: readonly string[];
}

/** What is read afterwards: what was sent, a list with or without somebody, or nothing at all. */
export type Effect = { readonly read: string } & (
  | { readonly keeps: true; readonly beside?: Beside }
  | { readonly lists: readonly string[] }
  | { readonly lacks: string }
  | { readonly isGone: true }
);

/** What the items of a list are read back with although it was not sent, and why. */
export interface Beside {
  readonly names: readonly string[];
  readonly because: string;
}
