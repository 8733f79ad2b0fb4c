import type { Directory } from "../directory/index.ts";
import type { StoreMark } from "../replication/index.ts";
import type { Tenant } from "./tenant.ts";

interface TenantMark {
  readonly store: StoreMark;
  readonly routing: Directory["routing"]["position"];
}

/** A moment of a world, to come back to. */
export interface WorldMark {
  /** Milliseconds on the world's clock. */
  readonly at: number;
  /** How many numbers had been drawn for clients. */
  readonly drawn: number;
  /** How many tokens had been issued. */
  readonly issued: number;
  /** @hidden */
  readonly tenants: ReadonlyMap<Tenant, TenantMark>;
}

export function markTenants(tenants: readonly Tenant[]): WorldMark["tenants"] {
  return new Map(
    tenants.map((tenant) => {
      const { store, routing } = tenant.directory;
      return [tenant, { store: store.mark(), routing: routing.position }];
    }),
  );
}

export function rewindTenants(tenants: WorldMark["tenants"]): void {
  for (const [{ directory }, { store, routing }] of tenants) {
    directory.store.rewind(store);
    directory.routing.restore(routing);
  }
}
