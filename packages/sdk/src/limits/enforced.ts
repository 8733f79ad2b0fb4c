import { remedies } from "../remedies/index.ts";
import { type LimitRow, READ_ON, SERVICE_LIMITS } from "./limit.ts";

const FULL = "403 Directory_QuotaExceeded for whatever would make one more; nobody is invited";

/** What fills up. */
export const stocks = {
  "directory-objects": {
    ...SERVICE_LIMITS,
    value: 300_000,
    unit: "objects in a directory that has verified a domain",
    scope: "tenant",
    kind: "stock",
    whenReached: `${FULL}. A deleted object counts for 30 days. Microsoft support raises it.`,
    remedies: [remedies.freeQuota, remedies.raiseQuota],
  },
  "directory-objects-without-domain": {
    ...SERVICE_LIMITS,
    value: 50_000,
    unit: "objects in a directory without a verified domain of its own",
    scope: "tenant",
    kind: "stock",
    whenReached: `${FULL}. A deleted object counts for 30 days.`,
    remedies: [remedies.freeQuota, remedies.raiseQuota],
  },
  "objects-created-by-non-admin": {
    ...SERVICE_LIMITS,
    value: 250,
    unit: "objects created by one person without an administrator's role, guests among them",
    scope: "user",
    kind: "stock",
    whenReached:
      "403 Directory_QuotaExceeded for that person alone. A deleted object counts in full for 30 days, and a quarter for 30 more.",
    remedies: [remedies.createAsAdmin, remedies.freeQuota],
  },
  "tenants-per-user": {
    ...SERVICE_LIMITS,
    value: 500,
    unit: "directories that one user belongs to, as a member or a guest",
    scope: "user",
    kind: "stock",
    whenReached:
      "The invitation is refused. How is not documented: the SDK expects a Directory_QuotaExceeded of any text.",
    remedies: [remedies.leaveDirectories],
  },
  "sponsors-per-guest": {
    source: "https://learn.microsoft.com/entra/external-id/b2b-sponsors",
    asOf: READ_ON,
    value: 5,
    unit: "sponsors of a guest",
    scope: "object",
    kind: "stock",
    whenReached: "400 for one more",
    remedies: [remedies.sponsorByGroup],
  },
  "owners-per-group": {
    ...SERVICE_LIMITS,
    value: 100,
    unit: "owners of a group",
    scope: "object",
    kind: "stock",
    whenReached: "403 Directory_QuotaExceeded for one more",
    remedies: [remedies.removeOne],
  },
  "app-role-assignments": {
    ...SERVICE_LIMITS,
    value: 1_500,
    unit: "assignments of a user, group or service principal to applications",
    scope: "object",
    kind: "stock",
    whenReached: "400 for one more, whatever the application",
    remedies: [remedies.assignGroup],
  },
  "conditional-access-policies": {
    source: "https://learn.microsoft.com/entra/identity/conditional-access/plan-conditional-access",
    asOf: "2026-05-21",
    value: 240,
    unit: "conditional access policies in a directory, in whatever state",
    scope: "tenant",
    kind: "stock",
    whenReached: "400 for one more. It was 195 until April 2026.",
    remedies: [remedies.mergePolicies],
  },
} as const satisfies Readonly<Record<string, LimitRow>>;

const TOO_MUCH = { kind: "request", scope: "object", remedies: [remedies.splitRequest] } as const;

/** What one request may hold. */
export const requests = {
  "members-per-update": {
    ...TOO_MUCH,
    source: "https://learn.microsoft.com/graph/api/group-update",
    asOf: READ_ON,
    value: 20,
    unit: "members added to a group by one request",
    whenReached: "400, and nobody is added",
  },
  "users-per-page": {
    ...TOO_MUCH,
    source: "https://learn.microsoft.com/graph/api/user-list",
    asOf: READ_ON,
    value: 999,
    unit: "users on a page",
    whenReached: "400. With `signInActivity` the most is 500. `guests.list` does not send more.",
  },
  "requests-per-batch": {
    ...TOO_MUCH,
    source: "https://learn.microsoft.com/graph/json-batching",
    asOf: READ_ON,
    value: 20,
    unit: "requests in a batch",
    whenReached: "400, and none of them is carried out",
  },
  "ids-per-lookup": {
    ...TOO_MUCH,
    source: "https://learn.microsoft.com/graph/api/directoryobject-getbyids",
    asOf: READ_ON,
    value: 1_000,
    unit: "ids in one getByIds",
    whenReached: "400",
  },
  "groups-per-check": {
    ...TOO_MUCH,
    source: "https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups",
    asOf: READ_ON,
    value: 20,
    unit: "groups in one checkMemberGroups",
    whenReached: "400",
  },
  "filter-alternatives": {
    ...TOO_MUCH,
    source: "https://github.com/microsoftgraph/microsoft-graph-docs/issues/21098",
    asOf: "2023-04-24",
    value: 15,
    unit: "values of an `in`, or alternatives of an `or`, in a filter that is no advanced query",
    whenReached: "400",
  },
} as const satisfies Readonly<Record<string, LimitRow>>;

/** What is let through in a time. Waiting helps, and the SDK waits. */
export const rates = {
  "invitations-per-5-seconds": {
    source: "https://learn.microsoft.com/graph/throttling-limits",
    asOf: "2024-06-19",
    value: 150,
    unit: "invitations in 5 seconds, of all applications together",
    scope: "tenant",
    kind: "rate",
    whenReached:
      "429. The SDK waits as long as it is told and sends again; the error `throttled` comes where that would pass the call's deadline.",
    remedies: [remedies.wait],
  },
} as const satisfies Readonly<Record<string, LimitRow>>;
