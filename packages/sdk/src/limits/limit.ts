import type { ErrorCode, LimitId } from "../errors/index.ts";
import type { Remedy } from "../remedies/index.ts";

/** A number that the service, or a page about it, sets. */
export interface Limit {
  readonly id: LimitId;
  readonly value: number;
  /** What is counted, for a person to read: `objects in a directory`. */
  readonly unit: string;
  /** What has the limit: each user, each tenant, each object (a group, a guest, a link), or each application that calls. */
  readonly scope: "user" | "tenant" | "object" | "app";
  /** Whether it is about what there is, the size of one request, requests in a time, or how long something lasts. */
  readonly kind: "stock" | "request" | "rate" | "time";
  /**
   * `service`: a request that goes past it is refused, and the error says so. `documented-only`: a page has it, and no
   * request that this SDK knows is refused with an error of its own.
   */
  readonly enforcedBy: "service" | "documented-only";
  /** The code of the error; null where there is none. */
  readonly error: Extract<ErrorCode, "limit-reached" | "throttled"> | null;
  /**
   * How the error is known for what it is. `status`: by the status alone. `quoted`: by words of Graph's that have been
   * quoted in public. `assumed`: nobody has published the words; should the service say it otherwise, the error is
   * `rejected-input` or `forbidden`, with Graph's own text. Null where there is no error.
   */
  readonly knownBy: "status" | "quoted" | "assumed" | null;
  /** The page that says so. */
  readonly source: string;
  /** The day that the page is of, or where it has none, the day that its number was noted here: `2024-07-15`. */
  readonly asOf: string;
  /** What happens then, in a sentence. */
  readonly whenReached: string;
  /** What can be done, the easiest first. */
  readonly remedies: readonly Remedy[];
}

/** A limit as it stands in the catalogue, under its name. */
export type LimitRow = Omit<Limit, "id" | "enforcedBy" | "error" | "knownBy">;

/** A limit that refuses, as it stands in the catalogue. */
export type EnforcedRow = LimitRow & { readonly knownBy: "status" | "quoted" | "assumed" };

/** The page that most limits stand on. */
export const SERVICE_LIMITS = {
  source: "https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions",
  asOf: "2024-07-15",
} as const;

/** When the numbers of pages without a date were noted. */
export const NOTED_ON = "2026-11-25";

/** A limit that refuses. One on requests in a time refuses for now. */
export function enforcedLimit(id: LimitId, row: EnforcedRow): Limit {
  return { id, enforcedBy: "service", error: row.kind === "rate" ? "throttled" : "limit-reached", ...row };
}

/** A limit that no request meets. */
export function documentedLimit(id: LimitId, row: LimitRow): Limit {
  return { id, enforcedBy: "documented-only", error: null, knownBy: null, ...row };
}
