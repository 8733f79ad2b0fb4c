import { type Access, type Directory, Refusal } from "../directory/index.ts";
import { QueryRefused } from "../odata/index.ts";
import type { Party } from "../replication/index.ts";
import { errorAnswer, GraphError, wordingOf } from "./errors.ts";
import type { GraphRequest, GraphResponse, RouteAnswer } from "./exchange.ts";
import { AnswerHeaders } from "./headers.ts";
import { segmentsOf } from "./path.ts";
import { Router } from "./router.ts";
import { routes } from "./routes/index.ts";

const VERSIONS = new Set(["v1.0", "beta"]);
const router = new Router(routes);

/** Answers one request of one caller in one tenant: at one instance, at once, and always with an answer. */
export function answer(directory: Directory, party: Party, request: GraphRequest): GraphResponse {
  const access = directory.routing.open(party, isAdvanced(request) ? "index" : "graph");
  const requestId = () => directory.chance.guid(`request/${access.request}`);
  const clientRequestId = () => request.header("client-request-id") ?? requestId();
  const { status, body } = answered(directory, access, request, () => ({
    date: directory.timestamp(),
    requestId: requestId(),
    clientRequestId: clientRequestId(),
  }));
  const diagnostics = () => diagnosticsOf(access);
  return {
    status,
    headers: new AnswerHeaders({ requestId, clientRequestId, diagnostics, hasBody: body !== undefined }),
    body,
  };
}

function answered(
  directory: Directory,
  access: Access,
  request: GraphRequest,
  stamp: () => Parameters<typeof errorAnswer>[1],
): RouteAnswer {
  try {
    if (!VERSIONS.has(request.version)) {
      throw new GraphError(400, "BadRequest", `Invalid version: ${request.version}`);
    }
    const { handler, keys } = router.match(request.method, segmentsOf(request.path));
    return handler({ directory, access, request, keys });
  } catch (error) {
    if (error instanceof Refusal) return errorAnswer(wordingOf(error.detail), stamp());
    if (error instanceof GraphError) return errorAnswer(error, stamp());
    if (error instanceof QueryRefused) {
      return errorAnswer({ status: 400, code: error.code, message: error.message }, stamp());
    }
    throw error;
  }
}

/** Advanced queries are answered by an index of their own, which lags by itself. */
function isAdvanced({ header, query }: GraphRequest): boolean {
  return query.$count?.toLowerCase() === "true" && header("consistencylevel")?.toLowerCase() === "eventual";
}

/** The real service names the machine that answered; this one names the instance. */
function diagnosticsOf({ reader }: Access): string {
  const server = {
    DataCenter: reader.datacenter,
    Slice: "E",
    Ring: "fake",
    ScaleUnit: "000",
    RoleInstance: reader.name,
  };
  return JSON.stringify({ ServerInfo: server });
}
