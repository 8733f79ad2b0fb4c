import { remedies } from "../remedies/index.ts";
import { LONGEST_DOMAIN_DEFINITION } from "../schemas/index.ts";
import { type EnforcedRow, type LimitRow, NOTED_ON, SERVICE_LIMITS } from "./limit.ts";

const FULL = "403 Directory_QuotaExceeded for whatever would make one more; nobody is invited";

/** What fills up, and a request may find full. */
export const stocks = {
  "directory-objects": {
    ...SERVICE_LIMITS,
    value: 300_000,
    unit: "objects in a directory that has verified a domain",
    scope: "tenant",
    kind: "stock",
    knownBy: "quoted",
    whenReached: `${FULL}. A deleted object counts for 30 days. Microsoft support raises it.`,
    remedies: [remedies.freeQuota, remedies.raiseQuota],
  },
  "directory-objects-without-domain": {
    ...SERVICE_LIMITS,
    value: 50_000,
    unit: "objects in a directory without a verified domain of its own",
    scope: "tenant",
    kind: "stock",
    knownBy: "quoted",
    whenReached: `${FULL}. Graph does not say which of the two limits it is: the error names \`directory-objects\`. A deleted object counts for 30 days. A directory that self-service sign-up has made keeps this limit when it verifies a domain.`,
    remedies: [remedies.freeQuota, remedies.raiseQuota],
  },
  "objects-created-by-non-admin": {
    ...SERVICE_LIMITS,
    value: 250,
    unit: "objects created by one person without an administrator's role, guests among them",
    scope: "user",
    kind: "stock",
    knownBy: "quoted",
    whenReached:
      "403 Directory_QuotaExceeded for that person alone. A deleted object counts in full for 30 days, and a quarter for 30 more. An application that calls on its own may be held to it as well.",
    remedies: [remedies.createAsAdmin, remedies.freeQuota],
  },
  "tenants-per-user": {
    ...SERVICE_LIMITS,
    value: 500,
    unit: "directories that one user belongs to, as a member or a guest",
    scope: "user",
    kind: "stock",
    knownBy: "assumed",
    whenReached:
      "The invitation is refused. In which words is not documented; a Directory_QuotaExceeded of any is `limit-reached`.",
    remedies: [remedies.leaveDirectories],
  },
  "sponsors-per-guest": {
    source: "https://learn.microsoft.com/entra/external-id/b2b-sponsors",
    asOf: NOTED_ON,
    value: 5,
    unit: "sponsors of a guest",
    scope: "object",
    kind: "stock",
    knownBy: "assumed",
    whenReached: "400 for one more",
    remedies: [remedies.sponsorByGroup],
  },
  "owners-per-group": {
    ...SERVICE_LIMITS,
    value: 100,
    unit: "owners of a group",
    scope: "object",
    kind: "stock",
    knownBy: "quoted",
    whenReached: "403 Directory_QuotaExceeded for one more",
    remedies: [remedies.removeOne],
  },
  "app-role-assignments": {
    ...SERVICE_LIMITS,
    value: 1_500,
    unit: "assignments of a user, group or service principal to applications",
    scope: "object",
    kind: "stock",
    knownBy: "assumed",
    whenReached: "400 for one more, whatever the application",
    remedies: [remedies.assignGroup],
  },
  "domain-list-characters": {
    source: "https://learn.microsoft.com/entra/external-id/allow-deny-list",
    asOf: NOTED_ON,
    value: LONGEST_DOMAIN_DEFINITION,
    unit: "characters in the policy that lists which domains may, or may not, be invited",
    scope: "tenant",
    kind: "stock",
    knownBy: "assumed",
    whenReached:
      "400, and the list is not saved; `beta.domainPolicy` refuses it before it is sent. What other services keep in the policy counts as well.",
    remedies: [remedies.shortenList],
  },
  "conditional-access-policies": {
    source: "https://learn.microsoft.com/entra/identity/conditional-access/plan-conditional-access",
    asOf: "2026-06-02",
    value: 240,
    unit: "conditional access policies in a directory, in whatever state",
    scope: "tenant",
    kind: "stock",
    knownBy: "assumed",
    whenReached: "400 for one more. It was 195 until April 2026, and older pages still have that.",
    remedies: [remedies.mergePolicies],
  },
} as const satisfies Readonly<Record<string, EnforcedRow>>;

/** What fills up as well, and is filled by no request of Graph's. */
export const creations = {
  "tenants-created-by-user": {
    ...SERVICE_LIMITS,
    kind: "stock",
    remedies: [],
    value: 200,
    unit: "directories created by one user",
    scope: "user",
    whenReached: "The portal refuses one more; no request of this SDK makes one. Another user can create it.",
  },
} as const satisfies Readonly<Record<string, LimitRow>>;
