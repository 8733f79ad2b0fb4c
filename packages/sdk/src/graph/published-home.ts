import type { Cloud, Home, HomeName } from "../clouds/index.ts";

/**
 * The tenant that stands for personal accounts.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
const CONSUMERS = "9188040d-6c67-4c5b-b112-36a304b66dad";
const ISSUER_PATH = /^\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/v2\.0$/;
/** Other names of login hosts, by the host that has them. @see https://learn.microsoft.com/entra/msal/ for instance discovery */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  "https://login.microsoftonline.com": [
    "https://login.windows.net",
    "https://login.microsoft.com",
    "https://sts.windows.net",
  ],
  "https://login.microsoftonline.us": ["https://login.usgovcloudapi.net"],
  "https://login.partner.microsoftonline.cn": ["https://login.chinacloudapi.cn"],
};
/** Which cloud of the United States' government a tenant is in. */
const SUB_SCOPES: Readonly<Record<string, string>> = { dodcon: "usgov", dod: "usgov-dod" };
const ENDPOINTS = ["authorization_endpoint", "token_endpoint", "jwks_uri"] as const;
const TEXTS = [
  "tenant_region_scope",
  "tenant_region_sub_scope",
  "cloud_instance_name",
  "msgraph_host",
] as const;

/**
 * The home that an OpenID configuration tells of; `undefined` for one that cannot be right: an issuer or an endpoint that
 * is no known cloud's, a cloud that does not fit its issuer, another tenant than the one asked for.
 */
export function publishedHome(
  document: Readonly<Record<string, unknown>>,
  asked: HomeName,
  clouds: readonly Cloud[],
): Home | undefined {
  const issuer = issuerOf(document);
  const candidates = clouds.filter(({ login }) => issuer && origins(login).includes(issuer.origin));
  const published = textsOf(document);
  if (issuer === undefined || published === undefined || candidates.length === 0) return undefined;
  if (asked.kind === "tenant-id" && asked.name !== issuer.tenantId) return undefined;
  const { cloud_instance_name: instance } = published;
  const cloud = cloudAmong(
    candidates.filter((candidate) => instance === undefined || candidate.instance === instance),
    published,
  );
  if (cloud === undefined || !endpointsStay(document, cloud)) return undefined;
  if (issuer.tenantId === CONSUMERS) return { kind: "consumer" };
  const { tenant_region_scope: regionScope, tenant_region_sub_scope: regionSubScope } = published;
  return {
    kind: "tenant",
    tenant: {
      cloud: cloud.id,
      tenantId: issuer.tenantId,
      ...(regionScope !== undefined && { regionScope }),
      ...(regionSubScope !== undefined && { regionSubScope }),
    },
  };
}

function issuerOf({ issuer }: Readonly<Record<string, unknown>>) {
  const url = typeof issuer === "string" ? URL.parse(issuer) : null;
  const [, tenantId] = ISSUER_PATH.exec(url?.pathname.toLowerCase() ?? "") ?? [];
  const isPlain = url && url.href === `${url.origin}${url.pathname}`;
  return isPlain && tenantId !== undefined ? { origin: url.origin, tenantId } : undefined;
}

type Published = Partial<Record<(typeof TEXTS)[number], string>>;

/** Null stands for what a tenant does not have; anything else that is no text makes the whole document worthless. */
function textsOf(document: Readonly<Record<string, unknown>>): Published | undefined {
  const published: Published = {};
  for (const name of TEXTS) {
    const value = document[name] ?? undefined;
    if (typeof value === "string") published[name] = value;
    else if (value !== undefined) return undefined;
  }
  return published;
}

/** Several clouds may share a login host: the tenant's region tells them apart, or the Graph that it is served by. */
function cloudAmong(candidates: readonly Cloud[], published: Published): Cloud | undefined {
  const id = SUB_SCOPES[published.tenant_region_sub_scope?.toLowerCase() ?? ""];
  return (
    candidates.find((cloud) => cloud.id === id) ??
    candidates.find(({ graph }) => graph === `https://${published.msgraph_host}`) ??
    candidates[0]
  );
}

function endpointsStay(document: Readonly<Record<string, unknown>>, { login }: Cloud): boolean {
  const own = origins(login);
  return ENDPOINTS.every((name) => {
    const value = document[name] ?? undefined;
    if (value === undefined) return true;
    return typeof value === "string" && own.includes(URL.parse(value)?.origin ?? "");
  });
}

function origins(login: string): readonly string[] {
  const origin = login.replace(/\/$/, "");
  return [origin, ...(ALIASES[origin] ?? [])];
}
