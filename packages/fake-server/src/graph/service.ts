import { type Access, type Directory, type Principal, Refusal } from "../directory/index.ts";
import { QueryRefused } from "../odata/index.ts";
import { profileOf } from "../schema/index.ts";
import { httpDateSince } from "../simulation/index.ts";
import { authorize, rightsFor } from "./authorization/index.ts";
import { type ErrorStamp, errorAnswer, GraphError, wordingOf } from "./errors.ts";
import { isEventual } from "./eventual.ts";
import type { GraphRequest, GraphResponse, RouteAnswer } from "./exchange.ts";
import { refuseForeignBody } from "./foreign-body.ts";
import { AnswerHeaders } from "./headers.ts";
import { wantsNoMetadata, withoutMetadata } from "./metadata-level.ts";
import { segmentsOf } from "./path.ts";
import { placeOfNew } from "./place-of-new.ts";
import { refuseUnapplied, withKnownOptions } from "./query-options.ts";
import { type Match, Router } from "./router.ts";
import { routes } from "./routes/index.ts";
import { namesIn } from "./selected.ts";
import { Meter, tooManyRequests } from "./throttle/meter.ts";
import { refuseUnfitBody } from "./unfit-body.ts";

const VERSIONS = new Set(["v1.0", "beta"]);
const router = new Router(routes);

/** Answers one request of one caller in one tenant: at one instance, at once, and always with an answer. */
export function answer(directory: Directory, caller: Principal, sent: GraphRequest): GraphResponse {
  const known = attempt(directory, () => withKnownOptions(sent));
  const request = known instanceof GraphError ? sent : known;
  const match = known instanceof GraphError ? known : attempt(directory, () => matchOf(directory, request));
  const fromIndex = !(match instanceof GraphError) && match.route.hasIndex === true && isAdvanced(request);
  const correlationId = request.header("client-request-id") ?? undefined;
  const access = directory.routing.open(caller, fromIndex ? "index" : "graph", correlationId);
  let id: string | undefined;
  const requestId = () => {
    id ??= directory.chance.guid(`request/${access.request}`);
    return id;
  };
  const clientRequestId = () => correlationId ?? requestId();
  // What no route takes reaches no service, and costs nothing.
  const meter =
    match instanceof GraphError ? undefined : new Meter(directory, caller, match.route.path, request);
  const now = directory.now();
  const carried = carryOut();
  const isBare = wantsNoMetadata(request);
  const { status, body, location } = isBare ? withoutMetadata(carried) : carried;
  return {
    access,
    status,
    headers: new AnswerHeaders({
      requestId,
      clientRequestId,
      date: () => httpDateSince(now),
      diagnostics: () => diagnosticsOf(access),
      contentType: contentTypeOf(carried, isBare),
      isData: body !== undefined && status < 400,
      location: () => location ?? (status === 201 ? placeOfNew(directory, request, carried.body) : undefined),
      meter,
    }),
    body,
  };

  function carryOut(): RouteAnswer {
    if (match instanceof GraphError) return errorAnswer(match, stamp());
    if (meter?.isRefused) return tooManyRequests(stamp());
    const { route, handler, keys, segments } = match;
    const result = attempt(directory, () => {
      const asked = { access, caller, keys, body: request.body, properties: propertiesOf(request) };
      authorize(rightsFor(request.method, route.path), asked);
      refuseUnapplied(route, request);
      refuseForeignBody(request);
      refuseUnfitBody(directory, request, segments);
      return handler({ directory, access, caller, request, keys, answer: answerPart });
    });
    return result instanceof GraphError ? errorAnswer(result, stamp()) : result;
  }

  function answerPart(part: GraphRequest): GraphResponse {
    return answer(directory, caller, part);
  }

  function stamp(): ErrorStamp {
    return { date: directory.timestamp(), requestId: requestId(), clientRequestId: clientRequestId() };
  }
}

function matchOf({ cloud }: Directory, { method, version, path }: GraphRequest): Match {
  if (!VERSIONS.has(version)) throw new GraphError(400, "BadRequest", `Invalid version: ${version}`);
  return router.match(method, segmentsOf(path), version, profileOf(cloud.id));
}

/** What `work` gives, or the error of Graph's that its refusal amounts to. */
function attempt<T>({ tenantId }: Directory, work: () => T): T | GraphError {
  try {
    return work();
  } catch (error) {
    if (error instanceof GraphError) return error;
    if (error instanceof Refusal) return wordingOf(error.detail, tenantId);
    if (error instanceof QueryRefused) return new GraphError(400, error.code, error.message);
    throw error;
  }
}

/** What a request reads by name is in its selection, what it writes in its body. */
function propertiesOf({ method, query, body }: GraphRequest): readonly string[] {
  if (method === "GET") return namesIn(query.$select);
  return typeof body === "object" && body !== null ? Object.keys(body) : [];
}

const OF_DATA = "odata.streaming=true;IEEE754Compatible=false;charset=utf-8";
const MINIMAL = `application/json;odata.metadata=minimal;${OF_DATA}`;
const BARE = `application/json;odata.metadata=none;${OF_DATA}`;

/** A count is sent as bare text, and what is refused is no data of OData's. */
function contentTypeOf({ status, body }: RouteAnswer, isBare: boolean): string | undefined {
  if (body === undefined) return undefined;
  if (typeof body === "number") return "text/plain";
  if (status >= 400) return "application/json";
  return isBare ? BARE : MINIMAL;
}

/** Advanced queries are answered by an index of their own, which lags by itself. */
function isAdvanced(request: GraphRequest): boolean {
  const { method, path, query } = request;
  const counts = query.$count?.toLowerCase() === "true" || path.toLowerCase().endsWith("/$count");
  if (method !== "GET" || !(counts || query.$search !== undefined)) return false;
  return isEventual(request);
}

const diagnostics = new WeakMap<Access["reader"], string>();

/** The real service names the machine that answered; this one names the instance. */
function diagnosticsOf({ reader }: Access): string {
  const known = diagnostics.get(reader) ?? described(reader);
  diagnostics.set(reader, known);
  return known;
}

function described(reader: Access["reader"]): string {
  const server = {
    DataCenter: reader.datacenter,
    Slice: "E",
    Ring: "fake",
    ScaleUnit: "000",
    RoleInstance: reader.name,
  };
  return JSON.stringify({ ServerInfo: server });
}
