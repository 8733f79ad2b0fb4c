import { type Property, readProperties } from "./type-ref.ts";

/** The sets and the singletons that paths start with, of those that this API is about. */
export const CONTAINER: ReadonlyMap<string, Property> = readProperties(
  [
    "applications >[application]",
    "auditLogs >auditLogRoot",
    "directory >directory",
    "directoryObjects >[directoryObject]",
    "directoryRoles >[directoryRole]",
    "domains >[domain]",
    "groups >[group]",
    "identity >identityContainer",
    "invitations >[invitation]",
    "me >user",
    "organization >[organization]",
    "policies >policyRoot",
    "roleManagement >roleManagement",
    "servicePrincipals >[servicePrincipal]",
    "tenantRelationships >tenantRelationship",
    "users >[user]",
  ].join(", "),
);
