import {
  CLOUD_PROFILES,
  type CloudProfile,
  cloudOfKind,
  type Directory,
  type HomeOf,
  idsAtHome,
  isEnabledAtHome,
  letsOut,
  runsCloudWorker,
  sparesConsent,
  type TenantKind,
} from "../directory/index.ts";
import type { Tokens } from "../login/index.ts";
import { type Realism, topologyOf } from "../replication/index.ts";
import type { Chance } from "../simulation/index.ts";
import { restoreTenant, type TenantSnapshot, tenantSnapshot } from "../snapshot/index.ts";
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

/** What a tenant is made with, whether it is new or was before. */
interface GivenTenant {
  readonly name: string;
  /** Absent: it follows from the seed. */
  readonly id?: string | undefined;
  readonly kind: TenantKind | undefined;
  readonly isSelfService: boolean;
  readonly createdBy: string | undefined;
  readonly createdDateTime?: string;
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

  /** The tenant of this name, made if it is new. @throws RangeError for an id that is another's, or not its own */
  named(profile: CloudProfile, name: string, options: TenantOptions = {}): Tenant {
    const existing = this.#named.get(`${profile.id}/${name}`);
    const { createdBy, kind, isSelfService = false } = options;
    const id = options.id?.toLowerCase();
    this.#refuseOtherId(name, id, existing);
    if (existing !== undefined) return existing;
    if (createdBy) refuseOneCreationTooMany(createdBy, this.all);
    const tenant = this.#make(profile, { name, id, kind, isSelfService, createdBy: createdBy?.id });
    if (this.#around.realism === "documented") {
      tenant.throttle("documented");
      const { invitesFromAtFirst: allowInvitesFrom } = tenant.directory.cloud;
      // What is as a directory has it anyway is no change, and leaves chance as it was.
      if (allowInvitesFrom !== "everyone") tenant.authorizationPolicy({ allowInvitesFrom });
    }
    return tenant;
  }

  #refuseOtherId(name: string, id: string | undefined, existing: Tenant | undefined): void {
    if (id === undefined || id === existing?.id) return;
    if (existing !== undefined) throw new RangeError(`${name} is there already, with the id ${existing.id}`);
    const holder = this.byId(id);
    if (holder !== undefined) throw new RangeError(`${holder.name} has the id ${id} already`);
  }

  get kept(): readonly TenantSnapshot[] {
    return this.all.map(tenantSnapshot);
  }

  /**
   * Makes the tenants of a snapshot, where none is.
   *
   * @throws RangeError with the path of what cannot be had
   */
  restore(tenants: readonly TenantSnapshot[]): void {
    for (const [place, snapshot] of tenants.entries()) {
      try {
        this.#restore(snapshot);
      } catch (cause) {
        throw new RangeError(`snapshot: tenants[${place}]: ${(cause as Error).message}`, { cause });
      }
    }
  }

  #restore(snapshot: TenantSnapshot): void {
    const { cloud, name, id, kind, isSelfService, createdBy, createdDateTime, domains } = snapshot;
    const profile = CLOUD_PROFILES.find(({ id }) => id === cloud) as CloudProfile;
    const tenant = this.#make(profile, {
      ...{ name, id, isSelfService, createdDateTime },
      ...{ kind: kind ?? undefined, createdBy: createdBy ?? undefined },
    });
    for (const domain of domains) this.#claim(domain, tenant);
    restoreTenant(tenant, snapshot);
  }

  #make(profile: CloudProfile, given: GivenTenant): Tenant {
    const { name, kind } = given;
    const key = `${profile.id}/${name}`;
    const cloud = cloudOfKind(profile, kind);
    const { clock, chance, realism, doors, tokens, post } = this.#around;
    const plan = {
      ...given,
      cloud,
      topology: topologyOf(realism),
      now: () => clock.now(),
      chance: chance.fork(key),
      homeOf: (domain: string) => homeIn(this.homeOf(domain)),
      directories: () => this.all.map(({ directory }) => directory),
      tenantOf: (idOrDomain: string) => this.find(idOrDomain)?.directory,
      tenantsOf: (address: string): number => {
        const home = this.#domains.get(address.slice(address.lastIndexOf("@") + 1).toLowerCase());
        return tenantsOf(address, cloud.instance, this.#named.values(), home);
      },
    };
    const onDomain = (domain: string, holder: Tenant) => this.#claim(domain, holder);
    const tenant = new Tenant(plan, clock, doors, tokens, post, onDomain);
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
