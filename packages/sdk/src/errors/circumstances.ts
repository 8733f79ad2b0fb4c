import type { B2BErrorDetails } from "./b2b-error.ts";

/**
 * What a person has to know who reads an error at night: how often it was tried, how long to wait, and what may have
 * happened.
 */
export function circumstances(
  { status, attempts = 1, outcome }: Pick<B2BErrorDetails, "status" | "attempts" | "outcome">,
  waitMs?: number,
): string {
  return [
    ...(status === undefined ? [] : [`status ${status}`]),
    ...(attempts > 1 ? [`after ${attempts} attempts`] : []),
    ...(waitMs ? [`asks for a wait of ${Math.ceil(waitMs / 1_000)} s`] : []),
    ...(outcome === "unknown" ? ["may have been carried out"] : []),
  ].join(", ");
}
