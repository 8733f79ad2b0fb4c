import type { CloudId } from "./cloud.ts";

/** The organisation in which a person's account lives. */
export interface HomeTenant {
  readonly cloud: CloudId;
  readonly tenantId?: string;
  /**
   * Where the login service says that it lies: `WW`, `NA`, `EU`, … for commercial tenants, `USGov` for those of the United
   * States' government, and `USG` for those of its that are too old for B2B collaboration.
   */
  readonly regionScope?: string;
  /** `GCC`, `DODCON` (GCC High) or `DOD`; absent for everybody else. */
  readonly regionSubScope?: string;
}

/** Where an address is at home. `consumer` is a personal account; `unmanaged` a domain that no directory holds. */
export type Home =
  | { readonly kind: "tenant"; readonly tenant: HomeTenant }
  | { readonly kind: "consumer" }
  | { readonly kind: "unmanaged" }
  | { readonly kind: "unknown" };

/** Finds out where a domain or a tenant is at home. */
export interface HomeResolver {
  /** Answers `unknown` where it cannot tell; it rejects only for the caller's own abort, and for what is neither a domain nor a tenant id. */
  resolve(domainOrTenantId: string, signal?: AbortSignal): Promise<Home>;
}

/**
 * A resolver that knows just the domains and tenant ids it is given, without asking anyone.
 *
 * @example
 * ```ts
 * staticHomes({ "fabrikam.cn": "china", "outlook.com": { kind: "consumer" } });
 * ```
 */
export function staticHomes(homes: Readonly<Record<string, CloudId | Home>>): HomeResolver {
  const known = new Map(Object.entries(homes).map(([name, home]) => [name.toLowerCase(), homeOf(home)]));
  return {
    async resolve(domainOrTenantId) {
      return known.get(domainOrTenantId.toLowerCase()) ?? { kind: "unknown" };
    },
  };
}

function homeOf(home: CloudId | Home): Home {
  return typeof home === "string" ? { kind: "tenant", tenant: { cloud: home } } : home;
}

/** The part of an identity that decides its home: the domain of an address, else the domain or tenant id itself. */
export function homeKey(identity: string): string {
  return identity.slice(identity.lastIndexOf("@") + 1).toLowerCase();
}
