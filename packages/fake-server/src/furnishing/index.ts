export {
  checkAdministrators,
  checkApp,
  checkGroup,
  checkMembers,
  checkOtherObjects,
  checkUser,
  type GroupProperties,
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
  checkAuthorizationPolicy,
  checkConditionalAccess,
  checkDomainPolicy,
  checkIdentityProviders,
  checkMfaForGuests,
  checkNamedLocation,
  checkTrust,
} from "./policies.ts";
export { checkRedeem, checkRedemption, checkSignIn } from "./visits.ts";
