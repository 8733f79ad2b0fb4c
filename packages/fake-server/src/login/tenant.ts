import type { CloudProfile, Directory } from "../directory/index.ts";
import { refusals } from "./refusals.ts";
import type { LoginContext } from "./service.ts";
import { whatThereIs } from "./what-there-is.ts";

/** A name by which a host answers for many tenants. */
const MANY_TENANTS: ReadonlySet<string> = new Set(["common", "organizations", "consumers"]);
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

export function isManyTenants(name: string): boolean {
  return MANY_TENANTS.has(name.toLowerCase());
}

/**
 * The directory that a path names: by its id, or a verified domain of its own.
 *
 * @throws LoginRefusal for what is no name, or none that the host knows
 */
export function tenantNamed({ service, host, own }: LoginContext, written: string): Directory {
  const name = written.toLowerCase();
  if (!GUID.test(name) && !DOMAIN.test(name)) throw refusals.tenantMalformed({ tenant: written });
  const found = service.find(name);
  if (found === undefined || !answersFor(own, host, found.cloud)) {
    const all = service
      .directories()
      .map(({ name: of, tenantId, cloud }) => `${of} is ${tenantId} (${cloud.id})`);
    throw refusals.tenantUnknown({ tenant: written, here: whatThereIs(all, "tenant") });
  }
  return found;
}

/**
 * The directory that tokens are asked of: one that lives at the very host, and is named by itself.
 *
 * @throws LoginRefusal for any other
 */
export function tenantForTokens(context: LoginContext): Directory {
  if (isManyTenants(context.tenant)) throw refusals.tenantNotNamed();
  const found = tenantNamed(context, context.tenant);
  if (isAtHome(context, found)) return found;
  // An application that proves itself, and a person who is sent there, are told so by another code.
  if (context.parameters.get("grant_type") !== undefined) throw refusals.confidentialCrossCloud();
  throw refusals.tenantOfOtherCloud({ tenant: context.tenant, instance: context.host.instance });
}

/** A path for many tenants leads to the one that the code or the refresh token is of. */
export function tenantOfGrant(
  context: LoginContext,
  grant: { readonly tenantId: string } | undefined,
): Directory {
  if (!isManyTenants(context.tenant)) return tenantForTokens(context);
  if (grant === undefined) throw refusals.grantMalformed();
  return tenantForTokens({ ...context, tenant: grant.tenantId });
}

/** Whether a directory lives in a cloud whose login host this is. */
export function isAtHome({ own }: LoginContext, { cloud }: Directory): boolean {
  return own.some(({ id }) => id === cloud.id);
}

/**
 * The public host answers for tenants of the United States' government as well, with their own values. Those of China are
 * known at their own host alone. That the government's host knows no commercial tenants is assumed.
 */
function answersFor(own: readonly CloudProfile[], host: CloudProfile, cloud: CloudProfile): boolean {
  if (own.some(({ id }) => id === cloud.id)) return true;
  return host.id === "public" && cloud.instance === "microsoftonline.us";
}
