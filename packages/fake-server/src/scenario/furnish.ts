import type { Tenant, World } from "../world/index.ts";
import type { CloudName, Scenario, TenantScenario } from "./scenario.ts";

/**
 * Furnishes a world. Tenants are there before any of them is furnished, so that each can name every other.
 *
 * @throws TypeError or RangeError with the path of what cannot be had together, a domain of two tenants for example
 */
export function furnish(world: World, { clouds = {}, microsoftAccounts = [] }: Scenario): void {
  for (const address of microsoftAccounts) world.microsoftAccount(address);
  const made = Object.entries(clouds).flatMap(([cloud, tenants]) =>
    Object.entries(tenants).map(([name, given]) => {
      const path = `clouds.${cloud}.${name}`;
      const { id, kind, isSelfService } = given;
      const options = {
        ...(id !== undefined && { id }),
        ...(kind !== undefined && { kind }),
        ...(isSelfService !== undefined && { isSelfService }),
      };
      const tenant = at(path, () => world.cloud(cloud).tenant(name, options));
      return { path, given, tenant, cloud: cloud as CloudName };
    }),
  );
  for (const { path, given, tenant, cloud } of made) {
    const others = new Map(
      made.flatMap((one) => (one.cloud === cloud ? [[one.tenant.name, one.tenant]] : [])),
    );
    furnishTenant(path, tenant, given, others);
  }
}

/** In an order in which nothing needs what comes later. */
function furnishTenant(
  path: string,
  tenant: Tenant,
  given: TenantScenario,
  others: ReadonlyMap<string, Tenant>,
): void {
  const set = <K extends keyof TenantScenario>(
    part: K,
    build: (value: NonNullable<TenantScenario[K]>) => unknown,
  ) => {
    const value = given[part];
    if (value !== undefined) at(`${path}.${part}`, () => build(value));
  };
  const each = <T>(
    part: string,
    list: Readonly<Record<string, T>>,
    build: (name: string, value: T) => unknown,
  ) => {
    for (const [name, value] of Object.entries(list)) at(`${path}.${part}.${name}`, () => build(name, value));
  };
  const named = (name: string) => {
    const other = others.get(name);
    if (other === undefined) throw new RangeError(`there is no tenant "${name}" in this cloud`);
    return other;
  };
  set("domains", (domains) => domains.map((name) => tenant.domain(name)));
  set("limits", (limits) => each("limits", limits, (name, value) => tenant.limit(name as never, value)));
  set("apps", (apps) => each("apps", apps, (name, properties) => tenant.app(name, properties)));
  set("users", (users) => each("users", users, (name, properties) => tenant.user(name, properties)));
  set("groups", (groups) => each("groups", groups, (name, properties) => tenant.group(name, properties)));
  set("administrators", (names) =>
    tenant.administrators(...names.map((name) => userNamed(tenant, given, name))),
  );
  set("members", (count) => tenant.members(count));
  set("guests", ({ count, ...options }) => tenant.guests(count, options));
  set("otherObjects", (count) => tenant.otherObjects(count));
  set("authorizationPolicy", (changes) => tenant.authorizationPolicy(changes));
  set("domainPolicy", (domains) => tenant.domainPolicy(domains));
  set("namedLocations", (locations) => locations.map((location) => tenant.namedLocation(location)));
  set("requireMfa", (isRequired) => isRequired && tenant.requireMfa());
  set("requireMfaForGuests", (asked) => {
    if (asked === false) return;
    const { guestsOf, ...options } = asked === true ? {} : asked;
    const ids =
      guestsOf === undefined || guestsOf === "all" ? guestsOf : guestsOf.map((of) => idOf(of, others));
    tenant.requireMfaForGuests({ ...options, ...(ids !== undefined && { guestsOf: ids }) });
  });
  set("conditionalAccess", (policies) =>
    each("conditionalAccess", Object.fromEntries(policies.entries()), (_, policy) =>
      tenant.conditionalAccess(policy),
    ),
  );
  set("trust", (trust) =>
    each("trust", trust, (of, trusted) => tenant.trust(trusted, of === "default" ? undefined : named(of))),
  );
  set("identityProviders", (providers) => tenant.identityProviders(providers));
  set("throttle", (policy) => tenant.throttle(policy));
}

function userNamed(tenant: Tenant, { users = {} }: TenantScenario, name: string) {
  if (!Object.hasOwn(users, name))
    throw new RangeError(`there is no "${name}" among the users of this tenant`);
  return tenant.user(name);
}

/** A tenant by its name, or an id of one that the scenario does not have. */
function idOf(name: string, others: ReadonlyMap<string, Tenant>): string {
  return others.get(name)?.id ?? name;
}

/** Says where in the scenario it was that something could not be had. */
function at<T>(path: string, build: () => T): T {
  try {
    return build();
  } catch (cause) {
    if (!(cause instanceof TypeError || cause instanceof RangeError)) throw cause;
    if (cause.message.startsWith("scenario: ")) throw cause;
    throw new RangeError(`scenario: ${path}: ${cause.message}`, { cause });
  }
}
