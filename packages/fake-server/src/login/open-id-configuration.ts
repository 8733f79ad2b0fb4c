import type { CloudProfile } from "../directory/index.ts";
import { type LoginAnswer, published } from "./exchange.ts";
import { issuerOf } from "./issuer.ts";
import type { LoginContext } from "./service.ts";
import { tenantNamed } from "./tenant.ts";

/**
 * The tenant that stands for personal accounts.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference for its id
 */
const CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";
/** A name by which a host answers for many tenants; the issuer is a form to be filled in. */
const MANY_TENANTS: ReadonlySet<string> = new Set(["common", "organizations"]);

/**
 * Where a tenant's endpoints are, and which cloud it is of: to anybody, without a token.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#fetch-the-openid-configuration-document
 */
export function openIdConfiguration(context: LoginContext): LoginAnswer {
  const { host, tenant } = context;
  const name = tenant.toLowerCase();
  if (MANY_TENANTS.has(name)) return published(configuration(context, host, name, "{tenantid}", null));
  if ((name === "consumers" || name === CONSUMERS) && host.id === "public") {
    return published(configuration(context, host, CONSUMERS, CONSUMERS, null));
  }
  const { tenantId, cloud } = tenantNamed(context, tenant);
  const { tenant_region_scope, ...more } = cloud.published;
  return published({ ...configuration(context, cloud, tenantId, tenantId, tenant_region_scope), ...more });
}

/** By whichever name a cloud's host is asked, its addresses are those of its first one; so it is assumed. */
function configuration(
  { isFirstVersion, origin }: LoginContext,
  cloud: CloudProfile,
  path: string,
  tenantId: string,
  region: string | null,
): Record<string, unknown> {
  const { instance, graph, published: known } = cloud;
  const place = `${origin ?? cloud.login}/${path}`;
  const version = isFirstVersion ? "" : "/v2.0";
  const { cloud_graph_host_name, msgraph_host, rbac_url } = known;
  return {
    token_endpoint: `${place}/oauth2${version}/token`,
    token_endpoint_auth_methods_supported: [
      "client_secret_post",
      "private_key_jwt",
      "client_secret_basic",
      "self_signed_tls_client_auth",
    ],
    jwks_uri: `${place}/discovery${version}/keys`,
    response_modes_supported: ["query", "fragment", "form_post"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    issuer: issuerOf(cloud, tenantId, !isFirstVersion),
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${graph}/oidc/userinfo`,
    authorization_endpoint: `${place}/oauth2${version}/authorize`,
    device_authorization_endpoint: `${place}/oauth2${version}/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${place}/oauth2${version}/logout`,
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
