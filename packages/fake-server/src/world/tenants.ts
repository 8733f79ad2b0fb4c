import {
  type CloudProfile,
  cloudOfKind,
  type Directory,
  type HomeOf,
  idsAtHome,
  isEnabledAtHome,
  letsOut,
  runsCloudWorker,
  sparesConsent,
} from "../directory/index.ts";
import type { Tokens } from "../login/index.ts";
import { type Realism, topologyOf } from "../replication/index.ts";
import type { Chance } from "../simulation/index.ts";
import { refuseOneCreationTooMany, tenantsOf } from "./belonging.ts";
import type { Doors } from "./doors.ts";
import type { TenantOptions } from "./fake-cloud.ts";
import type { Post } from "./post.ts";
import { Tenant } from "./tenant.ts";
import type { LeapingClock } from "./way.ts";
import { markTenants, rewindTenants, type WorldMark } from "./world-mark.ts";

/** What all tenants of a world share. */
export interface Surroundings {
  readonly clock: LeapingClock;
  readonly chance: Chance;
  readonly realism: Realism;
  readonly doors: Doors;
  readonly tokens: Tokens;
  readonly post: Post;
}

/** The tenants of a world, of whatever cloud: by name, by id, and by the domains that each has verified. */
export class Tenants {
  readonly #around: Surroundings;
  readonly #named = new Map<string, Tenant>();
  readonly #domains = new Map<string, Tenant>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** In order of creation. */
  get all(): readonly Tenant[] {
    return [...this.#named.values()];
  }

  byId(id: string | undefined): Tenant | undefined {
    return this.all.find((tenant) => tenant.id === id);
  }

  /** The directory at which the addresses of a domain are at home. */
  homeOf(domain: string): Directory | undefined {
    return this.#domains.get(domain)?.directory;
  }

  find(idOrDomain: string): Tenant | undefined {
    return this.#domains.get(idOrDomain) ?? this.byId(idOrDomain);
  }

  /** The tenant of this name, made if it is new. */
  named(
    profile: CloudProfile,
    name: string,
    { createdBy, kind, isSelfService = false }: TenantOptions = {},
  ): Tenant {
    const key = `${profile.id}/${name}`;
    const existing = this.#named.get(key);
    if (existing !== undefined) return existing;
    if (createdBy) refuseOneCreationTooMany(createdBy, this.all);
    const cloud = cloudOfKind(profile, kind);
    const { clock, chance, realism, doors, tokens, post } = this.#around;
    const plan = {
      name,
      cloud,
      isSelfService,
      topology: topologyOf(realism),
      now: () => clock.now(),
      chance: chance.fork(key),
      homeOf: (domain: string) => homeIn(this.homeOf(domain)),
      tenantOf: (idOrDomain: string) => this.find(idOrDomain)?.directory,
      tenantsOf: (address: string): number => {
        const home = this.#domains.get(address.slice(address.lastIndexOf("@") + 1).toLowerCase());
        return tenantsOf(address, cloud.instance, this.#named.values(), home);
      },
      createdBy: createdBy?.id,
    };
    const onDomain = (domain: string, holder: Tenant) => this.#claim(domain, holder);
    const tenant = new Tenant(plan, clock, doors, tokens, post, onDomain);
    if (realism === "documented") {
      tenant.throttle("documented");
      const { invitesFromAtFirst: allowInvitesFrom } = cloud;
      // What is as a directory has it anyway is no change, and leaves chance as it was.
      if (allowInvitesFrom !== "everyone") tenant.authorizationPolicy({ allowInvitesFrom });
    }
    this.#named.set(key, tenant);
    return tenant;
  }

  get position(): Pick<WorldMark, "tenants" | "domains"> {
    return { tenants: markTenants(this.all), domains: new Map(this.#domains) };
  }

  /** Takes back what was made since, and puts each tenant that is left back. */
  rewind({ tenants, domains }: Pick<WorldMark, "tenants" | "domains">): void {
    for (const [key, tenant] of this.#named) if (!tenants.has(tenant)) this.#named.delete(key);
    this.#domains.clear();
    for (const [domain, holder] of domains) this.#domains.set(domain, holder);
    rewindTenants(tenants);
  }

  #claim(domain: string, tenant: Tenant): void {
    const holder = this.#domains.get(domain) ?? tenant;
    if (holder !== tenant) throw new RangeError(`${domain} is verified by ${holder.name} already`);
    this.#domains.set(domain, tenant);
  }
}

/** A home as another directory sees it. */
function homeIn(home: Directory | undefined): HomeOf | undefined {
  return (
    home && {
      tenantId: home.tenantId,
      cloudInstance: home.cloud.instance,
      collaborates: home.cloud.collaborates,
      letsOut: (to, coming) => letsOut(home, to, coming),
      isEnabled: (address) => isEnabledAtHome(home, address),
      idsOf: (address) => idsAtHome(home, address),
      runsCloudWorker: () => runsCloudWorker(home),
      sparesConsent: (tenantId) => sparesConsent(home, tenantId),
    }
  );
}
