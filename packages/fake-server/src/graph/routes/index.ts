import type { Route } from "../router.ts";
import { appRoleAssignmentRoutes } from "./app-role-assignments.ts";
import { applicationRoutes } from "./applications.ts";
import { authorizationPolicyRoutes } from "./authorization-policy.ts";
import { b2bManagementPolicyRoutes } from "./b2b-management-policies.ts";
import { batchRoutes } from "./batch.ts";
import { conditionalAccessRoutes } from "./conditional-access.ts";
import { crossTenantAccessRoutes } from "./cross-tenant-access.ts";
import { deletedItemRoutes } from "./deleted-items.ts";
import { directoryObjectRoutes } from "./directory-objects.ts";
import { directoryRoleRoutes } from "./directory-roles.ts";
import { groupLinkRoutes } from "./group-links.ts";
import { groupRoutes } from "./groups.ts";
import { invitationRoutes } from "./invitations.ts";
import { membershipRoutes } from "./memberships.ts";
import { organizationRoutes } from "./organization.ts";
import { servicePrincipalRoutes } from "./service-principals.ts";
import { sponsorRoutes } from "./sponsors.ts";
import { userRoutes } from "./users.ts";

/** Everything that the fake Graph answers. */
export const routes: readonly Route[] = [
  ...invitationRoutes,
  ...userRoutes,
  ...sponsorRoutes,
  ...membershipRoutes,
  ...groupRoutes,
  ...groupLinkRoutes,
  ...applicationRoutes,
  ...servicePrincipalRoutes,
  ...appRoleAssignmentRoutes,
  ...crossTenantAccessRoutes,
  ...conditionalAccessRoutes,
  ...organizationRoutes,
  ...directoryObjectRoutes,
  ...deletedItemRoutes,
  ...batchRoutes,
  ...authorizationPolicyRoutes,
  ...directoryRoleRoutes,
  ...b2bManagementPolicyRoutes,
];
