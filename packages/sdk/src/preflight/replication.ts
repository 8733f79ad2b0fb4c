import { remedies } from "../remedies/index.ts";
import { type Facts, makesNewObject } from "./facts.ts";
import { type Finding, finding } from "./finding.ts";

/** What is written shows late, and rights act later still. */
export function judgeLag(facts: Facts): readonly Finding[] {
  return [...ofRights(facts), ...ofGuest(facts)];
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
      source: "https://learn.microsoft.com/entra/architecture/architecture",
    }),
  ];
}
