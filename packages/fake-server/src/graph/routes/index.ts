import type { Route } from "../router.ts";
import { selectable } from "../selectable.ts";
import { appRoleAssignmentRoutes } from "./app-role-assignments.ts";
import { applicationOwnerRoutes } from "./application-owners.ts";
import { applicationPasswordRoutes } from "./application-passwords.ts";
import { applicationRoutes } from "./applications.ts";
import { auditLogRoutes } from "./audit-logs.ts";
import { authenticationStrengthRoutes } from "./authentication-strengths.ts";
import { authorizationPolicyRoutes } from "./authorization-policy.ts";
import { b2bManagementPolicyRoutes } from "./b2b-management-policies.ts";
import { batchRoutes } from "./batch.ts";
import { conditionalAccessRoutes } from "./conditional-access.ts";
import { crossTenantAccessRoutes } from "./cross-tenant-access.ts";
import { deletedItemRoutes } from "./deleted-items.ts";
import { deltaRoutes } from "./deltas.ts";
import { directoryObjectRoutes } from "./directory-objects.ts";
import { directoryRoleRoutes } from "./directory-roles.ts";
import { domainRoutes } from "./domains.ts";
import { groupLinkRoutes } from "./group-links.ts";
import { groupRoutes } from "./groups.ts";
import { identitySynchronizationRoutes } from "./identity-synchronization.ts";
import { invitationRoutes } from "./invitations.ts";
import { membershipRoutes } from "./memberships.ts";
import { namedLocationRoutes } from "./named-locations.ts";
import { organizationRoutes } from "./organization.ts";
import { roleAssignmentRoutes, roleDefinitionRoutes } from "./role-management.ts";
import { servicePrincipalRoutes } from "./service-principals.ts";
import { sponsorRoutes } from "./sponsors.ts";
import { tenantRelationshipRoutes } from "./tenant-relationships.ts";
import { userActionRoutes } from "./user-actions.ts";
import { userLinkRoutes } from "./user-links.ts";
import { userRoutes } from "./users.ts";

/** What shows everything of what there is, whoever asks. */
const shownWhole: readonly Route[] = [
  ...appRoleAssignmentRoutes,
  ...crossTenantAccessRoutes,
  ...identitySynchronizationRoutes,
  ...conditionalAccessRoutes,
  ...namedLocationRoutes,
  ...tenantRelationshipRoutes,
  ...auditLogRoutes,
  ...authorizationPolicyRoutes,
  ...b2bManagementPolicyRoutes,
  ...roleAssignmentRoutes,
];

/** Everything that the fake Graph answers. */
export const routes: readonly Route[] = [
  ...invitationRoutes,
  ...userRoutes,
  ...userLinkRoutes,
  ...userActionRoutes,
  ...sponsorRoutes,
  ...membershipRoutes,
  ...groupRoutes,
  ...deltaRoutes,
  ...groupLinkRoutes,
  ...applicationRoutes,
  ...applicationPasswordRoutes,
  ...applicationOwnerRoutes,
  ...servicePrincipalRoutes,
  ...authenticationStrengthRoutes,
  ...organizationRoutes,
  ...domainRoutes,
  ...directoryObjectRoutes,
  ...deletedItemRoutes,
  ...batchRoutes,
  ...directoryRoleRoutes,
  ...roleDefinitionRoutes,
  ...selectable(shownWhole),
];
