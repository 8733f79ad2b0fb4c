import type { LimitId } from "../errors/index.ts";
import { documented } from "./documented.ts";
import { rates, requests, stocks } from "./enforced.ts";
import type { Limit, LimitRow } from "./limit.ts";

/** No name is left out, and none is there twice. */
const rows = { ...stocks, ...requests, ...rates, ...documented } satisfies Readonly<
  Record<LimitId, LimitRow>
>;

/**
 * Every limit of the service that matters to whoever invites, by its name: its value, since when, where it is written,
 * and what happens when it is reached.
 *
 * The numbers are Microsoft's, who changes them: each has the date of its source. `limits.check` of a client tells how
 * much of them is used.
 */
export const limits: Readonly<Record<LimitId, Limit>> = Object.fromEntries(
  (Object.keys(rows) as LimitId[]).map((id) => [id, limitOf(id)]),
) as Record<LimitId, Limit>;

function limitOf(id: LimitId): Limit {
  if (id in documented) return { id, enforcedBy: "documented-only", error: null, ...rows[id] };
  return { id, enforcedBy: "service", error: id in rates ? "throttled" : "limit-reached", ...rows[id] };
}
