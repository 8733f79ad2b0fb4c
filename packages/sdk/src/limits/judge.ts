import { invalidInput, problemUnless } from "../errors/index.ts";
import type { Limit } from "./limit.ts";

/** What could be found out about the use of a limit. */
export type Usage =
  | {
      readonly used: number;
      /** Where the service itself says how much there may be. Default: the limit's documented value. */
      readonly total?: number;
      readonly unreadable?: undefined;
    }
  | {
      /** Why not. */
      readonly unreadable: string;
      readonly used?: undefined;
      /** The permission that reading it takes, where that is what the caller lacks. */
      readonly permission?: string;
    };

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
  /** The permission that the caller lacks to read it, `Policy.Read.All` for example; null where that is not why it is unknown. */
  readonly permission: string | null;
}

/**
 * Judges how far a limit is away. Pure: it asks nobody.
 *
 * @param adding - how many are to be added
 * @throws B2BError `invalid-input` for what is no limit or no usage
 */
export function judgeLimit(limit: Limit, usage: Usage, adding = 1): LimitStanding {
  const { used, total = 0, unreadable } = (usage ?? {}) as { readonly [name: string]: unknown };
  const problems = [
    ...problemUnless(isAmount(limit?.value), "limit", "must be one of `limits`, or made like them"),
    ...problemUnless(
      unreadable === undefined
        ? isAmount(used) && isAmount(total)
        : typeof unreadable === "string" && used === undefined,
      "usage",
      "must be { used }, { used, total } with numbers from 0, or { unreadable } with the reason",
    ),
    ...problemUnless(isAmount(adding), "adding", "must be a number from 0"),
  ];
  if (problems.length > 0) throw invalidInput("judgeLimit", problems);
  return standingOf(limit, usage, adding);
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && value >= 0;
}

/** The standing of a limit by a usage that have been found right. */
export function standingOf(limit: Limit, usage: Usage, adding = 1): LimitStanding {
  if (usage.unreadable !== undefined) {
    const { unreadable: because, permission = null } = usage;
    const nothing = { used: null, left: null, status: "unknown" } as const;
    return { limit, ...nothing, total: limit.value, because, permission };
  }
  const { used, total = limit.value } = usage;
  // More may be there than a limit that came later allows.
  const left = Math.max(0, total - used);
  return { limit, used, total, left, status: statusOf(left, total, adding), because: null, permission: null };
}

function statusOf(left: number, total: number, adding: number): LimitStanding["status"] {
  if (left < adding) return "reached";
  return left <= Math.max(adding, total / 10) ? "close" : "clear";
}
