import type { Directory } from "../directory/index.ts";
import type { StoreMark } from "../replication/index.ts";
import type { Tenant } from "./tenant.ts";

interface TenantMark {
  readonly store: StoreMark;
  readonly routing: Directory["routing"]["position"];
  readonly domains: ReadonlySet<string>;
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
  /** Who holds which domain. */
  readonly domains: ReadonlyMap<string, Tenant>;
}

export function markTenants(tenants: readonly Tenant[]): WorldMark["tenants"] {
  return new Map(
    tenants.map((tenant) => {
      const { store, routing, customDomains } = tenant.directory;
      return [tenant, { store: store.mark(), routing: routing.position, domains: new Set(customDomains) }];
    }),
  );
}

export function rewindTenants(tenants: WorldMark["tenants"]): void {
  for (const [{ directory }, { store, routing, domains }] of tenants) {
    directory.store.rewind(store);
    directory.routing.restore(routing);
    directory.restoreDomains(domains);
  }
}
