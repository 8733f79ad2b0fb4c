import type { GraphRequest, GraphResponse } from "../graph/index.ts";
import type { Party } from "../replication/index.ts";
import { blindResend } from "./lints/blind-resend.ts";
import { earlyRetry } from "./lints/early-retry.ts";
import { ignoredCooldown } from "./lints/ignored-cooldown.ts";
import { missingConsistencyLevel } from "./lints/missing-consistency-level.ts";
import { nextLinkRebuilt } from "./lints/next-link-rebuilt.ts";
import { readAfterWrite } from "./lints/read-after-write.ts";
import { unboundedRetries } from "./lints/unbounded-retries.ts";
import type { Judge, Lint, Remark, SeenEnd, SeenRequest } from "./sighting.ts";

const LINTS: Readonly<Record<Lint, () => Judge>> = {
  "early-retry": earlyRetry,
  "ignored-cooldown": ignoredCooldown,
  "blind-resend": blindResend,
  "read-after-write": readAfterWrite,
  "next-link-rebuilt": nextLinkRebuilt,
  "missing-consistency-level": missingConsistencyLevel,
  "unbounded-retries": unboundedRetries,
};

/** So many sightings wait to be judged; then they are, so that memory stays bounded. */
const UNJUDGED = 2_000;

/** A request as it came in; what it says is worked out when it is judged, and not while somebody waits for an answer. */
interface Sighting {
  readonly number: number;
  readonly party: Party;
  readonly operationOf: (request: GraphRequest) => string;
  readonly request: GraphRequest;
  readonly sentAt: number;
  seen: SeenRequest | undefined;
}

type Happening =
  | { readonly sighting: Sighting; readonly at?: undefined }
  | { readonly sighting: Sighting; readonly at: number; readonly response: GraphResponse | undefined };

/**
 * What the clients of one tenant did badly. A test can ask for a clean record.
 *
 * @example
 * ```ts
 * contoso.conduct.assertClean();
 * ```
 */
export class Conduct {
  readonly #operationOf: (request: GraphRequest) => string;
  #happenings: Happening[] = [];
  #judges = new Map<string, ReadonlyMap<Lint, Judge>>();
  #remarks: Remark[] = [];

  /** @internal */
  constructor(operationOf: (request: GraphRequest) => string) {
    this.#operationOf = operationOf;
  }

  /** Everything that there is to be said up to now, in order. */
  get remarks(): readonly Remark[] {
    this.#judgeAll();
    const last = [...this.#judges].flatMap(([caller, judges]) =>
      [...judges].flatMap(([lint, judge]) =>
        (judge.atLast?.() ?? []).map((said) => ({ lint, caller, at: 0, ...said })),
      ),
    );
    return [...this.#remarks, ...last];
  }

  /**
   * Passes where nobody did anything badly.
   *
   * @throws Error with every remark, in words
   */
  assertClean(): void {
    const { remarks } = this;
    if (remarks.length === 0) return;
    const lines = remarks.map(
      ({ lint, caller, text, requests }) => `  ${lint}  ${caller}, request ${requests.join(", ")}: ${text}`,
    );
    const noun = remarks.length === 1 ? "remark" : "remarks";
    throw new Error(`the client's conduct gave rise to ${remarks.length} ${noun}:\n${lines.join("\n")}`);
  }

  /** Forgets everything. */
  clear(): void {
    this.#happenings = [];
    this.#judges = new Map();
    this.#remarks = [];
  }

  /** @internal */
  sent(number: number, party: Party, request: GraphRequest, sentAt: number): Sighting {
    const sighting = { number, party, request, sentAt, operationOf: this.#operationOf, seen: undefined };
    this.#happenings.push({ sighting });
    return sighting;
  }

  /** @internal */
  ended(sighting: Sighting, at: number, response: GraphResponse | undefined): void {
    this.#happenings.push({ sighting, at, response });
    if (this.#happenings.length > UNJUDGED) this.#judgeAll();
  }

  #judgeAll(): void {
    const happenings = this.#happenings;
    this.#happenings = [];
    for (const happening of happenings) {
      const seen = seenOf(happening.sighting);
      for (const [lint, judge] of this.#judgesOf(seen.caller)) {
        const at = happening.at ?? seen.sentAt;
        const text =
          happening.at === undefined
            ? judge.sent?.(seen)
            : judge.ended?.({ seen, at, response: happening.response } satisfies SeenEnd);
        if (text !== undefined) {
          this.#remarks.push({ lint, text, caller: seen.caller, requests: [seen.number], at });
        }
      }
    }
  }

  #judgesOf(caller: string): ReadonlyMap<Lint, Judge> {
    const judges =
      this.#judges.get(caller) ??
      new Map(Object.entries(LINTS).map(([lint, judge]) => [lint as Lint, judge()] as const));
    this.#judges.set(caller, judges);
    return judges;
  }
}

function seenOf(sighting: Sighting): SeenRequest {
  const { number, party, request, sentAt, operationOf } = sighting;
  sighting.seen ??= {
    ...{ number, caller: party.name, hasSession: party.session !== undefined, sentAt, request },
    operation: operationOf(request),
    words: JSON.stringify([request.method, request.path, request.query, request.body ?? null]),
  };
  return sighting.seen;
}
