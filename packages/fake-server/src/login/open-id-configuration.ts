import type { CloudProfile } from "../directory/index.ts";

/** A tenant as the login service publishes it: to anybody, without a token. */
export interface PublishedTenant {
  readonly tenantId: string;
  readonly cloud: CloudProfile;
}

/** What the login service answers to a request for a document of its own. */
export interface LoginAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What the login hosts have to know of the world. */
export interface Discovery {
  /** The clouds whose login hosts answer. */
  readonly clouds: readonly CloudProfile[];
  /** The tenant with this id or this verified domain, of any cloud; in lower case. */
  readonly find: (idOrDomain: string) => PublishedTenant | undefined;
  /** Two ids for support, and the time, as an error carries them. */
  readonly stamp: () => { readonly trace: string; readonly correlation: string; readonly timestamp: string };
}

/**
 * The tenant that stands for personal accounts.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference for its id
 */
const CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";
/** A name by which a host answers for many tenants; the issuer is a form to be filled in. */
const MANY_TENANTS: ReadonlySet<string> = new Set(["common", "organizations"]);
const DOCUMENT = /^\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

/**
 * What a login host answers; `undefined` for an address that is no login host's.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#fetch-the-openid-configuration-document
 */
export function answerDiscovery(discovery: Discovery, method: string, url: URL): LoginAnswer | undefined {
  const own = discovery.clouds.filter(
    ({ login, loginAliases }) => login === url.origin || loginAliases.includes(url.origin),
  );
  const [host] = own;
  if (host === undefined) return undefined;
  const [, segment] = DOCUMENT.exec(url.pathname) ?? [];
  if (segment === undefined) return { status: 404, body: undefined };
  if (method !== "GET") return { status: 405, body: undefined };
  return documentFor(discovery, own, host, decoded(segment));
}

function documentFor(
  discovery: Discovery,
  own: readonly CloudProfile[],
  host: CloudProfile,
  written: string,
): LoginAnswer {
  const name = written.toLowerCase();
  if (MANY_TENANTS.has(name)) return { status: 200, body: configuration(host, name, "{tenantid}", null) };
  if ((name === "consumers" || name === CONSUMERS) && host.id === "public") {
    return { status: 200, body: configuration(host, CONSUMERS, CONSUMERS, null) };
  }
  if (!GUID.test(name) && !DOMAIN.test(name)) {
    return refused(
      discovery,
      900023,
      "invalid_request",
      `Specified tenant identifier '${written}' is neither a valid DNS name, nor a valid external domain.`,
    );
  }
  const found = discovery.find(name);
  if (found === undefined || !answersFor(own, host, found.cloud)) {
    return refused(
      discovery,
      90002,
      "invalid_tenant",
      `Tenant '${written}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    );
  }
  const { tenantId, cloud } = found;
  const { tenant_region_scope, ...published } = cloud.published;
  return {
    status: 200,
    body: { ...configuration(cloud, tenantId, tenantId, tenant_region_scope), ...published },
  };
}

/**
 * The public host answers for tenants of the United States' government as well, with their own values. Those of China are
 * known at their own host alone. That the government's host knows no commercial tenants is assumed.
 */
function answersFor(own: readonly CloudProfile[], host: CloudProfile, cloud: CloudProfile): boolean {
  if (own.some(({ id }) => id === cloud.id)) return true;
  return host.id === "public" && cloud.instance === "microsoftonline.us";
}

/** By whichever name a host is asked, its addresses are those of its first one; so it is assumed. */
function configuration(
  { login, instance, graph, published }: CloudProfile,
  path: string,
  tenantId: string,
  region: string | null,
): Record<string, unknown> {
  const { cloud_graph_host_name, msgraph_host, rbac_url } = published;
  return {
    token_endpoint: `${login}/${path}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [
      "client_secret_post",
      "private_key_jwt",
      "client_secret_basic",
      "self_signed_tls_client_auth",
    ],
    jwks_uri: `${login}/${path}/discovery/v2.0/keys`,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: `${login}/${tenantId}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${graph}/oidc/userinfo`,
    authorization_endpoint: `${login}/${path}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${login}/${path}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${login}/${path}/oauth2/v2.0/logout`,
    claims_supported: [
      "sub",
      "iss",
      "aud",
      "exp",
      "iat",
      "auth_time",
      "nonce",
      "name",
      "tid",
      "ver",
      "email",
    ],
    tenant_region_scope: region,
    cloud_instance_name: instance,
    cloud_graph_host_name,
    msgraph_host,
    rbac_url,
  };
}

/** The error's form and the code 90002 are as people have seen them; the text of 900023 is of the list of codes. */
function refused({ stamp }: Discovery, code: number, error: string, text: string): LoginAnswer {
  const { trace, correlation, timestamp } = stamp();
  const shown = `${timestamp.slice(0, 19).replace("T", " ")}Z`;
  return {
    status: 400,
    body: {
      error,
      error_description: `AADSTS${code}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${shown}`,
      error_codes: [code],
      timestamp: shown,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    },
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
