import { createWorld } from "@vestibule/fake-server";
import type { Finding, PreflightReport } from "@vestibule/sdk";
import { hold } from "./hold.ts";
import { meet } from "./meet.ts";
import { open, type Situation } from "./situation.ts";

/** By what a client reads which organisation is its own. */
export const WHO_IT_IS: Situation["forbidden"] = ["organization.list", "organization.findTenantId"];

/** What is foreseen where everything is open and known but for these changes, and what came, held against each other. */
export async function foreseen(changes: Partial<Situation>) {
  const given = { ...open, ...changes };
  const met = await meet(createWorld(), 1, given);
  hold(given, met);
  return met;
}

/** The first finding, which is the gravest. */
export function gravest({ findings: [first] }: PreflightReport): string {
  return first === undefined ? "nothing" : `${first.limitation}: ${first.severity}`;
}

export type Case = readonly [
  name: string,
  changes: Partial<Situation>,
  gravest: `${Finding["limitation"]}: ${Finding["severity"]}`,
  answer: "invited" | "refused",
];
