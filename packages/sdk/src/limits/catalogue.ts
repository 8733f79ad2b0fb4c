import type { LimitId } from "../errors/index.ts";
import { frozen } from "../remedies/index.ts";
import { documented } from "./documented.ts";
import { documentedLimit, type EnforcedRow, enforcedLimit, type Limit, type LimitRow } from "./limit.ts";
import { rates } from "./rates.ts";
import { requests } from "./requests.ts";
import { creations, stocks } from "./stocks.ts";

const refusing = { ...stocks, ...requests, ...rates } satisfies Readonly<Record<string, EnforcedRow>>;
/** No name is left out, and none is there twice. */
const rows = { ...refusing, ...creations, ...documented } satisfies Readonly<Record<LimitId, LimitRow>>;

/**
 * Every limit of the service that matters to whoever invites, by its name: its value, since when, where it is written,
 * and what happens when it is reached.
 *
 * The numbers are Microsoft's, who changes them: each has the date of its source. `limits.check` of a client tells how
 * much of them is used.
 */
export const limits: Readonly<Record<LimitId, Limit>> = frozen(
  Object.fromEntries(
    (Object.keys(rows) as LimitId[]).map((id) => [
      id,
      isRefusing(id) ? enforcedLimit(id, refusing[id]) : documentedLimit(id, rows[id]),
    ]),
  ) as Record<LimitId, Limit>,
);

function isRefusing(id: LimitId): id is keyof typeof refusing {
  return id in refusing;
}
