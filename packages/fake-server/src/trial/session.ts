import type { Commit } from "../replication/index.ts";
import type { SeenAt, ServedRequest, Tenant } from "../world/index.ts";
import { isAbout } from "./about.ts";
import { tenantsOf } from "./subject.ts";
import { counted, type Verdict } from "./verdict.ts";

/**
 * What a caller may count on across its requests.
 *
 * - `read-your-writes`: it sees what it has written itself
 * - `monotonic-reads`: it never sees less than it has seen before
 *
 * The two others that the literature knows, monotonic writes and writes that follow reads, hold here always, since one
 * log orders all writes: a test of them could not fail.
 */
export type SessionGuarantee = "read-your-writes" | "monotonic-reads";

/** Whose requests to look at. */
export interface OfCaller {
  /** Its name in the record of requests: `app/inviter`, `user/mia@contoso.example`. Default: each caller by itself. */
  readonly caller?: string;
}

/** A read that was answered, and at which instance. */
interface Read extends ServedRequest {
  readonly seen: SeenAt;
}

/** An answer that breaks a guarantee: what is missing in it, and who had it before. */
interface Breach {
  readonly tenant: Tenant;
  readonly read: Read;
  readonly missing: Commit;
  readonly before: ServedRequest;
}

/**
 * Whether every caller's answers kept a guarantee. Judged are the answers that a caller left it at: where it asked the
 * same again, the last one. Each is held against what it is about alone, an object or a list of its kind.
 */
export function sessionKept(
  subject: unknown,
  guarantee: SessionGuarantee,
  { caller, ...more }: OfCaller,
  asked: string,
): Verdict {
  check(guarantee, caller, more, asked);
  const { tenants, name } = tenantsOf(subject, asked);
  const breaches = tenants.flatMap((tenant) => breachesIn(tenant, guarantee, caller));
  const pass = breaches.length === 0;
  const whose = caller === undefined ? "every caller" : caller;
  return {
    pass,
    message: () =>
      pass
        ? `expected ${guarantee} to be broken for some answer of ${name} to ${whose}, but it was kept`
        : [
            `expected ${guarantee} to be kept for ${whose} of ${name}, but ${counted(breaches.length, "answer")} broke it:`,
            ...breaches.slice(0, 10).map((breach) => line(breach, guarantee)),
            "An application on its own has no session: let the client wait for its own writes (waitUntil), or read as a user, who keeps to one instance",
            "Look at: tenant.requests (seen, wrote) and tenant.readers",
          ].join("\n"),
  };
}

function check(guarantee: unknown, caller: unknown, more: object, asked: string): void {
  if (guarantee !== "read-your-writes" && guarantee !== "monotonic-reads") {
    throw new TypeError(
      `${asked} takes "read-your-writes" or "monotonic-reads", not ${JSON.stringify(guarantee)}. Monotonic writes, and writes that follow reads, hold here always`,
    );
  }
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) throw new TypeError(`${asked} has no option "${unknown}"; it has caller`);
  if (caller !== undefined && typeof caller !== "string") {
    throw new TypeError(`${asked} takes a caller by its name, for example "app/inviter"`);
  }
}

function breachesIn(
  tenant: Tenant,
  guarantee: SessionGuarantee,
  caller: string | undefined,
): readonly Breach[] {
  const { log } = tenant;
  const callers = Map.groupBy(tenant.requests, (request) => request.caller);
  return [...callers]
    .filter(([name]) => caller === undefined || caller === name)
    .flatMap(([, requests]) =>
      leftAt(requests).flatMap((read) => {
        const missing = log.slice(read.seen.lsn, read.seen.lsn + read.seen.behind);
        for (const commit of missing.filter((one) => isAbout(tenant, one, read.path))) {
          const before = requests.find(
            (one) => isBefore(one, read) && PROMISED[guarantee](one, commit, tenant),
          );
          if (before) return [{ tenant, read, missing: commit, before }];
        }
        return [];
      }),
    );
}

/** Whether a request before it promises its caller that an answer shows a commit. */
const PROMISED: Readonly<
  Record<SessionGuarantee, (before: ServedRequest, commit: Commit, tenant: Tenant) => boolean>
> = {
  "read-your-writes": ({ wrote }, { lsn }) => wrote === lsn,
  "monotonic-reads": (before, commit, tenant) =>
    isRead(before) && before.seen.lsn >= commit.lsn && isAbout(tenant, commit, before.path),
};

/** The answers that the caller left it at. */
function leftAt(requests: readonly ServedRequest[]): readonly Read[] {
  const last = new Map<string, Read>();
  for (const request of requests) if (isRead(request)) last.set(wordsOf(request), request);
  return [...last.values()];
}

function isRead(request: ServedRequest): request is Read {
  const { method, seen, status = 0 } = request;
  return method === "GET" && seen !== undefined && (status < 300 || status === 404);
}

function wordsOf({ path, query }: ServedRequest): string {
  return JSON.stringify([path, query]);
}

/** Whether the caller had the answer to the one when it sent the other. */
function isBefore(one: ServedRequest, other: ServedRequest): boolean {
  return one.number < other.number && one.endedAt <= other.sentAt && (one.status ?? 599) < 500;
}

function line({ tenant, read, missing, before }: Breach, guarantee: SessionGuarantee): string {
  const { seen } = read;
  const had = guarantee === "read-your-writes" ? "which it had made itself by" : "which it had seen by";
  return `  ${tenant.name}  request ${read.number} by ${read.caller}, ${read.operation}, was answered with ${read.status} by ${seen.reader}, which had applied ${seen.lsn}; missing is commit ${missing.lsn}, ${missing.operation}, ${had} request ${before.number}`;
}
