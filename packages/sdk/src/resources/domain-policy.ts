import { plainDomain } from "../clouds/index.ts";
import { B2BError, checked } from "../errors/index.ts";
import { remedies } from "../remedies/index.ts";
import {
  type DomainDefinition,
  type DomainPolicy,
  LONGEST_DOMAIN_DEFINITION,
  pageReader,
  readDomainDefinition,
  readDomains,
  readWireDomainPolicy,
  type WireDomainPolicy,
} from "../schemas/index.ts";
import { anythingIn, type Sight, showsPage, type WireResponse, type Written } from "../wire/index.ts";
import { type Line, startCall } from "./call.ts";
import { type CallOptions, checkOptions } from "./call-options.ts";
import { type ListOperation, nothing, type Operation, segment } from "./operation.ts";
import { listOf } from "./pages.ts";
import { sharedTime } from "./shared-time.ts";

const ROOT = "/policies/b2bManagementPolicies";

export const listDomainPolicies: ListOperation<void, WireDomainPolicy> = {
  id: "beta.domainPolicy.get",
  input: nothing,
  describe: () => ({
    method: "GET",
    path: ROOT,
    version: "beta",
    effect: "read",
    permission: "Policy.ReadWrite.B2BManagementPolicy",
    shows: showsPage([POLICIES], sightOf),
  }),
  output: () => pageReader(readWireDomainPolicy),
};

const createPolicy: Operation<readonly string[], WireDomainPolicy> = {
  id: "beta.domainPolicy.create",
  input: (definition) => ({ ok: true, value: definition as readonly string[] }),
  describe: (definition) => ({
    method: "POST",
    path: ROOT,
    version: "beta",
    body: { definition, displayName: "B2BManagementPolicy", isOrganizationDefault: true },
    // There is one at the most: a second time is refused.
    effect: "idempotent",
    permission: "Policy.ReadWrite.B2BManagementPolicy",
    created: (response) => idIn(response),
    writes: (response) =>
      response === undefined
        ? [anythingIn(POLICIES)]
        : idIn(response).map((id) => writtenPolicy(id, definition)),
  }),
  output: () => readWireDomainPolicy,
};

const updatePolicy: Operation<WireDomainPolicy, void> = {
  id: "beta.domainPolicy.update",
  input: (input) => ({ ok: true, value: input as WireDomainPolicy }),
  describe: ({ id, definition }) => ({
    method: "PATCH",
    path: `${ROOT}/${segment(id)}`,
    version: "beta",
    body: { definition },
    effect: "idempotent",
    permission: "Policy.ReadWrite.B2BManagementPolicy",
    references: [id],
    writes: () => [writtenPolicy(id, definition)],
  }),
  output: () => nothing,
};

/** What these are known by where what was written is held against what is read. */
const POLICIES = "b2bManagementPolicies";

function writtenPolicy(id: string, definition: readonly string[]): Written {
  return { collection: POLICIES, id, shown: { ...policyIn(partsOf(definition)) } };
}

function sightOf(item: Readonly<Record<string, unknown>>): Sight | undefined {
  const reading = readWireDomainPolicy(item);
  if (!reading.ok) return undefined;
  const { id, definition } = reading.value;
  const parts = readDomainDefinition(definition[0]);
  return { id, shown: parts.ok ? { ...policyIn(parts.value) } : {} };
}

function idIn(response: WireResponse | undefined): readonly string[] {
  const reading = readWireDomainPolicy(response?.body);
  return reading.ok ? [reading.value.id] : [];
}

/**
 * Which domains may be invited. Graph offers this in its beta version alone, where it may change without notice. What is
 * set concerns new invitations and those that wait to be redeemed; guests who are in stay in. A domain below a listed
 * one is another domain, and one with other letters than a to z is listed as the net writes it, `xn--…`. Needs `Policy.ReadWrite.B2BManagementPolicy`, and of a user the role Global Administrator.
 *
 * @see https://learn.microsoft.com/entra/external-id/allow-deny-list
 */
export interface DomainPolicySettings {
  /** What goes at present. */
  get(options?: CallOptions): Promise<DomainPolicy>;
  /**
   * Lets these domains alone be invited. Takes the place of whatever list there is.
   *
   * @throws B2BError `limit-reached` where the policy would be longer than 25,000 characters
   */
  allowOnly(domains: readonly string[], options?: CallOptions): Promise<void>;
  /**
   * Lets all domains but these be invited. Takes the place of whatever list there is.
   *
   * @throws B2BError `limit-reached` where the policy would be longer than 25,000 characters
   */
  block(domains: readonly string[], options?: CallOptions): Promise<void>;
  /** Lets every domain be invited. */
  clear(options?: CallOptions): Promise<void>;
}

export function domainPolicy(line: Line): DomainPolicySettings {
  /** What this client has made: an instance that lags may not list it. */
  let made: WireDomainPolicy | undefined;

  async function find(options: CallOptions): Promise<WireDomainPolicy | undefined> {
    const policies = await listOf(line, listDomainPolicies, undefined, options).collect();
    return (
      policies.find(({ isOrganizationDefault }) => isOrganizationDefault === true) ?? policies[0] ?? made
    );
  }

  async function write(lists: Lists, left: () => CallOptions): Promise<void> {
    // What is too long by itself is so whatever else the policy holds: nobody need be asked.
    definitionOf({}, lists);
    const existing = await find(left());
    if (existing !== undefined) return change(existing, lists, left());
    if (lists.AllowedDomains.length + lists.BlockedDomains.length === 0) return;
    const creation = await startCall(line, createPolicy, definitionOf({}, lists), left()).safe();
    if (creation.ok) {
      made = creation.value;
      return;
    }
    // Refused after an attempt of unknown outcome: that one may have made it.
    const found = creation.error.outcome === "unknown" ? await find(left()) : undefined;
    if (found === undefined) throw creation.error;
    return change(found, lists, left());
  }

  function change({ id, definition }: WireDomainPolicy, lists: Lists, options: CallOptions): Promise<void> {
    return startCall(
      line,
      updatePolicy,
      { id, definition: definitionOf(partsOf(definition), lists) },
      options,
    );
  }

  return {
    async get(options = {}) {
      checkOptions("beta.domainPolicy.get", options);
      const existing = await find(options);
      return existing ? policyIn(partsOf(existing.definition)) : { kind: "any" };
    },
    async allowOnly(domains, options = {}) {
      const left = sharedTime(line, ALLOW_ONLY, options);
      return write({ ...EMPTY, AllowedDomains: plain(checked(ALLOW_ONLY, readDomains(domains))) }, left);
    },
    async block(domains, options = {}) {
      const left = sharedTime(line, BLOCK, options);
      return write({ ...EMPTY, BlockedDomains: plain(checked(BLOCK, readDomains(domains))) }, left);
    },
    clear: async (options = {}) => write(EMPTY, sharedTime(line, "beta.domainPolicy.clear", options)),
  };
}

interface Lists {
  readonly AllowedDomains: readonly string[];
  readonly BlockedDomains: readonly string[];
}

const ALLOW_ONLY = "beta.domainPolicy.allowOnly";
const BLOCK = "beta.domainPolicy.block";
const EMPTY: Lists = { AllowedDomains: [], BlockedDomains: [] };

function plain(domains: readonly string[]): readonly string[] {
  return [...new Set(domains.map(plainDomain))];
}

function partsOf([text]: readonly string[]): DomainDefinition {
  const reading = readDomainDefinition(text);
  if (reading.ok) return reading.value;
  throw new B2BError("unexpected-response", "the definition of the directory's policy cannot be read", {
    outcome: "rejected",
    operation: listDomainPolicies.id,
    problems: reading.problems,
  });
}

/** Only the lists are written anew: the definition holds other parts too, which are others' business. */
function definitionOf(parts: DomainDefinition, lists: Lists): readonly string[] {
  const B2BManagementPolicy = {
    ...parts.B2BManagementPolicy,
    InvitationsAllowedAndBlockedDomainsPolicy: lists,
  };
  const text = JSON.stringify({ ...parts, B2BManagementPolicy });
  if (text.length > LONGEST_DOMAIN_DEFINITION) throw tooLong(text.length);
  return [text];
}

function tooLong(length: number): B2BError {
  return new B2BError(
    "limit-reached",
    `the policy with this list of domains would have ${length} characters, and may have ${LONGEST_DOMAIN_DEFINITION}`,
    {
      ...{ outcome: "not-sent", operation: "beta.domainPolicy" },
      ...{ limit: "domain-list-characters", remedies: [remedies.shortenList] },
    },
  );
}

/** How many characters the policy has. */
export function lengthOfDefinition({ definition }: WireDomainPolicy): number {
  return definition.reduce((length, text) => length + text.length, 0);
}

function policyIn({ B2BManagementPolicy }: DomainDefinition): DomainPolicy {
  const lists = B2BManagementPolicy?.InvitationsAllowedAndBlockedDomainsPolicy;
  const [allowed, blocked] = [lists?.AllowedDomains ?? [], lists?.BlockedDomains ?? []];
  if (allowed.length > 0) return { kind: "allowed", domains: allowed.map(plainDomain) };
  return blocked.length > 0 ? { kind: "blocked", domains: blocked.map(plainDomain) } : { kind: "any" };
}
