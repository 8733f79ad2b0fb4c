import type { DocumentedExample } from "../example.ts";
import { applications } from "./applications.ts";
import { conditionalAccess } from "./conditional-access.ts";
import { groups } from "./groups.ts";
import { memberships } from "./memberships.ts";
import { organizations } from "./organizations.ts";
import { people } from "./people.ts";
import { policies } from "./policies.ts";
import { roles } from "./roles.ts";

/** Examples of Microsoft's reference, by what they are about. */
export const examples: readonly DocumentedExample[] = [
  ...people,
  ...memberships,
  ...groups,
  ...applications,
  ...roles,
  ...policies,
  ...conditionalAccess,
  ...organizations,
];
