import type {
  AppProperties,
  AuthorizationPolicyChanges,
  IdentityProviders,
  InboundTrust,
  LimitName,
  LocationInput,
  MfaAudience,
  PolicyInput,
  TenantKind,
} from "../directory/index.ts";
import type { GroupProperties, UserProperties } from "../furnishing/index.ts";
import type { ThrottlePolicy } from "../graph/index.ts";
import type { Realism } from "../replication/index.ts";
import type { DomainLists } from "../world/index.ts";

/** How a world is furnished, as data: what the builders of a world do, in a form that a file can hold. */
export interface Scenario {
  /** The address of the schema, for an editor. */
  readonly $schema?: string;
  /** What all chance of the world follows from. Default 1. */
  readonly seed?: number | string;
  /** Whether instances lag. Default `instant`: none does. */
  readonly realism?: Realism;
  /** The tenants of each cloud, by their names. */
  readonly clouds?: Readonly<Partial<Record<CloudName, Readonly<Record<string, TenantScenario>>>>>;
  /** Addresses of people who have a personal Microsoft account. */
  readonly microsoftAccounts?: readonly string[];
}

/** The clouds that a scenario can have tenants in. */
export type CloudName = "public" | "usgov" | "usgov-dod" | "china";

/** How one tenant is furnished. Each part is what the builder of the same name takes, or a list of that. */
export interface TenantScenario {
  /** Its id, for an application that brings it along. Default: one that follows from the seed and its name. */
  readonly id?: string;
  /** Default: as most tenants of its cloud are. */
  readonly kind?: TenantKind;
  /** Whether self-service sign-up has made it. Default false. */
  readonly isSelfService?: boolean;
  /** Domains that it has verified, beside the one that every tenant has. */
  readonly domains?: readonly string[];
  /** Limits that are otherwise than documented. */
  readonly limits?: Readonly<Partial<Record<LimitName, number>>>;
  /** Applications, by their names. */
  readonly apps?: Readonly<Record<string, AppProperties>>;
  /** Users, by their principal names; without a domain, the tenant's own. */
  readonly users?: Readonly<Record<string, UserProperties>>;
  /** Groups, by their names. */
  readonly groups?: Readonly<Record<string, GroupProperties>>;
  /** Who is a Global Administrator: names of `users`. */
  readonly administrators?: readonly string[];
  /** How many members there are beside `users`. */
  readonly members?: number;
  /** How many guests there are, and how many of them have yet to redeem. */
  readonly guests?: { readonly count: number; readonly pending?: number };
  /** How many objects of other kinds count against the limit. */
  readonly otherObjects?: number;
  readonly authorizationPolicy?: AuthorizationPolicyChanges;
  readonly domainPolicy?: DomainLists;
  /** Whether everybody who signs in is asked for multifactor authentication. */
  readonly requireMfa?: boolean;
  /** Whether guests are, and which; `guestsOf` may name tenants of the scenario. */
  readonly requireMfaForGuests?: boolean | MfaAudience;
  readonly conditionalAccess?: readonly PolicyInput[];
  readonly namedLocations?: readonly LocationInput[];
  /** What is trusted of an organisation, by the name of its tenant in the same cloud; of all others, by `default`. */
  readonly trust?: Readonly<Record<string, Partial<InboundTrust>>>;
  readonly identityProviders?: Partial<Omit<IdentityProviders, "kind">>;
  readonly throttle?: ThrottlePolicy;
}
