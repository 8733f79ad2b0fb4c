import type { Directory } from "../directory/index.ts";
import type { StoreMark } from "../replication/index.ts";
import type { Tenant } from "./tenant.ts";

interface TenantMark {
  readonly store: StoreMark;
  readonly routing: Directory["routing"]["position"];
  readonly domains: ReadonlySet<string>;
  readonly faults: Tenant["faults"]["position"];
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
      return [
        tenant,
        {
          store: store.mark(),
          routing: routing.position,
          domains: new Set(customDomains),
          faults: tenant.faults.position,
        },
      ];
    }),
  );
}

export function rewindTenants(tenants: WorldMark["tenants"]): void {
  for (const [{ directory, faults, conduct }, { store, routing, domains, faults: before }] of tenants) {
    directory.store.rewind(store);
    directory.routing.restore(routing);
    directory.restoreDomains(domains);
    faults.restore(before);
    conduct.clear();
  }
}
