import type { View } from "../replication/index.ts";
import type {
  ConditionalAccessPolicy,
  Conditions,
  GrantControls,
  GuestScope,
} from "./conditional-access-policy.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { merged } from "./merged.ts";
import { Refusal } from "./refusal.ts";
import type { Access } from "./users.ts";

/** What an administrator says of a policy; the rest has a default. */
export interface PolicyInput {
  readonly displayName: string;
  readonly state?: ConditionalAccessPolicy["state"];
  readonly conditions: {
    readonly users: Partial<Conditions["users"]>;
    readonly applications: Partial<Conditions["applications"]>;
    readonly locations?: Partial<NonNullable<Conditions["locations"]>> | null;
    readonly platforms?: Partial<NonNullable<Conditions["platforms"]>> | null;
  } & Partial<Omit<Conditions, "users" | "applications" | "locations" | "platforms">>;
  readonly grantControls?: Partial<GrantControls> | null;
  readonly sessionControls?: object | null;
}

export function listConditionalAccess(view: View<DirectoryObject>): readonly ConditionalAccessPolicy[] {
  return view.find("conditionalAccessPolicy").filter((object) => object.kind === "conditionalAccessPolicy");
}

export function getConditionalAccess(view: View<DirectoryObject>, id: string): ConditionalAccessPolicy {
  const policy = view.get(id.toLowerCase());
  if (policy?.kind !== "conditionalAccessPolicy") throw new Refusal({ reason: "resource-not-found", id });
  return policy;
}

export function createConditionalAccess(
  directory: Directory,
  access: Access,
  input: PolicyInput,
): ConditionalAccessPolicy {
  const most = directory.limits.of("conditional-access-policies");
  // Whatever its state, a policy counts.
  if (listConditionalAccess(access.primary).length + 1 > most) {
    throw new Refusal({ reason: "too-many-policies", most });
  }
  const id = directory.newId(`conditionalAccessPolicy/${input.displayName}`);
  const policy = policyOf(input, { id, createdDateTime: directory.timestamp() });
  access.commit("conditionalAccess.create", new Map([[id, policy]]));
  return policy;
}

/** Changes a policy that the caller's instance knows. What is not named of its parts stays. */
export function updateConditionalAccess(
  directory: Directory,
  access: Access,
  id: string,
  changes: Partial<PolicyInput>,
): void {
  const seen = getConditionalAccess(access.view, id);
  const current = getConditionalAccess(access.primary, seen.id);
  const changed = {
    ...policyOf(merged<PolicyInput>(current, changes), current),
    modifiedDateTime: directory.timestamp(),
  };
  access.commit("conditionalAccess.update", new Map([[current.id, changed]]));
}

export function deleteConditionalAccess(access: Access, id: string): void {
  const seen = getConditionalAccess(access.view, id);
  getConditionalAccess(access.primary, seen.id);
  access.commit("conditionalAccess.delete", new Map([[seen.id, null]]));
}

/** A policy as the directory keeps it: with every property. */
export function policyOf(
  { displayName, state = "enabled", conditions, grantControls = null, sessionControls = null }: PolicyInput,
  { id, createdDateTime }: Pick<ConditionalAccessPolicy, "id" | "createdDateTime">,
): ConditionalAccessPolicy {
  return {
    kind: "conditionalAccessPolicy",
    ...{ id, displayName, state, createdDateTime, modifiedDateTime: null, sessionControls },
    conditions: {
      clientAppTypes: ["all"],
      signInRiskLevels: [],
      userRiskLevels: [],
      ...conditions,
      locations: conditions.locations
        ? { includeLocations: [], excludeLocations: [], ...conditions.locations }
        : null,
      platforms: conditions.platforms
        ? {
            includePlatforms: (conditions.platforms.includePlatforms ?? []).map(platformOf),
            excludePlatforms: (conditions.platforms.excludePlatforms ?? []).map(platformOf),
          }
        : null,
      applications: {
        includeApplications: [],
        excludeApplications: [],
        includeUserActions: [],
        ...conditions.applications,
      },
      users: {
        includeUsers: [],
        excludeUsers: [],
        includeGroups: [],
        excludeGroups: [],
        includeRoles: [],
        excludeRoles: [],
        ...conditions.users,
        includeGuestsOrExternalUsers: scopeFrom(conditions.users?.includeGuestsOrExternalUsers),
        excludeGuestsOrExternalUsers: scopeFrom(conditions.users?.excludeGuestsOrExternalUsers),
      },
    },
    grantControls: grantControls && {
      operator: "OR",
      builtInControls: [],
      customAuthenticationFactors: [],
      termsOfUse: [],
      authenticationStrength: null,
      ...grantControls,
    },
  };
}

/** Names of platforms are taken in any case, and kept as the metadata spells them. */
function platformOf(name: string): string {
  return PLATFORMS.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name;
}

const PLATFORMS = ["all", "android", "iOS", "windows", "windowsPhone", "macOS", "linux"];

/** Where no organisations are named, all are meant. */
function scopeFrom(scope: GuestScope | null | undefined): GuestScope | null {
  return scope ? { ...scope, externalTenants: scope.externalTenants ?? null } : null;
}

/** Whom a policy that asks for multifactor authentication is about. */
export interface MfaAudience {
  readonly displayName?: string;
  readonly state?: ConditionalAccessPolicy["state"];
  /** The organisations whose guests it is about, by tenant id. Default: all. */
  readonly guestsOf?: "all" | readonly string[];
}

/** A policy that asks for multifactor authentication. */
export function mfaPolicyOf(
  directory: Directory,
  audience: "everyone" | "guests",
  {
    displayName = `Multifactor authentication for ${audience}`,
    state = "enabled",
    guestsOf = "all",
  }: MfaAudience = {},
): ConditionalAccessPolicy {
  const users: Partial<Conditions["users"]> =
    audience === "everyone"
      ? { includeUsers: ["All"] }
      : {
          includeGuestsOrExternalUsers: {
            guestOrExternalUserTypes: "b2bCollaborationGuest,b2bCollaborationMember",
            externalTenants: tenantsOf(guestsOf),
          },
        };
  return policyOf(
    {
      ...{ displayName, state },
      conditions: { users, applications: { includeApplications: ["All"] } },
      grantControls: { builtInControls: ["mfa"] },
    },
    {
      id: directory.chance.guid(`conditionalAccessPolicy/${displayName}`),
      createdDateTime: directory.timestamp(),
    },
  );
}

function tenantsOf(guestsOf: "all" | readonly string[]) {
  const type = "#microsoft.graph.conditionalAccess";
  return guestsOf === "all"
    ? ({ "@odata.type": `${type}AllExternalTenants`, membershipKind: "all" } as const)
    : ({
        "@odata.type": `${type}EnumeratedExternalTenants`,
        membershipKind: "enumerated",
        members: guestsOf,
      } as const);
}
