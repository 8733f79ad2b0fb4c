import type { Route } from "../router.ts";
import { batchRoutes } from "./batch.ts";
import { conditionalAccessRoutes } from "./conditional-access.ts";
import { crossTenantAccessRoutes } from "./cross-tenant-access.ts";
import { groupOwnerRoutes } from "./group-owners.ts";
import { groupRoutes } from "./groups.ts";
import { invitationRoutes } from "./invitations.ts";
import { lookUpRoutes } from "./look-ups.ts";
import { organizationRoutes } from "./organization.ts";
import { servicePrincipalRoutes } from "./service-principals.ts";
import { sponsorRoutes } from "./sponsors.ts";
import { userRoutes } from "./users.ts";

/** Everything that the fake Graph answers. */
export const routes: readonly Route[] = [
  ...invitationRoutes,
  ...userRoutes,
  ...sponsorRoutes,
  ...groupRoutes,
  ...groupOwnerRoutes,
  ...servicePrincipalRoutes,
  ...crossTenantAccessRoutes,
  ...conditionalAccessRoutes,
  ...organizationRoutes,
  ...lookUpRoutes,
  ...batchRoutes,
];
