import type { Directory } from "./directory.ts";
import { Refusal } from "./refusal.ts";

/** What anybody with the permission may know of another tenant. */
export interface TenantInformation {
  readonly tenantId: string;
  readonly federationBrandName: null;
  readonly displayName: string;
  readonly defaultDomainName: string;
}

/**
 * What is told of the tenant that has a domain, or an id. Tenants of other clouds are not found.
 *
 * @see https://learn.microsoft.com/graph/api/tenantrelationship-findtenantinformationbydomainname
 * @see https://learn.microsoft.com/graph/api/tenantrelationship-findtenantinformationbytenantid
 */
export function tenantInformation({ cloud, tenantOf }: Directory, idOrDomain: string): TenantInformation {
  const found = tenantOf(idOrDomain.toLowerCase());
  if (found === undefined || found.cloud.instance !== cloud.instance) {
    throw new Refusal({ reason: "resource-not-found", id: idOrDomain });
  }
  const { tenantId, name, initialDomain } = found;
  return { tenantId, federationBrandName: null, displayName: name, defaultDomainName: initialDomain };
}
