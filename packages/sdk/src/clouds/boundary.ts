import { type Remedy, remedies } from "../remedies/index.ts";
import { type Cloud, type CloudId, clouds } from "./cloud.ts";
import type { Home } from "./home.ts";

/** A guest who cannot be invited, and why. */
export interface Unreachable {
  readonly reachable: false;
  readonly reason: "pair-unsupported" | "home-unknown";
  /** The guest's cloud; `undefined` where it is not known. */
  readonly from: CloudId | undefined;
  /** The cloud of the directory that invites. */
  readonly to: CloudId;
  readonly remedies: readonly Remedy[];
}

/** Whether a guest can be invited into a directory. */
export type Reach =
  | { readonly reachable: true; readonly via: "same-cloud" | "consumer" | "one-time-passcode" }
  | Unreachable;

/** A rule that tells which homes can be invited. */
export interface BoundaryPolicy {
  /** Judges one home. A rule that cannot find out answers `home-unknown`; it rejects only for the caller's own abort. */
  evaluate(home: Home, signal?: AbortSignal): Promise<Reach>;
}

/**
 * The article's rule: a guest is never invited across the boundary of a national cloud.
 *
 * @see https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds
 */
export function articleBoundary(own: Cloud): BoundaryPolicy {
  return { evaluate: async (home) => reachOf(own, home) };
}

function reachOf(own: Cloud, home: Home): Reach {
  switch (home.kind) {
    case "consumer":
      return { reachable: true, via: "consumer" };
    case "unmanaged":
      return { reachable: true, via: "one-time-passcode" };
    case "unknown":
      return unreachable(own, "home-unknown", undefined);
    case "tenant":
      return home.tenant.cloud === own.id || instanceOf(home.tenant.cloud) === own.instance
        ? { reachable: true, via: "same-cloud" }
        : unreachable(own, "pair-unsupported", home.tenant.cloud);
  }
}

function unreachable(own: Cloud, reason: Unreachable["reason"], from: CloudId | undefined): Unreachable {
  const advice = [remedies.askForOtherAddress, remedies.createMember];
  return { reachable: false, reason, from, to: own.id, remedies: advice };
}

/** Two Graph hosts may serve one cloud instance; a cloud that nobody listed is an instance of its own. */
function instanceOf(id: CloudId): string {
  return new Map<CloudId, Cloud>(Object.entries(clouds)).get(id)?.instance ?? id;
}
