import type { GraphRequest, GraphResponse } from "../graph/index.ts";
import type { Party } from "../replication/index.ts";
import { blindResend } from "./lints/blind-resend.ts";
import { earlyRetry } from "./lints/early-retry.ts";
import { ignoredCooldown } from "./lints/ignored-cooldown.ts";
import { missingConsistencyLevel } from "./lints/missing-consistency-level.ts";
import { nextLinkRebuilt } from "./lints/next-link-rebuilt.ts";
import { readAfterWrite } from "./lints/read-after-write.ts";
import { unboundedRetries } from "./lints/unbounded-retries.ts";
import { type Judge, type Lint, type Remark, SeenRequest, type Witness } from "./sighting.ts";

const LINTS: Readonly<Record<Lint, (witness: Witness) => Judge>> = {
  "early-retry": earlyRetry,
  "ignored-cooldown": ignoredCooldown,
  "blind-resend": blindResend,
  "read-after-write": readAfterWrite,
  "next-link-rebuilt": nextLinkRebuilt,
  "missing-consistency-level": missingConsistencyLevel,
  "unbounded-retries": unboundedRetries,
};

/** So much waits to be judged, since nobody who waits for an answer should wait for that; then memory is to be given back. */
const UNJUDGED = 256;

/** A request that was sent; with the time, one that ended then. */
interface Happening {
  readonly seen: SeenRequest;
  readonly endedAt?: number;
  readonly response?: GraphResponse | undefined;
}

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
  readonly #witness: Witness;
  #happenings: Happening[] = [];
  #judges = new Map<string, ReadonlyMap<Lint, Judge>>();
  #remarks: Remark[] = [];

  /** @internal */
  constructor(operationOf: (request: GraphRequest) => string, witness: Witness) {
    this.#operationOf = operationOf;
    this.#witness = witness;
  }

  /** Everything that there is to be said up to now, in order. */
  get remarks(): readonly Remark[] {
    this.#judgeAll();
    const last = [...this.#judges].flatMap(([caller, judges]) =>
      [...judges].flatMap(([lint, judge]) =>
        (judge.atLast?.() ?? []).map((said) => ({ lint, caller, ...said })),
      ),
    );
    return [...this.#remarks, ...last].map((remark) => ({
      ...remark,
      correlationIds: remark.correlationIds.map((id) => id && this.#witness.shown(id)),
    }));
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

  /** @hidden Takes over what was said elsewhere, before anything is sent here. */
  recall(remarks: readonly Remark[]): void {
    this.#remarks.push(...remarks);
  }

  /** @internal */
  sent(number: number, party: Party, request: GraphRequest, sentAt: number): SeenRequest {
    const seen = new SeenRequest(number, party, request, sentAt, this.#operationOf);
    this.#happenings.push({ seen });
    return seen;
  }

  /** @internal */
  ended(seen: SeenRequest, endedAt: number, response: GraphResponse | undefined): void {
    this.#happenings.push({ seen, endedAt, response });
    if (this.#happenings.length > UNJUDGED) this.#judgeAll();
  }

  #judgeAll(): void {
    const happenings = this.#happenings;
    this.#happenings = [];
    for (const happening of happenings) this.#judge(happening);
  }

  #judge({ seen, endedAt, response }: Happening): void {
    const { caller, number, sentAt, correlationId } = seen;
    for (const [lint, judge] of this.#judgesOf(caller)) {
      if (!seen.hasArrived) {
        judge.missed?.(seen);
        continue;
      }
      const text =
        endedAt === undefined ? judge.sent?.(seen) : judge.ended?.({ seen, at: endedAt, response });
      if (text === undefined) continue;
      const at = endedAt ?? sentAt;
      this.#remarks.push({ lint, text, caller, requests: [number], correlationIds: [correlationId], at });
    }
  }

  #judgesOf(caller: string): ReadonlyMap<Lint, Judge> {
    const judges =
      this.#judges.get(caller) ??
      new Map(Object.entries(LINTS).map(([lint, judge]) => [lint as Lint, judge(this.#witness)] as const));
    this.#judges.set(caller, judges);
    return judges;
  }
}
