import type { CloudProfile } from "../directory/index.ts";
import { type LoginAnswer, published } from "./exchange.ts";
import { LoginRefusal } from "./refusal.ts";
import type { LoginContext } from "./service.ts";

/** The name by which the public cloud's hosts share a cache of tokens. Elsewhere it is the host's own. */
const PREFERRED_CACHE: Readonly<Record<string, string>> = { "microsoftonline.com": "login.windows.net" };

/**
 * Tells clients which hosts are one and the same login service, of every cloud. Each cloud's host knows them all; so it is
 * assumed.
 *
 * @see https://github.com/AzureAD/microsoft-authentication-library-for-js/blob/dev/lib/msal-common/src/authority/AuthorityMetadata.ts
 */
export function instanceDiscovery(context: LoginContext): LoginAnswer {
  const { service, parameters, origin } = context;
  const endpoint = URL.parse(parameters.get("authorization_endpoint") ?? "");
  if (endpoint === null) throw invalid();
  const isKnown = service.clouds.some((cloud) => hostsOf(cloud).includes(endpoint.host));
  if (!isKnown && endpoint.origin !== origin) throw invalid();
  const [, tenant = "common"] = endpoint.pathname.split("/");
  const version = parameters.get("api-version") === "1.0" ? "" : "/v2.0";
  const instances = new Map(service.clouds.map((cloud) => [cloud.instance, cloud]));
  return published({
    tenant_discovery_endpoint: `${endpoint.origin}/${tenant}${version}/.well-known/openid-configuration`,
    "api-version": parameters.get("api-version") ?? "1.1",
    metadata: [...instances.values()].map(metadataOf),
  });
}

function metadataOf(cloud: CloudProfile): Record<string, unknown> {
  const aliases = hostsOf(cloud);
  const [preferred] = aliases;
  return {
    preferred_network: preferred,
    preferred_cache: PREFERRED_CACHE[cloud.instance] ?? preferred,
    aliases,
  };
}

function hostsOf({ login, loginAliases }: CloudProfile): readonly string[] {
  return [login, ...loginAliases].map((origin) => new URL(origin).host);
}

/** The code is as people have seen it. */
function invalid(): LoginRefusal {
  return new LoginRefusal({
    code: 50049,
    error: "invalid_instance",
    text: "Unknown or invalid instance.",
  });
}
