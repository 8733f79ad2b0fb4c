import { remedies } from "../remedies/index.ts";
import type { EnforcedRow } from "./limit.ts";

/** What is let through in a time. Waiting helps, and the SDK waits. */
export const rates = {
  "invitations-per-5-seconds": {
    source: "https://learn.microsoft.com/graph/throttling-limits",
    asOf: "2024-06-19",
    value: 150,
    unit: "invitations in 5 seconds, of all applications together",
    scope: "tenant",
    kind: "rate",
    knownBy: "status",
    whenReached:
      "429. The SDK waits as long as it is told and sends again; the error `throttled` comes where that would pass the call's deadline.",
    remedies: [remedies.wait],
  },
} as const satisfies Readonly<Record<string, EnforcedRow>>;
