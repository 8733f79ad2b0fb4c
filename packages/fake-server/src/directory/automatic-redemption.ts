import { effectiveAccess } from "./cross-tenant-access.ts";
import type { Directory } from "./directory.ts";

/**
 * Whether two organisations have agreed that the people of a domain are neither asked for consent here nor sent an
 * invitation: their own has to allow it outbound, and this directory inbound. A domain of no Entra organisation cannot.
 *
 * @see https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview section "Automatic redemption setting"
 */
export function redeemsAutomatically(directory: Directory, domain: string): boolean {
  const home = directory.homeOf(domain);
  if (home === undefined || home.tenantId === directory.tenantId) return false;
  const { automaticUserConsentSettings } = effectiveAccess(directory.store.primary(), home.tenantId);
  return automaticUserConsentSettings?.inboundAllowed === true && home.sparesConsent(directory.tenantId);
}

/** Whether the settings of an organisation spare its people the consent over there. */
export function sparesConsent({ store }: Directory, tenantId: string): boolean {
  return effectiveAccess(store.primary(), tenantId).automaticUserConsentSettings?.outboundAllowed === true;
}
