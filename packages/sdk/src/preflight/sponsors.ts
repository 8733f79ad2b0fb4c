import { remedies } from "../remedies/index.ts";
import type { Facts } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";
import { unreadFinding } from "./seen.ts";

const ABOUT = {
  limitation: "sponsor-unknown",
  because: "an invitation that names a sponsor who is not there is refused",
  source: "https://learn.microsoft.com/entra/external-id/b2b-sponsors",
} as const;

/** Whether those who are to answer for the guest are there. Somebody who has just come may not be seen yet: nothing is certain. */
export function judgeSponsors({ absentSponsors: absent }: Facts): readonly Finding[] {
  if ("unread" in absent) return [unreadFinding(absent, "whether the sponsors are there", ABOUT)];
  if (absent.value.length === 0) return [];
  const observed = `no user and no group was found with the id ${absent.value.join(", ")}`;
  return [finding({ ...{ ...ABOUT, severity: "caution", observed }, remedies: [remedies.wait] })];
}
