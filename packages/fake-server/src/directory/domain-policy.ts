import type { View } from "../replication/index.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { Refusal } from "./refusal.ts";
import type { Access } from "./users.ts";

/** The policy of which domains may be invited, as it is written: JSON in a string in a list. */
export interface DomainPolicy {
  readonly kind: "domainPolicy";
  readonly id: string;
  readonly displayName: string;
  readonly definition: readonly string[];
  readonly isOrganizationDefault: boolean;
}

export type DomainPolicyInput = Omit<DomainPolicy, "kind" | "id">;

/** Either may be empty; never both hold something. */
interface Lists {
  readonly AllowedDomains: readonly string[];
  readonly BlockedDomains: readonly string[];
}

/**
 * Whether the policy lets an address of this domain in. A domain below a listed one is another domain. That domains with
 * other letters than a to z are the same however they are written is assumed.
 */
export function takesDomain({ store }: Directory, domain: string): boolean {
  const [policy] = domainPolicies(store.primary());
  const { AllowedDomains, BlockedDomains } = policy ? readDefinition(policy.definition) : NO_LISTS;
  const isListed = (list: readonly string[]) => list.some((one) => asciiOf(one) === asciiOf(domain));
  return AllowedDomains.length > 0 ? isListed(AllowedDomains) : !isListed(BlockedDomains);
}

function asciiOf(domain: string): string {
  return URL.parse(`https://${domain}`)?.hostname ?? domain.toLowerCase();
}

export function refuseDomain(directory: Directory, domain: string): void {
  if (!takesDomain(directory, domain)) throw new Refusal({ reason: "domain-not-taken" });
}

export function listDomainPolicies(access: Access): readonly DomainPolicy[] {
  return domainPolicies(access.view);
}

export function getDomainPolicy(access: Access, id: string): DomainPolicy {
  return found(access.view, id);
}

/** There is one at the most. */
export function createDomainPolicy(
  directory: Directory,
  access: Access,
  input: DomainPolicyInput,
): DomainPolicy {
  refuseDefinition(directory, input.definition);
  if (domainPolicies(access.primary).length > 0) throw new Refusal({ reason: "domain-policy-exists" });
  const policy: DomainPolicy = { kind: "domainPolicy", id: directory.newId("domainPolicy"), ...input };
  access.commit("domainPolicies.create", new Map([[policy.id, policy]]));
  return policy;
}

export function updateDomainPolicy(
  directory: Directory,
  access: Access,
  id: string,
  changes: Partial<DomainPolicyInput>,
): void {
  found(access.view, id);
  const changed = { ...found(access.primary, id), ...changes };
  refuseDefinition(directory, changed.definition);
  access.commit("domainPolicies.update", new Map([[changed.id, changed]]));
}

export function deleteDomainPolicy(access: Access, id: string): void {
  found(access.view, id);
  const { id: known } = found(access.primary, id);
  access.commit("domainPolicies.delete", new Map([[known, null]]));
}

/** A policy that takes these domains alone, or all but these. */
export function domainPolicyOf(
  id: string,
  {
    allowed = [],
    blocked = [],
  }: { readonly allowed?: readonly string[]; readonly blocked?: readonly string[] },
): DomainPolicy {
  const InvitationsAllowedAndBlockedDomainsPolicy: Lists = {
    AllowedDomains: allowed,
    BlockedDomains: blocked,
  };
  const definition = [JSON.stringify({ B2BManagementPolicy: { InvitationsAllowedAndBlockedDomainsPolicy } })];
  readDefinition(definition);
  return {
    kind: "domainPolicy",
    id,
    displayName: "B2BManagementPolicy",
    definition,
    isOrganizationDefault: true,
  };
}

const NO_LISTS: Lists = { AllowedDomains: [], BlockedDomains: [] };

function domainPolicies(view: View<DirectoryObject>): readonly DomainPolicy[] {
  return view.find("domainPolicy").filter((object) => object.kind === "domainPolicy");
}

function found(view: View<DirectoryObject>, id: string): DomainPolicy {
  const policy = view.get(id.toLowerCase());
  if (policy?.kind !== "domainPolicy") throw new Refusal({ reason: "resource-not-found", id });
  return policy;
}

/** Refuses what is no definition, and one that is longer than it may be. */
function refuseDefinition({ limits }: Directory, definition: readonly string[]): void {
  const most = limits.of("domain-list-characters");
  if (definition.some((text) => text.length > most))
    throw new Refusal({ reason: "definition-too-long", most });
  readDefinition(definition);
}

/** The lists in a definition; other parts of it are other services' business. */
function readDefinition(definition: readonly string[]): Lists {
  const [text = "", more] = definition;
  if (more !== undefined) throw new Refusal({ reason: "definition-invalid" });
  const parsed = jsonIn(text) as {
    readonly B2BManagementPolicy?: { readonly InvitationsAllowedAndBlockedDomainsPolicy?: Partial<Lists> };
  } | null;
  const policy = parsed?.B2BManagementPolicy;
  if (typeof policy !== "object" || policy === null) throw new Refusal({ reason: "definition-invalid" });
  const { AllowedDomains = [], BlockedDomains = [] } = policy.InvitationsAllowedAndBlockedDomainsPolicy ?? {};
  if (!isTexts(AllowedDomains) || !isTexts(BlockedDomains))
    throw new Refusal({ reason: "definition-invalid" });
  if (AllowedDomains.length > 0 && BlockedDomains.length > 0)
    throw new Refusal({ reason: "definition-invalid" });
  return { AllowedDomains, BlockedDomains };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
