import { remedies } from "../remedies/index.ts";
import { type Cloud, type CloudId, clouds } from "./cloud.ts";
import { canBeOpened, instanceOf, isAcrossClouds } from "./crossing.ts";
import type { Home, HomeTenant } from "./home.ts";
import { lackedBy } from "./lacks.ts";
import { isReach, type Reach, undecided, unreachable } from "./reach.ts";

/** A rule that tells which homes can be invited. */
export interface BoundaryPolicy {
  /** Judges one home. A rule that cannot find out answers `home-unknown`; it rejects only for the caller's own abort. */
  evaluate(home: Home, signal?: AbortSignal): Promise<Reach>;
  /**
   * Told where the client itself has changed cross-tenant access: what a rule remembers of that may be wrong, and what is
   * read within the next `forMs` milliseconds may be from before.
   */
  forget?(forMs: number): void;
  /** Whether it asks the guest's own organisation too. Then `signIn.predict` asks it. Default: it does not. */
  readonly asksAtHome?: boolean;
}

/**
 * What a policy says of a home. One that fails, or answers what is no reach, leaves it to the service: somebody's mistake
 * must not stop inviting.
 *
 * @throws the reason of `signal`, where that aborts
 */
export async function reachBy(
  policy: BoundaryPolicy,
  own: Cloud,
  home: Home,
  signal?: AbortSignal,
): Promise<Reach> {
  try {
    const reach: unknown = await policy.evaluate(home, signal);
    if (isReach(reach)) return reach;
  } catch {
    signal?.throwIfAborted();
  }
  return undecided(own, "policy-failed", cloudOf(home));
}

function cloudOf(home: Home): CloudId | undefined {
  return home.kind === "tenant" ? home.tenant.cloud : undefined;
}

/**
 * The article's rule: a guest is never invited across the boundary of a national cloud. It goes by the two clouds and the
 * guest's account alone, and asks nothing of the directory that invites.
 *
 * @throws TypeError for what is no cloud
 * @see https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds
 */
export function articleBoundary(own: Cloud): BoundaryPolicy {
  refuseNoCloud("articleBoundary", own);
  return { evaluate: async (home) => reachOf(own, home) };
}

/** What the directory's own settings say of other clouds and organisations. */
export interface OwnSettings {
  /** The other cloud instances that are open, for example `microsoftonline.us`. */
  openClouds(signal?: AbortSignal): Promise<readonly string[]>;
  /** What goes for guests of one organisation. */
  partner(
    tenantId: string,
    signal?: AbortSignal,
  ): Promise<{
    /** Whether it has an entry of its own. */
    readonly isListed: boolean;
    /** Whether its people may be guests here, as far as one can tell without knowing which; `undefined` where the settings do not tell. */
    readonly isLetIn: boolean | undefined;
  }>;
  /**
   * The directory's own tenant id, `undefined` where nobody can tell: its own people are let in whatever is set for other
   * organisations. Asked only where an organisation would be kept out if it were another one. Without it, every
   * organisation is taken for another one.
   */
  ownTenantId?(signal?: AbortSignal): Promise<string | undefined>;
  /**
   * Whether the directory has B2B collaboration at all, `undefined` where nobody can tell. Asked only in the clouds of the
   * United States' government, which have older tenants without. Without it, the directory is taken to have it.
   */
  collaborates?(signal?: AbortSignal): Promise<boolean | undefined>;
}

/**
 * Today's rule: a guest is invited across the boundary of a national cloud where the pair exists, the other cloud is
 * open, and the guest's organisation has an entry that lets its people in; and by nobody where the directory has no B2B
 * collaboration. What the other side has set cannot be read from here.
 *
 * @throws TypeError for what is no cloud, and for what are no settings
 * @see https://learn.microsoft.com/entra/external-id/cross-cloud-settings
 */
export function tenantBoundary(own: Cloud, settings: OwnSettings): BoundaryPolicy {
  refuseNoCloud("tenantBoundary", own);
  if (typeof settings?.openClouds !== "function" || typeof settings.partner !== "function") {
    throw new TypeError(
      "tenantBoundary: settings must have `openClouds` and `partner`; tenantPolicy reads them itself",
    );
  }
  async function acrossClouds(
    to: string,
    { cloud, tenantId }: HomeTenant,
    signal?: AbortSignal,
  ): Promise<Reach> {
    if (!canBeOpened(own, to)) return unreachable(own, "pair-unsupported", cloud);
    if (!(await settings.openClouds(signal)).includes(to))
      return unreachable(own, "cloud-not-enabled", cloud);
    if (tenantId === undefined) return undecided(own, "home-unknown", cloud);
    const { isListed, isLetIn } = await settings.partner(tenantId, signal);
    if (!isListed) return unreachable(own, "partner-not-added", cloud);
    return isLetIn ? { reachable: true, via: "cross-cloud" } : notLetIn(isLetIn, cloud);
  }

  async function withinCloud({ cloud, tenantId }: HomeTenant, signal?: AbortSignal): Promise<Reach> {
    if (tenantId === undefined) return { reachable: true, via: "same-cloud" };
    const { isLetIn } = await settings.partner(tenantId, signal);
    if (isLetIn) return { reachable: true, via: "same-cloud" };
    return (await besideOwn(tenantId, cloud, signal)) ?? notLetIn(isLetIn, cloud);
  }

  /** What goes where it may be the directory's own organisation; `undefined` of another one. */
  async function besideOwn(
    tenantId: string,
    cloud: CloudId,
    signal?: AbortSignal,
  ): Promise<Reach | undefined> {
    if (settings.ownTenantId === undefined) return undefined;
    const own = await settings.ownTenantId(signal);
    if (own === undefined) return unread(cloud);
    return own.toLowerCase() === tenantId.toLowerCase() ? { reachable: true, via: "same-cloud" } : undefined;
  }

  function notLetIn(isLetIn: false | undefined, cloud: CloudId): Reach {
    return isLetIn === false
      ? unreachable(own, "partner-blocked", cloud)
      : undecided(own, "settings-unread", cloud, [remedies.lookUp]);
  }

  /** What goes in a directory that has B2B collaboration. */
  async function reached(home: Home, signal?: AbortSignal): Promise<Reach> {
    if (home.kind !== "tenant" || isWithoutB2B(home.tenant)) return reachOf(own, home);
    const { tenant } = home;
    return isAcrossClouds(own, tenant.cloud)
      ? acrossClouds(instanceOf(tenant.cloud), tenant, signal)
      : withinCloud(tenant, signal);
  }

  /** What cannot be read the service will judge. */
  function unread(cloud: CloudId | undefined, failure?: unknown): Reach {
    if (failure instanceof UnsettledSettings) return undecided(own, "settings-unsettled", cloud);
    const grant = failure instanceof ForbiddenSettings ? [GRANTS[failure.permission]] : undefined;
    return undecided(own, "settings-unread", cloud, grant);
  }

  /** Whether the directory itself has B2B collaboration; `undefined` where that cannot be read. */
  function collaborates(signal?: AbortSignal): true | Promise<boolean | undefined> {
    if (own.instance !== clouds.usgov.instance || settings.collaborates === undefined) return true;
    return settings.collaborates(signal).catch((failure: unknown) => {
      if (signal?.aborted) throw failure;
      return undefined;
    });
  }

  /** What goes for somebody who is of the directory's own organisation, or may be; `undefined` of all others. */
  async function asOwn(home: Home, signal?: AbortSignal): Promise<Reach | undefined> {
    if (home.kind !== "tenant" || isAcrossClouds(own, home.tenant.cloud)) return undefined;
    const { cloud, tenantId } = home.tenant;
    return tenantId === undefined
      ? undecided(own, "home-unknown", cloud)
      : besideOwn(tenantId, cloud, signal);
  }

  /** What goes where the directory has no B2B collaboration, or may have none: nobody comes in but its own people. */
  async function withoutB2B(home: Home, has: false | undefined, signal?: AbortSignal): Promise<Reach> {
    const ofOwn = await asOwn(home, signal);
    if (ofOwn) return ofOwn;
    if (has === false) return unreachable(own, "directory-unsupported", cloudOf(home));
    const reach = await reached(home, signal);
    return reach.reachable ? unread(cloudOf(home)) : reach;
  }

  return {
    async evaluate(home, signal) {
      if (home.kind === "unknown") return reachOf(own, home);
      try {
        const told = collaborates(signal);
        const has = told === true || (await told);
        return has ? await reached(home, signal) : await withoutB2B(home, has, signal);
      } catch (failure) {
        if (signal?.aborted) throw failure;
        return unread(cloudOf(home), failure);
      }
    },
  };
}

function refuseNoCloud(caller: string, cloud: Cloud): void {
  if (typeof cloud?.id === "string" && typeof cloud.instance === "string") return;
  throw new TypeError(`${caller}: own must be a cloud, for example clouds.public`);
}

function reachOf(own: Cloud, home: Home): Reach {
  switch (home.kind) {
    case "consumer":
      return lackedBy(own).has("guests with a personal account")
        ? unreachable(own, "account-unsupported", undefined)
        : { reachable: true, via: "consumer" };
    case "unmanaged":
      // Without a passcode it takes an identity provider that somebody has set up for the domain, or has not.
      return lackedBy(own).has("guests with a one-time passcode")
        ? undecided(own, "home-unknown", undefined)
        : { reachable: true, via: "one-time-passcode" };
    case "unknown":
      return undecided(own, "home-unknown", undefined);
    case "tenant":
      if (isWithoutB2B(home.tenant)) return unreachable(own, "account-unsupported", home.tenant.cloud);
      return isAcrossClouds(own, home.tenant.cloud)
        ? unreachable(own, "pair-unsupported", home.tenant.cloud)
        : { reachable: true, via: "same-cloud" };
  }
}

/** Thrown where settings were read that do not show yet what their reader has changed: nothing can be judged by them. */
export class UnsettledSettings extends Error {
  override readonly name = "UnsettledSettings";
}

/** Thrown where settings may not be read for lack of a permission. */
export class ForbiddenSettings extends Error {
  override readonly name = "ForbiddenSettings";
  readonly permission: "Policy.Read.All" | "Organization.Read.All";

  constructor(permission: ForbiddenSettings["permission"]) {
    super(permission);
    this.permission = permission;
  }
}

const GRANTS = {
  "Policy.Read.All": remedies.grantReadingPolicies,
  "Organization.Read.All": remedies.grantReadingOrganization,
};

/**
 * Whether it is an older tenant of the United States' government: one that neither invites nor is invited.
 *
 * @see https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds
 */
export function isWithoutB2B({ regionScope }: HomeTenant): boolean {
  return regionScope?.toLowerCase() === "usg";
}
