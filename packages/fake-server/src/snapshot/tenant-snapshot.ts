import type { Conduct } from "../conduct/index.ts";
import { concealer, type Directory, type LimitName, revealed, type TenantKind } from "../directory/index.ts";
import type { Faults } from "../faults/index.ts";
import type { Reader } from "../replication/index.ts";
import { faultsSnapshot, restoreFaults } from "./fault-rules.ts";
import type {
  ReaderSnapshot,
  RemarkSnapshot,
  RequestSnapshot,
  TenantSnapshot,
  ThrottleSnapshot,
} from "./snapshot.ts";

/** What there is of a tenant. */
export interface TenantParts {
  readonly name: string;
  readonly kind: TenantKind | undefined;
  readonly createdBy: string | undefined;
  readonly directory: Directory;
  readonly faults: Faults;
  readonly conduct: Conduct;
  /** What it was asked last. */
  readonly record: {
    readonly kept: readonly RequestSnapshot[];
    shown<C extends { readonly correlationId?: string }>(commits: readonly C[]): readonly C[];
    recall(requests: readonly RequestSnapshot[]): void;
  };
}

export function tenantSnapshot(tenant: TenantParts): TenantSnapshot {
  const { directory, faults, conduct, record, kind = null, createdBy = null } = tenant;
  const { cloud, name, givenId, isSelfService, createdDateTime } = directory;
  const { customDomains, limits, routing, store } = directory;
  const { commits, objects, found, readableFrom, lists, deltas } = store.kept;
  const conceal = concealer(directory);
  return {
    ...{
      cloud: cloud.id,
      name,
      ...(givenId !== undefined && { id: givenId }),
      kind,
      isSelfService,
      createdBy,
      createdDateTime,
    },
    domains: [...customDomains],
    limits: Object.fromEntries(limits.position),
    throttle: throttleSnapshot(directory),
    faults: faultsSnapshot(faults),
    remarks: conduct.remarks.map((remark) => ({
      ...remark,
      correlationIds: remark.correlationIds.map((id) => id ?? null),
    })),
    requests: record.kept,
    routing: routingSnapshot(routing),
    readers: store.readers.map(readerSnapshot),
    commits: record.shown(commits),
    objects: objects.map(({ id, versions }) => ({
      id,
      versions: versions.map(({ lsn, value }) => ({ lsn, value: value && conceal(value) })),
    })),
    ...{ found, readableFrom, lists, deltas },
  };
}

/** Puts a tenant that nothing has happened in to where another stood. */
export function restoreTenant(tenant: TenantParts, snapshot: TenantSnapshot): void {
  const { directory, faults, conduct, record } = tenant;
  const { store, routing, throttle, limits } = directory;
  const { commits, found, readableFrom, lists, deltas } = snapshot;
  store.restore({
    ...{ commits, found, readableFrom, lists, deltas },
    objects: snapshot.objects.map(({ id, versions }) => ({
      id,
      versions: versions.map(({ lsn, value }) => ({
        lsn,
        value: value && Object.freeze(revealed(directory, value)),
      })),
    })),
    readers: snapshot.readers.map(({ name: _, stalledUntil, ...position }) => ({
      ...position,
      stalledUntil: stalledUntil ?? Number.NEGATIVE_INFINITY,
    })),
  });
  const readers = new Map(store.readers.map((reader) => [reader.name, reader]));
  routing.restore({ requests: snapshot.routing.requests, pins: pinsTo(readers, snapshot.routing.pins) });
  const { limits: quotas, buckets, measured } = snapshot.throttle;
  throttle.restore({
    limits: quotas ?? undefined,
    buckets: new Map(Object.entries(buckets)),
    measured: measured ?? undefined,
  });
  limits.restore(new Map(Object.entries(snapshot.limits) as [LimitName, number][]));
  directory.restoreDomains(new Set(snapshot.domains));
  restoreFaults(faults, snapshot.faults);
  conduct.recall(snapshot.remarks.map(readRemark));
  record.recall(snapshot.requests);
}

function throttleSnapshot({ throttle }: Directory): ThrottleSnapshot {
  const { limits = null, buckets, measured = null } = throttle.position;
  return { limits, buckets: Object.fromEntries(buckets), measured };
}

function routingSnapshot(routing: Directory["routing"]): TenantSnapshot["routing"] {
  const { requests, pins } = routing.position;
  return { requests, pins: Object.fromEntries([...pins].map(([key, { name }]) => [key, name])) };
}

function readerSnapshot({ name, position }: Reader): ReaderSnapshot {
  const { applied, held, stalledUntil, lag } = position;
  const wasStalled = stalledUntil !== Number.NEGATIVE_INFINITY;
  return { name, applied, held, stalledUntil: wasStalled ? stalledUntil : null, lag };
}

function pinsTo(
  readers: ReadonlyMap<string, Reader>,
  pins: TenantSnapshot["routing"]["pins"],
): ReadonlyMap<string, Reader> {
  return new Map(
    Object.entries(pins).flatMap(([key, name]) => {
      const reader = readers.get(name);
      return reader === undefined ? [] : [[key, reader]];
    }),
  );
}

function readRemark(remark: RemarkSnapshot) {
  return { ...remark, correlationIds: remark.correlationIds.map((id) => id ?? undefined) };
}
