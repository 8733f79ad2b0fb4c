import { listServicePrincipals } from "../../directory/index.ts";
import type { Commit, Reader } from "../../replication/index.ts";
import { writtenRule } from "../../snapshot/index.ts";
import type { InboxMail, Tenant, World } from "../../world/index.ts";

/** What there is in a world, and how far each part of it has come. */
export function stateOf(world: World): object {
  return {
    seed: world.seed,
    now: world.clock.now(),
    tenants: world.tenants.map((tenant) => ({
      ...nameOf(tenant),
      id: tenant.id,
      applications: applicationsOf(tenant),
      objects: tenant.directory.store.weight,
      objectLimit: tenant.objectLimit,
      commits: tenant.directory.store.last,
      requests: tenant.faults.requests,
      mails: tenant.inbox.mails.length,
      remarks: tenant.conduct.remarks.length,
      armed: tenant.faults.armed.length,
      readers: readersOf(tenant),
    })),
  };
}

/** What can ask for tokens there, and by which client id. */
function applicationsOf({ directory }: Tenant): readonly object[] {
  const known = listServicePrincipals(directory.store.primary());
  return known.map(({ displayName, appId }) => ({ displayName, appId }));
}

/** How far each instance has come, as of now. */
function readersOf({ directory, readers }: Tenant): readonly object[] {
  return readers.map((reader: Reader) => {
    reader.advance(directory.now());
    const { name, datacenter, lag, held, applied } = reader;
    return { name, datacenter, lag, held, applied };
  });
}

/** Which tenant something is of. Names are unique within a cloud alone. */
export function nameOf({ directory, name }: Tenant): { readonly cloud: string; readonly tenant: string } {
  return { cloud: directory.cloud.id, tenant: name };
}

/** The changes of each tenant after the first `from`, and how far its instances have applied them. */
export function timelineOf(tenants: readonly Tenant[], from: number): readonly object[] {
  return tenants.map((tenant) => ({
    ...nameOf(tenant),
    commits: tenant.log.filter(({ lsn }: Commit) => lsn > from),
    readers: readersOf(tenant),
  }));
}

/** The last requests of each tenant, each with what was bad about it. */
export function requestsOf(tenants: readonly Tenant[]): readonly object[] {
  return tenants.map((tenant) => {
    const remarks = Map.groupBy(
      tenant.conduct.remarks.flatMap(({ lint, text, requests }) =>
        requests.map((number) => ({ number, lint, text })),
      ),
      ({ number }) => number,
    );
    return {
      ...nameOf(tenant),
      requests: tenant.requests.map((request) => ({
        ...request,
        remarks: (remarks.get(request.number) ?? []).map(({ lint, text }) => ({ lint, text })),
      })),
    };
  });
}

/** What each tenant's clients did badly. */
export function conductOf(tenants: readonly Tenant[]): readonly object[] {
  return tenants.map((tenant) => ({ ...nameOf(tenant), remarks: tenant.conduct.remarks }));
}

/** What is to go wrong in each tenant, with how often it still may, and what has: a schedule that can be played again. */
export function faultsIn(tenants: readonly Tenant[]): readonly object[] {
  return tenants.map((tenant) => ({
    ...nameOf(tenant),
    armed: tenant.faults.armed.map(({ rule, left }) => ({ ...writtenRule(rule), left: finite(left) })),
    fired: tenant.faults.fired,
  }));
}

/** JSON has no number without end. */
function finite(left: number): number | null {
  return left === Number.POSITIVE_INFINITY ? null : left;
}

/** The sign-ins of each tenant. */
export function signInsOf(tenants: readonly Tenant[]): readonly object[] {
  return tenants.map((tenant) => ({ ...nameOf(tenant), signIns: tenant.signIns }));
}

/** What a person is looking for among the mails. */
export interface MailFilter {
  readonly to: string | null;
  readonly cc: string | null;
  readonly about: string | null;
}

/** The mails that have arrived, as they were sent: their links and codes are what a test is after. */
export function mailsIn(tenants: readonly Tenant[], { to, cc, about }: MailFilter): readonly InboxMail[] {
  const isFor = (wanted: string | null, address: string | null) =>
    wanted === null || wanted.toLowerCase() === address?.toLowerCase();
  return tenants
    .flatMap(({ inbox }) => inbox.mails)
    .filter((mail) => isFor(to, mail.to) && isFor(cc, mail.about === "invitation" ? mail.cc : null))
    .filter((mail) => about === null || mail.about === about)
    .toSorted((one, other) => one.sentAt - other.sentAt);
}
