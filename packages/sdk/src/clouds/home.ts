import type { Cloud, CloudId } from "./cloud.ts";
import { cloudById } from "./define-cloud.ts";
import { HOME_NAME, readHomeName } from "./home-name.ts";

/** The organisation in which a person's account lives. */
export interface HomeTenant {
  /** One of {@link clouds}, or of one's own. A cloud that nobody listed is walled off from every other. */
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
 * @param others - clouds of one's own that may be named too
 * @throws TypeError for a name that is neither a domain nor a tenant id, for what is no home, and for a cloud that there is not
 */
export function staticHomes(
  homes: Readonly<Record<string, CloudId | Home>>,
  others: readonly Cloud[] = [],
): HomeResolver {
  if (typeof homes !== "object" || homes === null) {
    throw new TypeError('staticHomes takes an object, such as { "fabrikam.cn": "china" }');
  }
  const known = new Map(
    Object.entries(homes).map(([name, home]) => [nameOf(name), homeOf(name, home, others)]),
  );
  return {
    async resolve(domainOrTenantId) {
      return known.get(readHomeName(domainOrTenantId)?.name ?? "") ?? { kind: "unknown" };
    },
  };
}

/** Where nobody has said where anybody is at home. */
export const nobodyKnown: HomeResolver = { resolve: async () => ({ kind: "unknown" }) };

/** A misspelt home would be one that is known of nobody. */
function nameOf(name: string): string {
  const read = readHomeName(name);
  if (read === undefined) throw new TypeError(`staticHomes: "${name}" ${HOME_NAME}`);
  return read.name;
}

function homeOf(name: string, home: CloudId | Home, others: readonly Cloud[]): Home {
  const read: unknown = typeof home === "string" ? { kind: "tenant", tenant: { cloud: home } } : home;
  if (isHome(read)) {
    if (read.kind === "tenant") refuseNoCloud(name, read.tenant.cloud, others);
    return read;
  }
  throw new TypeError(
    `staticHomes: "${name}" must be the id of a cloud such as "china", or a home: { kind: "tenant", tenant: { cloud, tenantId } }, { kind: "consumer" }, { kind: "unmanaged" } or { kind: "unknown" }`,
  );
}

/** A misspelt cloud would be an instance of its own, which nobody can reach. */
function refuseNoCloud(name: string, cloud: CloudId, others: readonly Cloud[]): void {
  try {
    cloudById(cloud, others);
  } catch (problem) {
    throw new TypeError(
      `staticHomes: "${name}": ${(problem as TypeError).message}, and named in the second argument`,
    );
  }
}

const KINDS: readonly unknown[] = [
  "tenant",
  "consumer",
  "unmanaged",
  "unknown",
] satisfies readonly Home["kind"][];

/**
 * Where somebody is at home. What can be nobody's home is `unknown`, and so is what a resolver fails at: an outage of
 * whatever it asks must not stop inviting.
 *
 * @param identity - an address, a domain, or a tenant id
 * @throws the reason of `signal`, where that aborts
 */
export async function homeFor(resolver: HomeResolver, identity: string, signal?: AbortSignal): Promise<Home> {
  signal?.throwIfAborted();
  const key = homeKey(identity);
  if (readHomeName(key) === undefined) return { kind: "unknown" };
  try {
    const home: unknown = await resolver.resolve(key, signal);
    return isHome(home) ? home : { kind: "unknown" };
  } catch {
    signal?.throwIfAborted();
    return { kind: "unknown" };
  }
}

export function isHome(answer: unknown): answer is Home {
  const { kind, tenant } = (answer ?? {}) as { readonly kind?: unknown; readonly tenant?: unknown };
  return KINDS.includes(kind) && (kind !== "tenant" || isTenant(tenant));
}

function isTenant(tenant: unknown): boolean {
  const { cloud, tenantId, ...region } = (tenant ?? {}) as { readonly [name in keyof HomeTenant]?: unknown };
  const isNamed =
    tenantId === undefined || (typeof tenantId === "string" && readHomeName(tenantId)?.kind === "tenant-id");
  const isPlaced = [region.regionScope, region.regionSubScope].every(
    (part) => part === undefined || typeof part === "string",
  );
  return typeof cloud === "string" && cloud !== "" && isNamed && isPlaced;
}

/** The part of an identity that decides its home: the domain of an address, else the domain or tenant id itself. */
export function homeKey(identity: string): string {
  return identity.slice(identity.lastIndexOf("@") + 1).toLowerCase();
}
