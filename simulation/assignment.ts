import type { Tally } from "./tally.ts";
import type { Violation } from "./violations.ts";

/** Which seeds a thread runs: from the first, every `step`-th, up to but not including `until`. */
export interface Assignment {
  readonly from: number;
  readonly until: number;
  readonly step: number;
  readonly stopAtFirst: boolean;
}

/** What a thread reports. */
export interface Findings {
  readonly tally: Tally;
  readonly violations: readonly Violation[];
}
