import type { Directory } from "../directory/index.ts";
import type { StoreMark } from "../replication/index.ts";
import type { DeskPosition } from "./login-desk.ts";
import type { Tenant } from "./tenant.ts";

interface TenantMark {
  readonly store: StoreMark;
  readonly routing: Directory["routing"]["position"];
  readonly domains: ReadonlySet<string>;
  readonly faults: Tenant["faults"]["position"];
  readonly throttle: Directory["throttle"]["position"];
  readonly limits: Directory["limits"]["position"];
}

/** A moment of a world, to come back to. */
export interface WorldMark {
  /** Milliseconds on the world's clock. */
  readonly at: number;
  /** How many numbers had been drawn for clients. */
  readonly drawn: number;
  /** How much the login service had handed out. @hidden */
  readonly login: DeskPosition;
  /** How many mails had been taken out of inboxes. */
  readonly mailsTaken: number;
  /** How many personal Microsoft accounts had been made. */
  readonly microsoftAccounts: number;
  /** @hidden */
  readonly tenants: ReadonlyMap<Tenant, TenantMark>;
  /** Who holds which domain. */
  readonly domains: ReadonlyMap<string, Tenant>;
}

export function markTenants(tenants: readonly Tenant[]): WorldMark["tenants"] {
  return new Map(
    tenants.map((tenant) => {
      const { directory, faults } = tenant;
      const { store, routing, throttle, limits, customDomains } = directory;
      const mark: TenantMark = {
        store: store.mark(),
        routing: routing.position,
        throttle: throttle.position,
        limits: limits.position,
        domains: new Set(customDomains),
        faults: faults.position,
      };
      return [tenant, mark];
    }),
  );
}

/** Puts each tenant back. What clients did meanwhile has not happened. */
export function rewindTenants(tenants: WorldMark["tenants"]): void {
  for (const [{ directory, faults, conduct, record }, mark] of tenants) {
    directory.store.rewind(mark.store);
    directory.routing.restore(mark.routing);
    directory.throttle.restore(mark.throttle);
    directory.limits.restore(mark.limits);
    directory.restoreDomains(mark.domains);
    faults.restore(mark.faults);
    conduct.clear();
    record.forgetFrom(mark.faults.arrivals);
  }
}
