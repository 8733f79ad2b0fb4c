import type { VirtualClock } from "@vestibule/sdk/testing";
import type { Directory } from "../directory/index.ts";
import type { StoreMark } from "../replication/index.ts";
import type { Tenant } from "./tenant.ts";

interface TenantMark {
  readonly store: StoreMark;
  readonly routing: Directory["routing"]["position"];
}

/** A moment of a world, to come back to. */
export interface WorldMark {
  readonly at: number;
  readonly tenants: ReadonlyMap<Tenant, TenantMark>;
}

export function markWorld(clock: VirtualClock, tenants: readonly Tenant[]): WorldMark {
  const marked = tenants.map(
    (tenant) =>
      [tenant, { store: tenant.directory.store.mark(), routing: tenant.directory.routing.position }] as const,
  );
  return { at: clock.now(), tenants: new Map(marked) };
}

export function rewindWorld(mark: WorldMark, clock: VirtualClock): void {
  for (const [{ directory }, { store, routing }] of mark.tenants) {
    directory.store.rewind(store);
    directory.routing.restore(routing);
  }
  clock.reset(mark.at);
}
