import type { Remedy } from "../remedies/index.ts";

/** What stands, or may stand, in the way of an invitation. */
export type Limitation =
  | "cloud-boundary"
  | "invitations-restricted"
  | "domain-not-allowed"
  | "already-in-directory"
  | "sponsor-unknown"
  | "directory-limit"
  | "double-mfa"
  | "replication";

/** In the order in which findings of one severity stand. */
const LIMITATIONS: readonly Limitation[] = [
  "cloud-boundary",
  "invitations-restricted",
  "domain-not-allowed",
  "already-in-directory",
  "sponsor-unknown",
  "directory-limit",
  "double-mfa",
  "replication",
];
const SEVERITIES: readonly Finding["severity"][] = ["blocked", "caution", "info"];

/** One thing that was found out, or that could not be. */
export interface Finding {
  readonly limitation: Limitation;
  /**
   * `blocked`: the invitation is refused. `caution`: it may be, or the guest will have trouble later. `info`: nothing to
   * worry about, and good to know.
   */
  readonly severity: "blocked" | "caution" | "info";
  /** What was seen. Holds no address, but for its domain. */
  readonly observed: string;
  /** Why it matters. */
  readonly because: string;
  /** What can be done, the easiest first. */
  readonly remedies: readonly Remedy[];
  /** The page that says so. */
  readonly source: string;
  /** The permission that reading it takes and the caller lacks; null where that is not what the finding is about. */
  readonly permission: string | null;
}

/** What is to be expected of an invitation. */
export interface PreflightReport {
  /**
   * That of the gravest finding. `clear`: none is worse than `info`; the invitation goes through, as far as anybody can be
   * asked. `blocked`: it is refused.
   */
  readonly verdict: "clear" | "caution" | "blocked";
  /** The gravest first. */
  readonly findings: readonly Finding[];
}

/** A finding that is about nothing that could not be read. */
export function finding(found: Omit<Finding, "permission"> & Partial<Pick<Finding, "permission">>): Finding {
  return { permission: null, ...found };
}

/** The findings in order, and what they come to. */
export function reportOf(findings: readonly Finding[]): PreflightReport {
  const rank = ({ severity, limitation }: Finding) =>
    SEVERITIES.indexOf(severity) * LIMITATIONS.length + LIMITATIONS.indexOf(limitation);
  const sorted = findings.toSorted((one, other) => rank(one) - rank(other));
  const [gravest] = sorted;
  const verdict = gravest === undefined || gravest.severity === "info" ? "clear" : gravest.severity;
  return { verdict, findings: sorted };
}
