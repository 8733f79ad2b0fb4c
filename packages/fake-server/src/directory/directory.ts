import { Routing, Store, type Topology } from "../replication/index.ts";
import { type Chance, isoDateTime } from "../simulation/index.ts";
import type { CloudProfile } from "./cloud-profile.ts";
import { type DirectoryObject, keysOf, weightOf } from "./directory-object.ts";
import { Limits } from "./limits.ts";
import { Throttle } from "./throttle.ts";

/** Where a domain is at home. */
export interface HomeOf {
  readonly tenantId: string;
  readonly cloudInstance: string;
  /** Whether it has B2B collaboration at all. */
  readonly collaborates: boolean;
  /** Whether its own settings let its people be guests of that organisation; `coming`: this one of them. */
  letsOut(
    to: { readonly tenantId: string; readonly cloudInstance: string },
    coming?: { readonly address: string; readonly appId: string | null },
  ): boolean;
  /** Whether it lets the account with this address sign in. One that it was never told of it does. */
  isEnabled(address: string): boolean;
  /** The object ids by which it knows one of its people: the account's own, and its groups'. */
  idsOf(address: string): readonly string[];
  /** Whether it lets the application work by which its people are invited from other clouds. */
  runsCloudWorker(): boolean;
  /** Whether its own settings spare its people the consent at that organisation. */
  sparesConsent(tenantId: string): boolean;
}

export interface DirectoryPlan {
  /** The tenant's name in the fake, for example `contoso`. */
  readonly name: string;
  /** The tenant's id, in lower case. Absent: it follows from chance. */
  readonly id?: string | undefined;
  readonly cloud: CloudProfile;
  readonly topology: Topology;
  readonly now: () => number;
  readonly chance: Chance;
  /** When it was made, as Graph writes it. Absent: now. */
  readonly createdDateTime?: string | undefined;
  /** Whether self-service sign-up has made it, and no administrator. */
  readonly isSelfService: boolean;
  /** Which tenant of any cloud holds a domain. */
  readonly homeOf: (domain: string) => HomeOf | undefined;
  /** The directory that has this id, or holds this domain, whatever its cloud. */
  readonly tenantOf: (idOrDomain: string) => Directory | undefined;
  /** In how many tenants of its cloud somebody with this address is, as a member or a guest. */
  readonly tenantsOf: (address: string) => number;
}

/** One tenant's directory: what it is called, what it holds, and what it needs to know of the world. Its rules stand beside it, a file a noun. */
export class Directory {
  readonly name: string;
  readonly tenantId: string;
  /** The tenant's id, where it was given and does not follow from chance. */
  readonly givenId: string | undefined;
  readonly cloud: CloudProfile;
  readonly initialDomain: string;
  readonly isSelfService: boolean;
  readonly store: Store<DirectoryObject>;
  readonly routing: Routing<DirectoryObject>;
  readonly throttle: Throttle;
  readonly limits = new Limits();
  readonly chance: Chance;
  readonly now: () => number;
  readonly homeOf: DirectoryPlan["homeOf"];
  readonly tenantOf: DirectoryPlan["tenantOf"];
  readonly tenantsOf: DirectoryPlan["tenantsOf"];
  /** When it was made, as Graph writes it. */
  readonly createdDateTime: string;
  /** Called after every mail that is sent. */
  onMail: () => void = () => {};
  readonly #customDomains = new Set<string>();

  constructor(plan: DirectoryPlan) {
    const { name, cloud, isSelfService, topology, now, chance, homeOf, tenantOf, tenantsOf } = plan;
    this.name = name;
    this.givenId = plan.id;
    this.tenantId = plan.id ?? chance.guid("tenant");
    this.cloud = cloud;
    this.isSelfService = isSelfService;
    this.initialDomain = `${name}.${cloud.initialDomainSuffix}`;
    this.chance = chance;
    this.now = now;
    this.homeOf = homeOf;
    this.tenantOf = tenantOf;
    this.tenantsOf = tenantsOf;
    this.createdDateTime = plan.createdDateTime ?? this.timestamp();
    this.store = new Store(topology, { keysOf, weightOf }, now, chance);
    this.routing = new Routing(this.store, chance.fork("route"));
    this.throttle = new Throttle(this.store, now);
  }

  /** The domains beside the initial one, each verified. */
  get customDomains(): ReadonlySet<string> {
    return this.#customDomains;
  }

  /** Puts the domains back to what they were. */
  restoreDomains(domains: ReadonlySet<string>): void {
    this.#customDomains.clear();
    for (const domain of domains) this.#customDomains.add(domain);
  }

  verifyDomain(domain: string): void {
    this.#customDomains.add(domain.toLowerCase());
  }

  holdsDomain(domain: string): boolean {
    return domain.toLowerCase() === this.initialDomain || this.#customDomains.has(domain.toLowerCase());
  }

  /** The present, as Graph writes it. */
  timestamp(): string {
    return isoDateTime(this.now());
  }

  /** A new id that follows from what it is for and from when in the tenant's history it is made. */
  newId(purpose: string): string {
    return this.chance.guid(`${purpose}/${this.store.last + 1}`);
  }
}
