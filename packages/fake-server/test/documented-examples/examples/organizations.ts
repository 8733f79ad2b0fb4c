import type { DocumentedExample } from "../example.ts";

export const organizations: readonly DocumentedExample[] = [
  {
    says: "an organization is found by its domain",
    source: "tenantrelationship-findtenantinformationbydomainname",
    ask: "GET /tenantRelationships/findTenantInformationByDomainName(domainName='{domain}')",
    status: 200,
    shows: "{@odata.context, tenantId, federationBrandName null, displayName, defaultDomainName}",
  },
  {
    says: "an organization is read by id",
    source: "organization-get",
    ask: "GET /organization/{organization}",
    status: 200,
    shows: `
      {@odata.context, id, deletedDateTime null, businessPhones [text], city null, country null,
      countryLetterCode, createdDateTime, displayName, isMultipleDataLocationsForServicesEnabled null,
      marketingNotificationEmails [], onPremisesLastSyncDateTime null, onPremisesSyncEnabled null,
      postalCode null, preferredLanguage, securityComplianceNotificationMails [],
      securityComplianceNotificationPhones [], state null, street null, technicalNotificationMails
      [text], tenantType, directorySizeQuota {used number, total number}, assignedPlans
      [{assignedDateTime, capabilityStatus, service, servicePlanId}], privacyProfile {contactEmail,
      statementUrl}, provisionedPlans [{capabilityStatus, provisioningStatus, service}], verifiedDomains
      [{capabilities, isDefault flag, isInitial flag, name, type}]}`,
  },
  {
    says: "the domains of an organization are listed",
    source: "domain-list",
    ask: "GET /domains",
    status: 200,
    shows: `
      {value [{authenticationType, availabilityStatus, isAdminManaged flag, isDefault flag, isInitial
      flag, isRoot flag, id, supportedServices [text]}]}`,
  },
];
