import type { Transport } from "@vestibule/sdk/wire";
import {
  type AppProperties,
  type AuthorizationPolicyChanges,
  Directory,
  type DirectoryPlan,
  type IdentityProviders,
  type InboundTrust,
  type LimitName,
  type LocationInput,
  type MfaAudience,
  objectLimit,
  type PolicyInput,
  type Principal,
  type TenantKind,
} from "../directory/index.ts";
import {
  checkCaller,
  checkConditionalAccess,
  checkDomain,
  checkMfaForGuests,
  checkTrust,
  type GroupProperties,
  type UserProperties,
} from "../furnishing/index.ts";
import { setThrottle, type ThrottlePolicy } from "../graph/index.ts";
import type { Tokens } from "../login/index.ts";
import { type CallerOptions, callerOf, type FakeApp, type FakeUser, partyOf } from "./callers.ts";
import { Chronicle } from "./chronicle.ts";
import type { Doors, OpenedWay } from "./doors.ts";
import { fillWithGuests, fillWithMembers, fillWithOthers, type GuestCount } from "./fill.ts";
import { seedAdministrators, seedApp, seedGroup, seedUser } from "./people.ts";
import {
  seedConditionalAccess,
  seedIdentityProviders,
  seedMfa,
  seedNamedLocation,
  seedTrust,
} from "./policies.ts";
import type { Post } from "./post.ts";
import { type DomainLists, seedAuthorizationPolicy, seedDomainPolicy } from "./rights.ts";
import { type LeapingClock, Way } from "./way.ts";

/**
 * One organisation's directory in the fake.
 *
 * What is set up here (users, groups, policies, …) before anything else happens was there all along: every instance shows
 * it at once. Later on, an instance that lags gets it after what it has yet to apply.
 */
export class Tenant extends Chronicle {
  readonly name: string;
  /** The tenant id. */
  readonly id: string;
  /** The object id of the user who made it; `undefined` where nobody was named. */
  readonly createdBy: string | undefined;
  /** The kind that was named when it was made; `undefined` for what most tenants of its cloud are. */
  readonly kind: TenantKind | undefined;
  readonly #directory: Directory;
  readonly #way: Way;
  readonly #doors: Doors;
  readonly #tokens: Tokens;
  readonly #onDomain: (domain: string, tenant: Tenant) => void;

  /** @internal */
  constructor(
    plan: DirectoryPlan &
      Pick<Tenant, "createdBy" | "kind"> & { readonly directories: () => readonly Directory[] },
    clock: LeapingClock,
    doors: Doors,
    tokens: Tokens,
    post: Post,
    onDomain: (domain: string, tenant: Tenant) => void,
  ) {
    const directory = new Directory(plan);
    directory.onMail = () => post.arrived();
    const way = new Way(directory, clock, plan.directories);
    super(directory, way, post);
    this.#directory = directory;
    this.#way = way;
    this.name = plan.name;
    this.createdBy = plan.createdBy;
    this.kind = plan.kind;
    this.id = this.#directory.tenantId;
    this.#doors = doors;
    this.#tokens = tokens;
    this.#onDomain = onDomain;
    onDomain(this.#directory.initialDomain, this);
  }

  /** How many objects the directory may hold: 50,000, and 300,000 once it has a verified domain of its own, unless self-service sign-up has made it. */
  get objectLimit(): number {
    return objectLimit(this.#directory);
  }

  /**
   * Sets a limit of this tenant otherwise than documented: lower, to reach it soon, or higher, as Microsoft's support
   * would. What is there already stays.
   *
   * @throws TypeError for a limit that does not exist
   * @throws RangeError for what is no whole number from 0
   */
  limit(name: LimitName, value: number): this {
    this.#directory.limits.set(name, value);
    return this;
  }

  /** Gives users the role Global Administrator: they may do everything, and the number of objects that they create is not limited. */
  administrators(...users: readonly FakeUser[]): this {
    seedAdministrators(this.#directory, users);
    return this;
  }

  /** Adds that many objects that nothing here looks into, devices and contacts for example. They count as any other. */
  otherObjects(count: number): this {
    fillWithOthers(this.#directory, count);
    return this;
  }

  /** Verifies a domain: its addresses are at home here. */
  domain(name: string): this {
    checkDomain({ name });
    this.#onDomain(name.toLowerCase(), this);
    this.#directory.verifyDomain(name);
    return this;
  }

  /** The application of this name, made if it is new. Its ids are the same in every run. */
  app(name: string, properties: AppProperties = {}): FakeApp {
    return seedApp(this.#directory, name, properties);
  }

  /** The user with this principal name, made if it is new. Without a domain, the name gets the tenant's own. Roles are added to those that it has. */
  user(name: string, properties: UserProperties = {}): FakeUser {
    return seedUser(this.#directory, name, properties);
  }

  /** Adds that many members, in one commit. */
  members(count: number): this {
    fillWithMembers(this.#directory, count);
    return this;
  }

  /** Adds that many guests of an organisation that nobody here has, in one commit; all but `pending` have redeemed. */
  guests(count: number, options: GuestCount = {}): this {
    fillWithGuests(this.#directory, count, options);
    return this;
  }

  /**
   * The group of this name, made if it is new. With roles, they can be assigned to it, and its members have them. Its
   * licences are shown and no more: nothing here counts them, or gives them to its members.
   */
  group(
    name: string,
    properties: GroupProperties = {},
  ): { readonly id: string; readonly displayName: string } {
    return seedGroup(this.#directory, name, properties);
  }

  /** Sets who may invite, and what guests and members may see and do, by Graph's property names. */
  authorizationPolicy(changes: AuthorizationPolicyChanges): this {
    seedAuthorizationPolicy(this.#directory, changes);
    return this;
  }

  /** Lets addresses of these domains alone be invited, or of all but these. */
  domainPolicy(domains: DomainLists): this {
    seedDomainPolicy(this.#directory, domains);
    return this;
  }

  /** Asks guests for multifactor authentication when they sign in here, by a conditional access policy. */
  requireMfaForGuests(options: MfaAudience = {}): this {
    checkMfaForGuests({ options });
    seedMfa(this.#directory, "guests", options);
    return this;
  }

  /** Asks everybody who signs in here for multifactor authentication: the organisation's own people, wherever they go, and guests. */
  requireMfa(): this {
    seedMfa(this.#directory, "everyone");
    return this;
  }

  /**
   * A conditional access policy, by Graph's property names; what is not said has the service's default.
   *
   * @throws TypeError for a condition or control that no sign-in here looks at, or that this cloud does not have
   */
  conditionalAccess(input: PolicyInput): { readonly id: string; readonly displayName: string } {
    checkConditionalAccess({ input });
    return seedConditionalAccess(this.#directory, input);
  }

  /** A place that policies can name. */
  namedLocation(input: LocationInput): { readonly id: string; readonly displayName: string } {
    return seedNamedLocation(this.#directory, input);
  }

  /** Sets whether multifactor authentication done at that organisation (without one: at any) counts here. */
  trustMfa(of?: Tenant, isMfaAccepted = true): this {
    return this.trust({ isMfaAccepted }, of);
  }

  /** Sets what counts here of what was done at that organisation, or without one at any that has no entry of its own. */
  trust(inboundTrust: Partial<InboundTrust>, of?: Tenant): this {
    checkTrust({ inboundTrust, of });
    seedTrust(this.#directory, of?.id ?? null, inboundTrust);
    return this;
  }

  /**
   * Sets with what guests may redeem here. At first: in their own Entra directory, or with a personal Microsoft account
   * that they have, or with a code that is sent by mail.
   */
  identityProviders(changes: Partial<Omit<IdentityProviders, "kind">>): this {
    seedIdentityProviders(this.#directory, changes);
    return this;
  }

  /**
   * Sets how much is taken from clients before they are refused with 429. Default: everything in a world whose realism
   * is `instant`, what is documented in one where it is `documented`.
   *
   * @throws TypeError for what is no policy
   * @throws RangeError for a limit that does not exist, or that nothing could pass
   */
  throttle(policy: ThrottlePolicy): this {
    setThrottle(this.#directory, policy);
    return this;
  }

  /**
   * The way in for the SDK, in this process.
   *
   * @throws TypeError for a caller of another tenant
   */
  transport(options: CallerOptions): Transport {
    const caller = callerOf(this.#own(options));
    const party = partyOf(caller, options.datacenters);
    return this.#doors.transport(this.open(party));
  }

  /** @internal */
  open(party: Principal): OpenedWay {
    const deliver: OpenedWay["deliver"] = (request, caller) => this.#way.deliver(party, request, caller);
    return { cloud: this.#directory.cloud, deliver };
  }

  /** Gives tokens that this world's `fetch` and HTTP listener take, in the shape of a credential of @azure/identity. */
  credential(options: Pick<CallerOptions, "as" | "scopes">): {
    /** A new token, good for an hour of the world's time. */
    getToken(): Promise<{ token: string; expiresOnTimestamp: number }>;
  } {
    const caller = callerOf(this.#own(options));
    return {
      getToken: async () => {
        const { token, expiresAt } = this.#tokens.issue(caller);
        return { token, expiresOnTimestamp: expiresAt };
      },
    };
  }

  #own<O extends Pick<CallerOptions, "as">>(options: O): O {
    checkCaller({ options });
    if (options.as.tenantId === this.id) return options;
    throw new TypeError(`the caller belongs to another tenant than ${this.name}`);
  }
}
