import { type Remedy, remedies } from "../remedies/index.ts";
import type { Cloud, CloudId } from "./cloud.ts";
import { isAcrossClouds } from "./crossing.ts";
import { lackedBy } from "./lacks.ts";

/** A guest of whom nobody here can tell; the service will, when it is asked to invite. */
export interface Undecided {
  readonly reachable: undefined;
  readonly reason: /** Nobody knows where the account lives, or in which organisation. */
    | "home-unknown"
    /** The settings that were read do not show yet what this client has just changed. */
    | "settings-unsettled"
    /** The directory's settings could not be read, or do not tell; or, where they shut somebody out, whether the organisation is the directory's own; or whether the directory has B2B collaboration. */
    | "settings-unread"
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
    | "account-unsupported"
    /** The directory that invites has no B2B collaboration: an older one of the United States' government. */
    | "directory-unsupported"
    /** The guest's own organisation has disabled the application by which invitations cross clouds. Known as `closed-at-home` is. */
    | "cloud-worker-disabled";
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
      /** Whether the settings of the guest's own organisation were read as well, and let its people out. Absent: not all that decides that was read. */
      readonly isLetOut?: true;
    }
  | Unreachable
  | Undecided;

/** A refusal, with what can be done about it. */
export function unreachable(
  own: Cloud,
  reason: Unreachable["reason"],
  from: CloudId | undefined,
): Unreachable {
  return { reachable: false, reason, from, to: own.id, remedies: ADVICE[reason](askFor(own, from)) };
}

/** That nobody can tell, with what can be done about it: by default, what that takes of most. */
export function undecided(
  own: Cloud,
  reason: Undecided["reason"],
  from: CloudId | undefined,
  advice: readonly Remedy[] = REMEDIES[reason](askFor(own, from)),
): Undecided {
  return { reachable: undefined, reason, from, to: own.id, remedies: advice };
}

/** Which other address would help: nothing outside a cloud does where nobody comes from one, and China takes no personal one. */
function askFor(own: Cloud, from: CloudId | undefined): Remedy {
  if (lackedBy(own).has("guests with a personal account")) return remedies.askForWorkAddress;
  return from !== undefined && isAcrossClouds(own, from)
    ? remedies.askForOtherAddress
    : remedies.askForOtherAccount;
}

type Advice = (otherAddress: Remedy) => readonly Remedy[];

const around: Advice = (otherAddress) => [otherAddress, remedies.createMember];
const ADVICE: Readonly<Record<Unreachable["reason"], Advice>> = {
  "pair-unsupported": around,
  "cloud-not-enabled": (otherAddress) => [...around(otherAddress), remedies.enableCloud],
  "partner-not-added": (otherAddress) => [remedies.addPartner, ...around(otherAddress)],
  "partner-blocked": (otherAddress) => [remedies.allowPartner, otherAddress],
  "closed-at-home": (otherAddress) => [remedies.askHomeToAllow, ...around(otherAddress)],
  "account-unsupported": () => around(remedies.askForWorkAddress),
  "directory-unsupported": () => [remedies.createMember],
  "cloud-worker-disabled": (otherAddress) => [remedies.askHomeToEnableWorker, ...around(otherAddress)],
};
const REMEDIES: Readonly<Record<Undecided["reason"], Advice>> = {
  "home-unknown": (otherAddress) => [remedies.findHome, ...around(otherAddress)],
  "settings-unsettled": () => [remedies.wait],
  "settings-unread": () => [remedies.askAgain],
  "policy-failed": () => [remedies.mendPolicy],
};

/** Whether what a policy answers is a reach. */
export function isReach(answer: unknown): answer is Reach {
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
