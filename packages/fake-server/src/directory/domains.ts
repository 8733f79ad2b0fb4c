import type { Directory } from "./directory.ts";
import { Refusal } from "./refusal.ts";

/** A verified domain, under Graph's own property names. */
export interface Domain {
  readonly id: string;
  readonly authenticationType: "Managed";
  readonly availabilityStatus: null;
  readonly isAdminManaged: boolean;
  readonly isDefault: boolean;
  readonly isInitial: boolean;
  /** Whether it is no part of another domain that is verified here. */
  readonly isRoot: boolean;
  readonly isVerified: true;
  readonly manufacturer: null;
  readonly model: null;
  readonly passwordNotificationWindowInDays: number | null;
  readonly passwordValidityPeriodInDays: number | null;
  readonly state: null;
  readonly supportedServices: readonly string[];
}

/** What a verified domain is used for. */
const SERVICES = ["Email", "OfficeCommunicationsOnline"];

/**
 * The verified domains of a directory, the one that it was made with first.
 *
 * @see https://learn.microsoft.com/graph/api/resources/domain
 */
export function listDomains({ initialDomain, customDomains }: Directory): readonly Domain[] {
  const names = [initialDomain, ...customDomains];
  return names.map((id) => ({
    id,
    authenticationType: "Managed",
    availabilityStatus: null,
    isAdminManaged: true,
    isDefault: id === initialDomain,
    isInitial: id === initialDomain,
    isRoot: !names.some((other) => id.endsWith(`.${other}`)),
    isVerified: true,
    manufacturer: null,
    model: null,
    // Passwords do not expire unless somebody has them do so.
    passwordNotificationWindowInDays: null,
    passwordValidityPeriodInDays: null,
    state: null,
    supportedServices: SERVICES,
  }));
}

export function getDomain(directory: Directory, id: string): Domain {
  const domain = listDomains(directory).find((one) => one.id === id.toLowerCase());
  if (domain === undefined) throw new Refusal({ reason: "resource-not-found", id });
  return domain;
}
