import {
  AUTHORIZATION_POLICY,
  type AuthorizationPolicyChanges,
  authorizationPolicy,
  changedPolicy,
  type Directory,
  domainPolicyOf,
  type RoleName,
  roleAssignmentOf,
  roleIds,
} from "../directory/index.ts";
import { checkAuthorizationPolicy, checkDomainPolicy } from "../furnishing/index.ts";

/** The domains that may be invited, or those that may not. */
export type DomainLists = { readonly allowed: readonly string[] } | { readonly blocked: readonly string[] };

/** Gives somebody roles, beside those that are there. */
export function seedRoles(directory: Directory, principalId: string, roles: readonly RoleName[]): void {
  const assignments = roleIds(roles).map((role) => roleAssignmentOf(directory, principalId, role));
  if (assignments.length > 0) directory.store.seed(new Map(assignments.map((one) => [one.id, one])));
}

export function seedAuthorizationPolicy({ store }: Directory, changes: AuthorizationPolicyChanges): void {
  checkAuthorizationPolicy({ changes });
  const policy = changedPolicy(authorizationPolicy(store.primary()), changes);
  store.seed(new Map([[AUTHORIZATION_POLICY, policy]]));
}

export function seedDomainPolicy({ chance, store }: Directory, domains: DomainLists): void {
  checkDomainPolicy({ domains });
  const policy = domainPolicyOf(chance.guid("domainPolicy"), domains);
  store.seed(new Map([[policy.id, policy]]));
}
