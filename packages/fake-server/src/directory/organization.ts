import type { Directory } from "./directory.ts";
import { listDomains } from "./domains.ts";
import { objectLimit, objectsUsed } from "./object-quota.ts";

/**
 * The organisation that a directory belongs to, with every property that v1.0 has, and the size that the beta adds. What
 * nobody has said is null.
 *
 * @see https://learn.microsoft.com/graph/api/resources/organization
 */
export function organizationOf(directory: Directory): Readonly<Record<string, unknown>> {
  return {
    id: directory.tenantId,
    deletedDateTime: null,
    assignedPlans: [],
    businessPhones: [],
    city: null,
    country: null,
    countryLetterCode: null,
    createdDateTime: directory.createdDateTime,
    defaultUsageLocation: null,
    displayName: directory.name,
    marketingNotificationEmails: [],
    mobileDeviceManagementAuthority: "unknown",
    onPremisesLastSyncDateTime: null,
    onPremisesSyncEnabled: null,
    partnerTenantType: null,
    postalCode: null,
    preferredLanguage: null,
    privacyProfile: null,
    provisionedPlans: [],
    securityComplianceNotificationMails: [],
    securityComplianceNotificationPhones: [],
    state: null,
    street: null,
    technicalNotificationMails: [],
    tenantType: "AAD",
    verifiedDomains: listDomains(directory).map(({ id, isInitial, isDefault, supportedServices }) => ({
      name: id,
      isInitial,
      isDefault,
      type: "Managed",
      capabilities: supportedServices.join(", "),
    })),
    directorySizeQuota: { used: objectsUsed(directory), total: objectLimit(directory) },
  };
}
