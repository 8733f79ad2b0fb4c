import type { Route } from "../router.ts";
import { groupRoutes } from "./groups.ts";
import { invitationRoutes } from "./invitations.ts";
import { policyRoutes } from "./policies.ts";
import { servicePrincipalRoutes } from "./service-principals.ts";
import { userRoutes } from "./users.ts";

/** Everything that the fake Graph answers. */
export const routes: readonly Route[] = [
  ...invitationRoutes,
  ...userRoutes,
  ...groupRoutes,
  ...servicePrincipalRoutes,
  ...policyRoutes,
];
