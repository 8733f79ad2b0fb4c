import type { Finding } from "./checks/index.ts";
import type { Column } from "./roster.ts";

/** A client, and what came of each check. */
export interface Measured {
  readonly column: Column;
  readonly findings: readonly Finding[];
}

/** How many checks a client passed. */
export function passedOf({ findings }: Measured): number {
  return findings.filter(({ passed }) => passed).length;
}
