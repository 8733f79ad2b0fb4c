import { remedies } from "../remedies/index.ts";
import { type Facts, makesNewObject } from "./facts.ts";
import { type Finding, finding, type Limitation } from "./finding.ts";
import type { Seen } from "./seen.ts";

/** What is written shows late, and rights act later still. */
export function judgeLag(facts: Facts): readonly Finding[] {
  return [...ofRights(facts), ...ofSettings(facts), ...ofGuest(facts)];
}

const CONSISTENCY = "https://learn.microsoft.com/entra/architecture/architecture";

/** What was judged by answers that do not show yet what this client has just written. */
function unsettled({ reach, visit, domains, namesakes, reset, account }: Facts): ReadonlySet<Limitation> {
  const isBehind = (seen: Seen<unknown> | undefined) =>
    seen !== undefined && "value" in seen && seen.isBehind;
  const isReachBehind = reach.reachable === undefined && reach.reason === "settings-unsettled";
  return new Set<Limitation>([
    ...(isBehind(visit) ? (["cloud-boundary", "double-mfa"] as const) : []),
    ...(isReachBehind ? (["cloud-boundary"] as const) : []),
    ...(isBehind(domains) ? (["domain-not-allowed"] as const) : []),
    ...([namesakes, reset?.target, account].some(isBehind) ? (["already-in-directory"] as const) : []),
    ...(isBehind(reset?.memberships) ? (["invitations-restricted"] as const) : []),
  ]);
}

/** Nothing is certainly in the way that was judged by what is no more. */
export function softened(findings: readonly Finding[], facts: Facts): readonly Finding[] {
  const open = unsettled(facts);
  return findings.map((found) =>
    found.severity === "blocked" && open.has(found.limitation) ? { ...found, severity: "caution" } : found,
  );
}

function ofSettings(facts: Facts): readonly Finding[] {
  const open = [...unsettled(facts)];
  if (open.length === 0) return [];
  return [
    finding({
      ...{ limitation: "replication", severity: "caution", remedies: [remedies.wait], source: CONSISTENCY },
      observed: "the instance that answered does not show yet what this client has just written",
      because: `what was found out about ${open.join(", ")} may be from before that; ask again`,
    }),
  ];
}

function ofRights({ rightsSettleInMs }: Facts): readonly Finding[] {
  if (rightsSettleInMs === 0) return [];
  const minutes = Math.ceil(rightsSettleInMs / 60_000);
  return [
    finding({
      ...{ limitation: "replication", severity: "caution", remedies: [remedies.wait] },
      observed: `this client has changed who may invite, and that acts within ${minutes} minutes`,
      because: "until then an invitation is judged by what went before",
      source: "https://learn.microsoft.com/entra/external-id/troubleshoot",
    }),
  ];
}

function ofGuest(facts: Facts): readonly Finding[] {
  if (makesNewObject(facts) === false) return [];
  return [
    finding({
      ...{ limitation: "replication", severity: "info", remedies: [remedies.wait] },
      observed: "a new guest reaches one instance of the directory after the other",
      because:
        "for a while a read may not find it; what follows on this client waits by itself, another program does with `guests.waitUntil`",
      source: CONSISTENCY,
    }),
  ];
}
