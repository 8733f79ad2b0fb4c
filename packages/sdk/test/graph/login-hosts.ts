import { clouds } from "@vestibule/sdk";
import { type DiscoverHomesOptions, discoverHomes } from "@vestibule/sdk/graph";
import { VirtualClock } from "@vestibule/sdk/testing";

export const corpId = "aaaaaaaa-0000-4000-8000-000000000001";

/** The OpenID configuration of Corp, in the public cloud. */
export function corpDocument(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { login } = clouds.public;
  return {
    issuer: `${login}/${corpId}/v2.0`,
    authorization_endpoint: `${login}/${corpId}/oauth2/v2.0/authorize`,
    token_endpoint: `${login}/${corpId}/oauth2/v2.0/token`,
    jwks_uri: `${login}/${corpId}/discovery/v2.0/keys`,
    tenant_region_scope: "EU",
    cloud_instance_name: "microsoftonline.com",
    cloud_graph_host_name: "graph.windows.net",
    msgraph_host: "graph.microsoft.com",
    rbac_url: "https://pas.windows.net",
    ...changes,
  };
}

export const corpHome = {
  kind: "tenant",
  tenant: { cloud: "public", tenantId: corpId, regionScope: "EU" },
} as const;

export const noSuchTenant = () =>
  Response.json({ error: "invalid_tenant", error_codes: [90002] }, { status: 400 });

type Answer = (request: Request) => Response | Promise<Response>;

/** Discovery where the public host answers with `answer`, and every other that it knows no such tenant. */
export function publicHostAnswers(answer: Answer, options: DiscoverHomesOptions = {}) {
  const asked: Request[] = [];
  const clock = new VirtualClock();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push(request);
    return new URL(request.url).origin === clouds.public.login ? answer(request) : noSuchTenant();
  };
  return { homes: discoverHomes({ fetch, clock, ...options }), asked, clock };
}
