import { clouds, homeFor, homeKey, isWithoutB2B, plainDomain, reachBy } from "../clouds/index.ts";
import { readInviterFacts } from "../delegation/index.ts";
import {
  type Border,
  type CallOptions,
  crossTenantAccess,
  domainPolicy,
  findByAddress,
  getGuest,
  getInvitePolicy,
  type Line,
  listConditionalAccessPolicies,
  listMemberships,
  listOf,
  listOrganization,
  type RightsChanges,
  startCall,
} from "../resources/index.ts";
import type { InvitationInput, PreflightQuestion } from "../schemas/index.ts";
import type { Facts, ResetFacts, ResetTarget } from "./facts.ts";
import { see } from "./seen.ts";

/** Whom a preflight asks, beside the directory. */
export interface Lookout {
  readonly border: Border;
  /** What this client has changed of who may invite. */
  readonly rights: RightsChanges;
  /** Whether the client itself refuses who is out of reach, and who may be. */
  readonly refuses: Facts["refuses"];
}

/** Reads all that an invitation is judged by, as much of it at once as there is. */
export async function look(
  line: Line,
  { border, rights, refuses }: Lookout,
  { input, question }: { readonly input: InvitationInput; readonly question: PreflightQuestion },
  options: CallOptions,
): Promise<Facts> {
  const address = input.invitedUserEmailAddress;
  const [allowInvitesFrom, { inviter, id }, list, ofOwn, namesakes, policies, where, reset] =
    await Promise.all([
      see(line, "Policy.Read.All", async (on) => {
        const policy = await startCall(on, getInvitePolicy, undefined, options);
        return policy.allowInvitesFrom;
      }),
      readInviterFacts(line, options),
      see(line, "Policy.ReadWrite.B2BManagementPolicy", (on) => domainPolicy(on).get(options)),
      lookAtOwn(line, border, options),
      see(line, "User.Read.All", (on) => listOf(on, findByAddress, address, options).collect()),
      see(line, "Policy.Read.All", (on) =>
        listOf(on, listConditionalAccessPolicies, undefined, options).collect(),
      ),
      lookHome(line, border, address, options),
      lookAtTarget(line, input, options),
    ]);
  return {
    ...{ cloud: line.cloud, input, question, domain: plainDomain(homeKey(address)), refuses, ...where },
    ...{ allowInvitesFrom, inviter, domains: list, ...ofOwn, namesakes, policies, reset },
    rightsSettleInMs: rights.settlesInMs(id, line.clock.now()),
  };
}

/** The organisation that the directory belongs to, and whether it has B2B collaboration at all. */
async function lookAtOwn(
  line: Line,
  { resolver }: Border,
  options: CallOptions,
): Promise<Pick<Facts, "own" | "collaborates">> {
  const found = await see(line, "Organization.Read.All", async (on) => {
    const [organization] = await listOf(on, listOrganization, undefined, options).collect({ max: 1 });
    return organization;
  });
  const { value, isBehind } = "unread" in found ? { value: undefined } : found;
  // A list without the one organisation that there always is tells nothing of it.
  const own = value ? { value, isBehind } : "unread" in found ? found : { unread: null };
  if (line.cloud.instance !== clouds.usgov.instance) return { own, collaborates: true };
  const home = value && (await homeFor(resolver, value.id, options.signal));
  return { own, collaborates: home?.kind === "tenant" ? !isWithoutB2B(home.tenant) : undefined };
}

/** Where the guest is at home, and what is set for people from there. */
async function lookHome(
  line: Line,
  { resolver, policy }: Border,
  address: string,
  options: CallOptions,
): Promise<Pick<Facts, "home" | "reach" | "visit">> {
  const { signal } = options;
  const home = await homeFor(resolver, address, signal);
  const tenantId = home.kind === "tenant" ? home.tenant.tenantId : undefined;
  const explained = async (on: Line) =>
    tenantId === undefined ? undefined : await crossTenantAccess(on).explain({ tenantId }, options);
  const [reach, visit] = await Promise.all([
    reachBy(policy, line.cloud, home, signal),
    see(line, "Policy.Read.All", explained),
  ]);
  return { home, reach, visit };
}

async function lookAtTarget(
  line: Line,
  { resetRedemption, invitedUser }: InvitationInput,
  options: CallOptions,
): Promise<ResetFacts | undefined> {
  if (resetRedemption !== true || invitedUser === undefined) return undefined;
  const { id } = invitedUser;
  const [target, memberships] = await Promise.all([
    findTarget(line, id, options),
    see(line, "Directory.Read.All", (on) => listOf(on, listMemberships, id, options).collect()),
  ]);
  return { target, memberships };
}

const TARGET = ["id", "creationType", "mail", "otherMails"] as const satisfies (keyof ResetTarget)[];

function findTarget(line: Line, id: string, options: CallOptions): Promise<ResetFacts["target"]> {
  const operation = getGuest<keyof ResetTarget>();
  return see(line, "User.Read.All", async (on) => {
    const found = await startCall(on, operation, { id, select: TARGET }, options).safe();
    if (found.ok) return found.value;
    if (found.error.is("not-found")) return undefined;
    throw found.error;
  });
}
