import { type CheckedExchange, checkBatch, checkExchange, type SchemaViolation } from "../schema/index.ts";
import { GraphError } from "./errors.ts";
import type { GraphRequest, GraphResponse } from "./exchange.ts";
import { wantsNoMetadata } from "./metadata-level.ts";
import { segmentsOf } from "./path.ts";
import { withKnownOptions } from "./query-options.ts";
import { type PartAnswer, partsOf } from "./routes/batch.ts";

type Headers = GraphResponse["headers"];

/** What of a request and its answer departs from the published schema of the cloud with this id, part by part for a batch. */
export function departures(
  cloudId: string,
  request: GraphRequest,
  response: GraphResponse,
): readonly SchemaViolation[] {
  // What a client did not want to hear is not missing.
  if (wantsNoMetadata(request)) return [];
  const [first, ...more] = segmentsIn(request.path);
  const isBatch = first?.toLowerCase() === "$batch" && more.length === 0;
  if (!isBatch || response.status >= 400) return checkExchange(checkedOf(cloudId, request, response));
  return [...checkBatch(cloudId, response.body), ...partsOf(request, response).flatMap(partDepartures)];

  function partDepartures([part, answer]: readonly [GraphRequest, PartAnswer]): readonly SchemaViolation[] {
    const headers = new Map(Object.entries(answer.headers ?? {}));
    const whole: GraphResponse = { body: undefined, ...answer, headers: headersOf(headers) };
    return departures(cloudId, part, whole);
  }
}

function headersOf(map: ReadonlyMap<string, string>): Headers {
  return { get: (name) => map.get(name) ?? null, entries: () => map.entries() };
}

function checkedOf(
  cloudId: string,
  request: GraphRequest,
  { status, headers, body: answered }: GraphResponse,
): CheckedExchange {
  const { method, version, path, origin, body: sent } = request;
  // A request whose options cannot be read is refused, and nothing of it goes by them.
  const { query } = status < 400 ? withKnownOptions(request) : request;
  const segments = segmentsIn(path);
  const contentType = headers.get("content-type");
  return { cloudId, version, method, segments, query, origin, sent, status, contentType, answered };
}

/** Of a path that cannot be read, the whole. */
function segmentsIn(path: string): readonly string[] {
  try {
    return segmentsOf(path);
  } catch (error) {
    if (error instanceof GraphError) return [path];
    throw error;
  }
}
