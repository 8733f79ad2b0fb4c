import { type LoginAnswer, published } from "./exchange.ts";
import { issuerOf } from "./issuer.ts";
import type { LoginContext } from "./service.ts";
import { isManyTenants, tenantNamed } from "./tenant.ts";

/**
 * The keys that a cloud signs with. Whichever tenant is asked for, they are the cloud's.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/signing-key-rollover
 */
export function keySet(context: LoginContext): LoginAnswer {
  const { service, host, tenant, isFirstVersion } = context;
  const directory = isManyTenants(tenant) ? undefined : tenantNamed(context, tenant);
  const cloud = directory?.cloud ?? host;
  const key = service.key(cloud).published;
  const issuer = issuerOf(cloud, directory?.tenantId ?? "{tenantid}", true);
  return published({ keys: [isFirstVersion ? key : { ...key, issuer }] });
}
