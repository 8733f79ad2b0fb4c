import { type Remedy, remedies } from "../remedies/index.ts";
import type { ErrorCode } from "./b2b-error.ts";
import type { ReachedLimit } from "./limit-id.ts";

/** What a refusal by Graph means. */
export interface Meaning {
  readonly code: ErrorCode;
  readonly remedies?: readonly Remedy[];
  /** Which limit it is. Only with `limit-reached`. */
  readonly limit?: ReachedLimit;
}

interface Row extends Meaning {
  readonly status: number;
  /** Graph's code, where it says enough. */
  readonly graphCode?: string;
  /** A short, stable part of Graph's text, in lower case, for the services that use one code for everything. */
  readonly text?: string;
}

/** What is to be added is there already: a member of the group, an assignment of the application or the directory role. */
const EXISTING: readonly Omit<Row, "code">[] = [
  { status: 400, text: "added object references already exist" },
  { status: 400, text: "permission being assigned already exists" },
  { status: 400, text: "a conflicting object with one or more of the specified property values" },
];

/** A refusal by a limit: which one, and what can be done. */
interface LimitRow extends Omit<Row, "code"> {
  readonly limit: ReachedLimit;
  readonly remedies: readonly Remedy[];
}

const SPLIT = { status: 400, remedies: [remedies.splitRequest] };

/**
 * Refusals by a limit, the one that says most first. Which texts the service is known to use, and which are assumed,
 * the catalogue of limits says: `knownBy`. That about members was seen when a group is made.
 *
 * @see https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions
 * @see https://github.com/microsoftgraph/microsoft-graph-docs-contrib/issues/6453 for members
 * @see https://github.com/microsoftgraph/microsoftgraph-postman-collections/issues/9 for batches
 * @see https://github.com/microsoftgraph/microsoft-graph-docs/issues/21098 for alternatives
 */
const LIMITS: readonly LimitRow[] = [
  ...[400, 403].flatMap((status): LimitRow[] => [
    { status, text: "for forward-link 'owners'", limit: "owners-per-group", remedies: [remedies.removeOne] },
    {
      status,
      text: "for forward-link 'approleassignments'",
      limit: "app-role-assignments",
      remedies: [remedies.assignGroup],
    },
    { status, text: "sponsors at most", limit: "sponsors-per-guest", remedies: [remedies.sponsorByGroup] },
    {
      status,
      text: "most that one user can belong to",
      limit: "tenants-per-user",
      remedies: [remedies.leaveDirectories],
    },
    {
      status,
      text: "number of conditional access policies has reached the maximum",
      limit: "conditional-access-policies",
      remedies: [remedies.mergePolicies],
    },
    {
      status,
      text: "length of the policy definition exceeds the maximum",
      limit: "domain-list-characters",
      remedies: [remedies.shortenList],
    },
  ]),
  {
    status: 403,
    text: "quota limit for the principal",
    limit: "objects-created-by-non-admin",
    remedies: [remedies.createAsAdmin, remedies.freeQuota],
  },
  {
    status: 403,
    text: "directory object quota limit for",
    limit: "directory-objects",
    remedies: [remedies.freeQuota, remedies.raiseQuota],
  },
  {
    status: 403,
    graphCode: "directory_quotaexceeded",
    limit: "unknown",
    remedies: [remedies.freeQuota, remedies.raiseQuota],
  },
  { ...SPLIT, text: "link changes", limit: "members-per-update" },
  { ...SPLIT, text: "invalid page size specified", limit: "users-per-page" },
  { ...SPLIT, text: "requests inside batch exceeds the limit", limit: "requests-per-batch" },
  { ...SPLIT, text: "too many ids", limit: "ids-per-lookup" },
  { ...SPLIT, text: "too many groupids", limit: "groups-per-check" },
  { ...SPLIT, text: "too many child clauses", limit: "filter-alternatives" },
];

/**
 * The one place that looks at Graph's texts. The invitation service answers `BadRequest`, `Forbidden` or `Unauthorized`
 * for everything, so that nothing but the text tells the cases apart.
 *
 * @see https://learn.microsoft.com/entra/external-id/troubleshoot
 * @see https://learn.microsoft.com/graph/errors
 */
const ROWS: readonly Row[] = [
  ...LIMITS.map((row): Row => ({ ...row, code: "limit-reached" })),
  {
    status: 403,
    text: "guest invitations not allowed for your company",
    code: "invitations-restricted",
    remedies: [remedies.allowInviting, remedies.grantGuestInviter],
  },
  {
    // The list of domains. Its words are not documented; the pages about it speak of the invitation policy.
    status: 403,
    text: "invitation policy",
    code: "invitations-restricted",
    remedies: [remedies.allowDomain, remedies.askForAllowedAddress],
  },
  {
    status: 403,
    text: "blocked for this directory due to suspicious activity",
    code: "invitations-restricted",
    remedies: [remedies.contactSupport],
  },
  {
    status: 403,
    text: "blocked by cross-tenant access settings in your organization",
    code: "invitations-restricted",
    remedies: [remedies.allowPartner],
  },
  {
    status: 403,
    text: "blocked by cross-tenant access settings",
    code: "invitations-restricted",
    remedies: [remedies.allowPartner, remedies.askHomeToAllow],
  },
  {
    status: 401,
    text: "insufficient privileges to perform requested operation by the application",
    code: "forbidden",
    remedies: [remedies.grantInvitePermission],
  },
  {
    status: 403,
    graphCode: "authorization_requestdenied",
    code: "forbidden",
    remedies: [remedies.grantPermission],
  },
  {
    status: 400,
    text: "be invited to this directory",
    code: "cloud-boundary",
    remedies: [remedies.askForOtherAddress, remedies.createMember],
  },
  ...[400, 403].map(
    (status): Row => ({
      // The status is not documented.
      ...{ status, text: "cross cloud worker", code: "cloud-boundary" },
      remedies: [remedies.askHomeToEnableWorker, remedies.askForOtherAddress, remedies.createMember],
    }),
  ),
  {
    status: 400,
    text: "match any emails on the user object",
    code: "rejected-input",
    remedies: [remedies.addAddress],
  },
  { status: 400, text: "already exists in the directory as object", code: "conflict" },
  ...EXISTING.map((row): Row => ({ ...row, code: "conflict" })),
  { status: 400, text: "another object with the same value for property", code: "conflict" },
];

/** Refused by a limit that waiting does not lift. */
const FOR_GOOD = { status: 429, graphCode: "request_throttledpermanently" };

/** Two writes met, and the directory took this one back. */
const MET_ANOTHER_WRITE = { status: 409, graphCode: "directory_concurrencyviolation" };

/** An application on its own asked who it is: there is no user. */
const NO_USER = { status: 400, text: "only valid with delegated authentication flow" };

/** What Graph answers while an instance does not know an object yet that another one does. */
const ABSENT: readonly Omit<Row, "code">[] = [
  { status: 404, graphCode: "request_resourcenotfound" },
  { status: 404, graphCode: "directory_objectnotfound" },
  { status: 400, graphCode: "directory_objectnotfound" },
  { status: 400, text: "not a valid reference update" },
  { status: 400, text: "objects being referenced don't exist" },
  { status: 400, text: "one or more property values specified are invalid" },
];

/** The meaning of a refusal, where its code or text says more than its status. */
export function meaningOf(status: number, graphCode: string, message: string): Meaning | undefined {
  return ROWS.find((row) => fits(row, status, graphCode, message));
}

/** Whether a refusal may say no more than that an instance lags. Only whoever wrote the object can tell. */
export function saysAbsent(status: number, graphCode: string, message: string): boolean {
  return ABSENT.some((row) => fits(row, status, graphCode, message));
}

/** The object that Graph names as missing; `undefined` where it names none. */
export function missingIdIn(message: string): string | undefined {
  return /^Resource '([^']+)' does not exist/i.exec(message)?.[1]?.toLowerCase();
}

/** Whether a refusal says that what was to be added is there already. */
export function saysExistingReference(status: number, graphCode: string, message: string): boolean {
  return EXISTING.some((row) => fits(row, status, graphCode, message));
}

/** Whether a refusal says that there is no signed-in user. */
export function saysNoUser(status: number, graphCode: string, message: string): boolean {
  return fits(NO_USER, status, graphCode, message);
}

/** Whether a refusal stands however long one waits. */
export function saysForGood(status: number, graphCode: string): boolean {
  return fits(FOR_GOOD, status, graphCode, "");
}

/** Whether a write was taken back because of another one at the same time. */
export function saysTakenBack(status: number, graphCode: string): boolean {
  return fits(MET_ANOTHER_WRITE, status, graphCode, "");
}

function fits(row: Omit<Row, "code">, status: number, graphCode: string, message: string): boolean {
  if (row.status !== status) return false;
  if (row.graphCode !== undefined) return row.graphCode === graphCode.toLowerCase();
  return row.text !== undefined && plain(message).includes(row.text);
}

/** Graph writes some apostrophes typographically. */
function plain(message: string): string {
  return message.toLowerCase().replaceAll("’", "'");
}
