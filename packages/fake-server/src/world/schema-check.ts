import { departures, type GraphRequest, type GraphResponse } from "../graph/index.ts";
import type { SchemaViolation } from "../schema/index.ts";

/** Is told of something that passed although the published schema forbids it. */
export type SchemaReport = (violation: SchemaViolation) => void;

const reports = new Set<SchemaReport>();

/**
 * Holds every request to any world, and every answer of it, against the schema that Microsoft publishes of that cloud, from
 * now on: unknown properties, types, nulls, members of enumerations, envelopes; each part of a batch by itself. A request
 * that the schema forbids may be sent, and must be refused. Answers that a fault spoils on purpose are let pass.
 *
 * Nothing is checked, and nothing costs time, where nobody asks for it.
 *
 * @param report - called at once for each violation; nothing is thrown into the code that made the request
 * @returns ends it
 */
export function checkEveryWorld(report: SchemaReport): () => void {
  reports.add(report);
  return () => {
    reports.delete(report);
  };
}

/** Tells whoever asked what of a request and its answer departs from the schema. */
export function holdToSchema(cloudId: string, request: GraphRequest, response: GraphResponse): void {
  if (reports.size === 0) return;
  for (const violation of departures(cloudId, request, response)) {
    for (const report of reports) report(violation);
  }
}
