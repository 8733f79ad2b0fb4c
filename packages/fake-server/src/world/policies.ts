import {
  accessId,
  changedProviders,
  type Directory,
  IDENTITY_PROVIDERS,
  type IdentityProviders,
  type InboundTrust,
  type LocationInput,
  locationOf,
  type MfaAudience,
  mfaPolicyOf,
  type PolicyInput,
  policyOf,
  trusting,
} from "../directory/index.ts";
import { checkIdentityProviders, checkNamedLocation } from "../furnishing/index.ts";
import { checkPolicy } from "./policy-check.ts";
import { seedOnce } from "./seed-once.ts";

/** What a policy or a place is found by. */
interface Named {
  readonly id: string;
  readonly displayName: string;
}

export function seedMfa(directory: Directory, whom: "guests" | "everyone", options: MfaAudience = {}): void {
  const policy = mfaPolicyOf(directory, whom, options);
  seedOnce(directory, policy.id, policy);
}

export function seedConditionalAccess(directory: Directory, input: PolicyInput): Named {
  checkPolicy(directory, input);
  const id = directory.chance.guid(`conditionalAccessPolicy/${input.displayName}`);
  seedOnce(directory, id, policyOf(input, { id, createdDateTime: directory.timestamp() }));
  return { id, displayName: input.displayName };
}

export function seedNamedLocation(directory: Directory, input: LocationInput): Named {
  checkNamedLocation({ input });
  const id = directory.chance.guid(`namedLocation/${input.displayName}`);
  seedOnce(directory, id, locationOf(directory, id, input));
  return { id, displayName: input.displayName };
}

export function seedTrust(
  directory: Directory,
  partnerId: string | null,
  inboundTrust: Partial<InboundTrust>,
): void {
  const settings = trusting(directory, partnerId, inboundTrust);
  directory.store.seed(new Map([[accessId(partnerId), settings]]));
}

export function seedIdentityProviders(
  { store }: Directory,
  changes: Partial<Omit<IdentityProviders, "kind">>,
): void {
  checkIdentityProviders({ changes });
  store.seed(new Map([[IDENTITY_PROVIDERS, changedProviders(store.primary(), changes)]]));
}
