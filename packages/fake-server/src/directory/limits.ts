/** A number that the service holds its users to, and the page that says so. */
export interface DocumentedLimit {
  readonly value: number;
  readonly source: string;
  /** The day that the source is of, as an ISO date. */
  readonly asOf: string;
}

/** A limit, by its name: what `tenant.limit` sets. */
export type LimitName =
  | "directory-objects"
  | "directory-objects-without-domain"
  | "objects-created-by-non-admin"
  | "tenants-per-user"
  | "tenants-created-by-user"
  | "sponsors-per-guest"
  | "owners-per-group"
  | "app-role-assignments"
  | "conditional-access-policies"
  | "domain-list-characters"
  | "members-per-update"
  | "users-per-page"
  | "requests-per-batch"
  | "ids-per-lookup"
  | "groups-per-check"
  | "filter-alternatives";

const ENTRA = {
  source: "https://learn.microsoft.com/entra/identity/users/directory-service-limits-restrictions",
  asOf: "2024-07-15",
};

/**
 * What the fake refuses to go past, at its true value. Limits on requests in a time are in the throttle's own table.
 * Where a source has no date of its own, it is the day that its number was noted.
 */
export const DOCUMENTED_LIMITS = {
  /** Once a domain is verified. Microsoft raises it on request. */
  "directory-objects": { value: 300_000, ...ENTRA },
  "directory-objects-without-domain": { value: 50_000, ...ENTRA },
  "objects-created-by-non-admin": { value: 250, ...ENTRA },
  "tenants-per-user": { value: 500, ...ENTRA },
  "tenants-created-by-user": { value: 200, ...ENTRA },
  "sponsors-per-guest": {
    value: 5,
    source: "https://learn.microsoft.com/entra/external-id/b2b-sponsors",
    asOf: "2026-11-25",
  },
  "owners-per-group": { value: 100, ...ENTRA },
  "app-role-assignments": { value: 1_500, ...ENTRA },
  /** 195 until April 2026; older pages still have that. */
  "conditional-access-policies": {
    value: 240,
    source: "https://learn.microsoft.com/entra/identity/conditional-access/plan-conditional-access",
    asOf: "2026-06-02",
  },
  /** Of the whole definition, whatever else it holds. */
  "domain-list-characters": {
    value: 25_000,
    source: "https://learn.microsoft.com/entra/external-id/allow-deny-list",
    asOf: "2026-11-25",
  },
  "members-per-update": {
    value: 20,
    source: "https://learn.microsoft.com/graph/api/group-update",
    asOf: "2026-11-25",
  },
  "users-per-page": {
    value: 999,
    source: "https://learn.microsoft.com/graph/api/user-list",
    asOf: "2026-11-25",
  },
  "requests-per-batch": {
    value: 20,
    source: "https://learn.microsoft.com/graph/json-batching",
    asOf: "2026-11-25",
  },
  "ids-per-lookup": {
    value: 1_000,
    source: "https://learn.microsoft.com/graph/api/directoryobject-getbyids",
    asOf: "2026-11-25",
  },
  "groups-per-check": {
    value: 20,
    source: "https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups",
    asOf: "2026-11-25",
  },
  /** Of a default query; `in` is an `or` of its values. */
  "filter-alternatives": {
    value: 15,
    source: "https://github.com/microsoftgraph/microsoft-graph-docs/issues/21098",
    asOf: "2026-11-25",
  },
} as const satisfies Readonly<Record<LimitName, DocumentedLimit>>;

/** What goes for one directory: the documented values, but for those that were set otherwise. */
export class Limits {
  readonly #set = new Map<LimitName, number>();

  of(name: LimitName): number {
    return this.#set.get(name) ?? DOCUMENTED_LIMITS[name].value;
  }

  /**
   * @throws TypeError for a limit that does not exist
   * @throws RangeError for what is no number of things
   */
  set(name: LimitName, value: number): void {
    if (!Object.hasOwn(DOCUMENTED_LIMITS, name)) {
      throw new TypeError(
        `there is no limit "${name}"; there are ${Object.keys(DOCUMENTED_LIMITS).join(", ")}`,
      );
    }
    if (!Number.isInteger(value) || value < 0) {
      throw new RangeError(`${name} has to be a whole number from 0, not ${value}`);
    }
    this.#set.set(name, value);
  }

  get position(): ReadonlyMap<LimitName, number> {
    return new Map(this.#set);
  }

  restore(position: ReadonlyMap<LimitName, number>): void {
    this.#set.clear();
    for (const [name, value] of position) this.#set.set(name, value);
  }
}
