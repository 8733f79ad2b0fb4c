import type { CloudProfile } from "../directory/index.ts";
import { authorize } from "./authorize.ts";
import { bare, correlationIdOf, given, type LoginAnswer, type LoginRequest, shown } from "./exchange.ts";
import { instanceDiscovery } from "./instance-discovery.ts";
import { keySet } from "./key-set.ts";
import { logout } from "./logout.ts";
import { openIdConfiguration } from "./open-id-configuration.ts";
import { Parameters } from "./parameters.ts";
import { described, errorBody, LoginRefusal } from "./refusal.ts";
import { refusals } from "./refusals.ts";
import type { LoginContext, LoginService } from "./service.ts";
import { errorPage } from "./sign-in-page.ts";
import { tokenEndpoint } from "./token-endpoint.ts";
import { olderUserRealm, userRealm } from "./user-realm.ts";

/** An address below a tenant's name, with what answers there. */
interface Endpoint {
  /** With the tenant as its first part, the version as its second, and what else is variable as its third. */
  readonly path: RegExp;
  readonly methods: Readonly<Record<string, (context: LoginContext, variable: string) => LoginAnswer>>;
  /** Whether a person looks at it: what goes wrong is shown on a page then. */
  readonly isForPeople?: boolean;
}

const ENDPOINTS: readonly Endpoint[] = [
  {
    path: /^\/([^/]+)(\/v2\.0)?\/\.well-known\/openid-configuration$/,
    methods: { GET: openIdConfiguration },
  },
  { path: /^\/([^/]+)\/discovery(\/v2\.0)?\/keys$/, methods: { GET: keySet } },
  { path: /^\/(common)\/discovery(\/v2\.0)?\/instance$/, methods: { GET: instanceDiscovery } },
  { path: /^\/(common)(\/v2\.0)?\/userrealm\/([^/]+)$/i, methods: { GET: userRealm } },
  { path: /^\/(getuserrealm\.srf)$/i, methods: { GET: olderUserRealm } },
  { path: /^\/([^/]+)\/oauth2(\/v2\.0)?\/token$/, methods: { POST: tokenEndpoint } },
  {
    path: /^\/([^/]+)\/oauth2(\/v2\.0)?\/authorize$/,
    methods: { GET: authorize, POST: authorize },
    isForPeople: true,
  },
  {
    path: /^\/([^/]+)\/oauth2(\/v2\.0)?\/logout$/,
    methods: { GET: logout, POST: logout },
    isForPeople: true,
  },
];

/** No tenant has such a name: these are the versions of Graph. */
const GRAPH = /^\/(?:v1\.0|beta)\//;

/**
 * The one way into the login service, for whichever door. Answers a request to a login host of a cloud's, or to one of the
 * own machine that stands for any of them; `undefined` for every other address, Graph's among them.
 */
export function login(service: LoginService, request: LoginRequest): LoginAnswer | undefined {
  const { url, method, isOurs = isOnOwnMachine(url) } = request;
  if (isOurs && GRAPH.test(url.pathname)) return undefined;
  const own = service.clouds.filter(
    ({ login: at, loginAliases }) => at === url.origin || loginAliases.includes(url.origin),
  );
  const [host] = own;
  if (host === undefined && !isOurs) return undefined;
  const found = endpointAt(url.pathname);
  if (found === undefined) return host === undefined ? undefined : bare(404);
  const { methods } = found.endpoint;
  const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (handler === undefined && methods.GET !== undefined) return bare(405);
  return answered(service, request, found, (tenant, parameters) => {
    if (handler === undefined) throw refusals.onlyPost({ method });
    const place =
      host === undefined ? standsFor(service, tenant, url.origin) : { host, own, origin: undefined };
    const isFirstVersion = !found.isSecondVersion;
    return handler({ service, request, ...place, tenant, parameters, isFirstVersion }, found.variable);
  });
}

interface Found {
  readonly endpoint: Endpoint;
  readonly tenant: string;
  readonly isSecondVersion: boolean;
  readonly variable: string;
}

function endpointAt(path: string): Found | undefined {
  for (const endpoint of ENDPOINTS) {
    const match = endpoint.path.exec(path);
    if (match === null) continue;
    const [, tenant = "", version, variable = ""] = match;
    return {
      ...{ endpoint, tenant: decoded(tenant) },
      ...{ isSecondVersion: version !== undefined, variable: decoded(variable) },
    };
  }
  return undefined;
}

function answered(
  service: LoginService,
  request: LoginRequest,
  { endpoint, tenant }: Found,
  answer: (tenant: string, parameters: Parameters) => LoginAnswer,
): LoginAnswer {
  const { method, url, body } = request;
  try {
    // A secret has no place in an address: tokens are asked for by the form alone.
    const isByForm = method === "POST" && endpoint.isForPeople !== true;
    const address = isByForm ? new URLSearchParams() : url.searchParams;
    return answer(tenant, new Parameters(address, new URLSearchParams(body)));
  } catch (refusal) {
    if (!(refusal instanceof LoginRefusal)) throw refusal;
    const { detail } = refusal;
    const stamp = service.stamp(correlationIdOf(request));
    const { status = 400 } = detail;
    return endpoint.isForPeople
      ? shown(status, errorPage(described(detail, stamp)))
      : given(status, errorBody(detail, stamp));
  }
}

/** A host of the own machine stands for that of the tenant's cloud; where none is named, for the public one. */
function standsFor(service: LoginService, tenant: string, origin: string) {
  const cloud = service.find(tenant.toLowerCase())?.cloud ?? (service.clouds[0] as CloudProfile);
  return { host: cloud, own: service.clouds.filter(({ login: at }) => at === cloud.login), origin };
}

function isOnOwnMachine({ hostname }: URL): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(hostname) || hostname.endsWith(".localhost");
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
