import type { Limit } from "./limit.ts";

/** What could be found out about the use of a limit. */
export type Usage =
  | {
      readonly used: number;
      /** Where the service itself says how much there may be. Default: the limit's documented value. */
      readonly total?: number;
    }
  | { readonly unreadable: string };

/** How much of a limit is used. */
export interface LimitStanding {
  readonly limit: Limit;
  /** Null where it could not be read. */
  readonly used: number | null;
  readonly total: number;
  /** Null where it is not known how much is used. */
  readonly left: number | null;
  /** `close`: a tenth is left, or room for no more than is to be added. `reached`: there is no room for that. */
  readonly status: "clear" | "close" | "reached" | "unknown";
  /** Why it is not known; null where it is. */
  readonly because: string | null;
}

/**
 * Judges how far a limit is away. Pure: it asks nobody.
 *
 * @param adding - how many are to be added
 */
export function judgeLimit(limit: Limit, usage: Usage, adding = 1): LimitStanding {
  if ("unreadable" in usage) {
    const nothing = { used: null, left: null, status: "unknown" } as const;
    return { limit, ...nothing, total: limit.value, because: usage.unreadable };
  }
  const { used, total = limit.value } = usage;
  // More may be there than a limit that came later allows.
  const left = Math.max(0, total - used);
  return { limit, used, total, left, status: statusOf(left, total, adding), because: null };
}

function statusOf(left: number, total: number, adding: number): LimitStanding["status"] {
  if (left < adding) return "reached";
  return left <= Math.max(adding, total / 10) ? "close" : "clear";
}
