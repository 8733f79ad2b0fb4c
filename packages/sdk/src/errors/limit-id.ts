/** A limit of the service, by its name in the catalogue of limits. */
export type LimitId =
  | "directory-objects"
  | "directory-objects-without-domain"
  | "objects-created-by-non-admin"
  | "tenants-per-user"
  | "tenants-created-by-user"
  | "sponsors-per-guest"
  | "owners-per-group"
  | "app-role-assignments"
  | "conditional-access-policies"
  | "domain-list-characters"
  | "members-per-update"
  | "users-per-page"
  | "requests-per-batch"
  | "ids-per-lookup"
  | "groups-per-check"
  | "filter-alternatives"
  | "invitations-per-5-seconds"
  | "batch-megabytes"
  | "delta-ids"
  | "delta-token-days"
  | "subscriptions-per-tenant"
  | "domains-per-tenant"
  | "dynamic-groups"
  | "role-assignable-groups"
  | "custom-roles"
  | "terms-of-use"
  | "multitenant-organization-tenants"
  | "members-per-synchronized-group"
  | "groups-for-sharepoint"
  | "groups-in-token"
  | "groups-in-saml-token"
  | "copies-of-invitation"
  | "restorable-days"
  | "one-time-passcode-minutes"
  | "one-time-passcode-session-hours"
  | "role-change-minutes"
  | "invite-policy-minutes"
  | "access-token-minutes"
  | "free-monthly-guests";

/**
 * The limit that was reached. Of a full directory it is `directory-objects`, whether or not it has a domain of its own:
 * Graph does not say. `unknown` where it says no more than that some quota is full.
 */
export type ReachedLimit = LimitId | "unknown";
