import { type Remedy, remedies } from "../remedies/index.ts";
import { type Cloud, type CloudId, clouds } from "./cloud.ts";
import type { Home, HomeTenant } from "./home.ts";
import { lackedBy } from "./lacks.ts";

/** A guest of whom nobody here can tell; the service will, when it is asked to invite. */
export interface Undecided {
  readonly reachable: undefined;
  readonly reason: /** Nobody knows where the account lives, or in which organisation. */
    | "home-unknown"
    /** The settings that were read do not show yet what this client has just changed. */
    | "settings-unsettled"
    /** The client's own policy failed, or answered something that is no answer. */
    | "policy-failed";
  /** The guest's cloud; `undefined` where it is not known. */
  readonly from: CloudId | undefined;
  /** The cloud of the directory that invites. */
  readonly to: CloudId;
  readonly remedies: readonly Remedy[];
}

/** A guest who cannot be invited, and why. */
export interface Unreachable {
  readonly reachable: false;
  readonly reason:
    | "pair-unsupported"
    | "cloud-not-enabled"
    | "partner-not-added"
    | "partner-blocked"
    /** The guest's own organisation keeps its people in. Known only where somebody may read its settings: `bothSides`. */
    | "closed-at-home"
    /** An account of this kind is no guest there: a personal one in China, one of an organisation without B2B collaboration. */
    | "account-unsupported";
  /** The guest's cloud; `undefined` where it is not known. */
  readonly from: CloudId | undefined;
  /** The cloud of the directory that invites. */
  readonly to: CloudId;
  readonly remedies: readonly Remedy[];
}

/** Whether a guest can be invited into a directory: `reachable` is `undefined` where nobody here can tell. */
export type Reach =
  | {
      readonly reachable: true;
      readonly via: "same-cloud" | "cross-cloud" | "consumer" | "one-time-passcode";
      /** Whether the settings of the guest's own organisation were read as well, and let its people out. Absent: nobody asked. */
      readonly isLetOut?: true;
    }
  | Unreachable
  | Undecided;

/** A rule that tells which homes can be invited. */
export interface BoundaryPolicy {
  /** Judges one home. A rule that cannot find out answers `home-unknown`; it rejects only for the caller's own abort. */
  evaluate(home: Home, signal?: AbortSignal): Promise<Reach>;
  /** Told where the client itself has changed cross-tenant access: what a rule remembers of that may be wrong. */
  forget?(): void;
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
  return undecided(own, "policy-failed", home.kind === "tenant" ? home.tenant.cloud : undefined);
}

function isReach(answer: unknown): answer is Reach {
  if (typeof answer !== "object" || answer === null) return false;
  const { reachable, via, reason, remedies } = answer as { readonly [name in string]?: unknown };
  if (reachable === true) return typeof via === "string";
  const isReason = typeof reason === "string" && Array.isArray(remedies) && remedies.every(isRemedy);
  return isReason && (reachable === false ? Object.hasOwn(ADVICE, reason) : Object.hasOwn(REMEDIES, reason));
}

function isRemedy(one: unknown): boolean {
  const { action, who, text } = (one ?? {}) as { readonly [name in keyof Remedy]?: unknown };
  return [action, who, text].every((part) => typeof part === "string");
}

/**
 * The article's rule: a guest is never invited across the boundary of a national cloud.
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
    /** Whether its people may be guests here, as far as one can tell without knowing which. */
    readonly isLetIn: boolean;
  }>;
}

/** The cloud instances that can be opened to each other, after settings on both sides. */
const PAIRS: readonly (readonly [string, string])[] = [
  ["microsoftonline.com", "microsoftonline.us"],
  ["microsoftonline.com", "partner.microsoftonline.cn"],
];

/**
 * Today's rule: a guest is invited across the boundary of a national cloud where the pair exists, the other cloud is
 * open, and the guest's organisation has an entry that lets its people in. What the other side has set cannot be read
 * from here.
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
    if (!PAIRS.some((pair) => pair.includes(own.instance) && pair.includes(to))) {
      return unreachable(own, "pair-unsupported", cloud);
    }
    if (!(await settings.openClouds(signal)).includes(to))
      return unreachable(own, "cloud-not-enabled", cloud);
    if (tenantId === undefined) return undecided(own, "home-unknown", cloud);
    const { isListed, isLetIn } = await settings.partner(tenantId, signal);
    if (!isListed) return unreachable(own, "partner-not-added", cloud);
    return isLetIn ? { reachable: true, via: "cross-cloud" } : unreachable(own, "partner-blocked", cloud);
  }

  async function withinCloud({ cloud, tenantId }: HomeTenant, signal?: AbortSignal): Promise<Reach> {
    const isLetIn = tenantId === undefined || (await settings.partner(tenantId, signal)).isLetIn;
    return isLetIn ? { reachable: true, via: "same-cloud" } : unreachable(own, "partner-blocked", cloud);
  }

  async function reached(home: HomeTenant, signal?: AbortSignal): Promise<Reach> {
    return isWithin(own, home.cloud)
      ? withinCloud(home, signal)
      : acrossClouds(instanceOf(home.cloud), home, signal);
  }

  /** What cannot be read the service will judge. */
  function unread(home: Extract<Home, { kind: "tenant" }>, failure: unknown): Reach {
    const { cloud } = home.tenant;
    if (failure instanceof UnsettledSettings) return undecided(own, "settings-unsettled", cloud);
    return isWithin(own, cloud) ? reachOf(own, home) : undecided(own, "home-unknown", cloud);
  }

  return {
    async evaluate(home, signal) {
      if (home.kind !== "tenant" || isWithoutB2B(home.tenant)) return reachOf(own, home);
      try {
        return await reached(home.tenant, signal);
      } catch (failure) {
        if (signal?.aborted) throw failure;
        return unread(home, failure);
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
      return isWithin(own, home.tenant.cloud)
        ? { reachable: true, via: "same-cloud" }
        : unreachable(own, "pair-unsupported", home.tenant.cloud);
  }
}

/** A refusal, with what can be done about it. */
export function unreachable(
  own: Cloud,
  reason: Unreachable["reason"],
  from: CloudId | undefined,
): Unreachable {
  return { reachable: false, reason, from, to: own.id, remedies: ADVICE[reason] };
}

/** That nobody can tell, with what can be done about it. */
function undecided(own: Cloud, reason: Undecided["reason"], from: CloudId | undefined): Undecided {
  return { reachable: undefined, reason, from, to: own.id, remedies: REMEDIES[reason] };
}

/** Thrown where settings were read that do not show yet what their reader has changed: nothing can be judged by them. */
export class UnsettledSettings extends Error {
  override readonly name = "UnsettledSettings";
}

const AROUND = [remedies.askForOtherAddress, remedies.createMember];
const ADVICE: Readonly<Record<Unreachable["reason"], readonly Remedy[]>> = {
  "pair-unsupported": AROUND,
  "cloud-not-enabled": [...AROUND, remedies.enableCloud],
  "partner-not-added": [remedies.addPartner, ...AROUND],
  "partner-blocked": [remedies.allowPartner, remedies.askForOtherAddress],
  "closed-at-home": [remedies.askHomeToAllow, ...AROUND],
  "account-unsupported": [remedies.askForWorkAddress, remedies.createMember],
};
const REMEDIES: Readonly<Record<Undecided["reason"], readonly Remedy[]>> = {
  "home-unknown": [remedies.findHome, ...AROUND],
  "settings-unsettled": [remedies.wait],
  "policy-failed": [remedies.mendPolicy],
};

/**
 * An older tenant of the United States' government: neither invites nor is invited.
 *
 * @see https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds
 */
function isWithoutB2B({ regionScope }: HomeTenant): boolean {
  return regionScope?.toLowerCase() === "usg";
}

/** Whether a guest of that cloud comes from another cloud instance. */
export function isAcrossClouds(own: Cloud, cloud: CloudId): boolean {
  return !isWithin(own, cloud);
}

function isWithin(own: Cloud, cloud: CloudId): boolean {
  return cloud === own.id || instanceOf(cloud) === own.instance;
}

/** Two Graph hosts may serve one cloud instance; a cloud that nobody listed is an instance of its own. */
function instanceOf(id: CloudId): string {
  return new Map<CloudId, Cloud>(Object.entries(clouds)).get(id)?.instance ?? id;
}
