/**
 * Something that not every cloud has, by the name in Graph's metadata: `type.property`, or the name of a set. Two are no
 * part of Graph: which accounts a guest can sign in with.
 */
export type Capability =
  | "invitations"
  | "invitation.invitedUserSponsors"
  | "invitation.resetRedemption"
  | "user.sponsorOf"
  | "user.createdDateTime"
  | "user.employeeType"
  | "user.signInActivity"
  | "conditionalAccessConditionSet.signInRiskLevels"
  | "conditionalAccessConditionSet.userRiskLevels"
  | "conditionalAccessGrantControls.authenticationStrength"
  | "crossTenantAccessPolicyConfigurationDefault.tenantRestrictions"
  | "crossTenantAccessPolicyConfigurationPartner.tenantRestrictions"
  | "multiTenantOrganization"
  | "guests with a personal account"
  | "guests with a one-time passcode"
  | (string & {});
