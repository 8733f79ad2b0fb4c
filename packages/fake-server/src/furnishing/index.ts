export { problemsIn, shown } from "./check.ts";
export { readJson } from "./json.ts";
export {
  APP,
  checkAdministrators,
  checkApp,
  checkGroup,
  checkGuests,
  checkMembers,
  checkOtherObjects,
  checkUser,
  GROUP,
  type GroupProperties,
  USER,
  type UserProperties,
} from "./people.ts";
export {
  checkCaller,
  checkDomain,
  checkMicrosoftAccount,
  checkTenant,
  checkWantedMail,
} from "./places.ts";
export {
  AUTHORIZATION,
  checkAuthorizationPolicy,
  checkConditionalAccess,
  checkDomainPolicy,
  checkIdentityProviders,
  checkMfaForGuests,
  checkNamedLocation,
  checkTrust,
  DOMAIN_LISTS,
  LOCATION,
  MFA_AUDIENCE,
  POLICY,
  PROVIDERS,
  TRUST,
} from "./policies.ts";
export { address, count, domain, guid, milliseconds, name } from "./value.ts";
export { checkRedeem, checkRedemption, checkSignIn } from "./visits.ts";
