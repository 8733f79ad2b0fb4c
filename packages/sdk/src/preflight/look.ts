import { clouds, homeFor, homeKey, isWithoutB2B, plainDomain, reachBy } from "../clouds/index.ts";
import { readInviterFacts } from "../delegation/index.ts";
import {
  type Border,
  type CallOptions,
  domainPolicy,
  explainEach,
  findByAddress,
  findObjects,
  getGuest,
  getInvitePolicy,
  type Line,
  listConditionalAccessPolicies,
  listMemberships,
  listOf,
  listOrganization,
  type RightsChanges,
  startCall,
  type Visit,
} from "../resources/index.ts";
import type { InvitationInput, PreflightQuestion } from "../schemas/index.ts";
import type { Facts, NamedAccount } from "./facts.ts";
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
  const [allowInvitesFrom, { inviter, id }, list, ofOwn, namesakes, policies, where, named, absentSponsors] =
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
      lookHome(line, border, { address, signIn: question.signIn }, options),
      lookAtNamed(line, input, options),
      lookForSponsors(line, input, options),
    ]);
  return {
    ...{ cloud: line.cloud, input, question, domain: plainDomain(homeKey(address)), refuses, ...where },
    ...{ allowInvitesFrom, inviter, domains: list, ...ofOwn, namesakes, policies, absentSponsors, ...named },
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
  { address, signIn = {} }: { readonly address: string; readonly signIn: PreflightQuestion["signIn"] },
  options: CallOptions,
): Promise<Pick<Facts, "home" | "reach" | "visit" | "guestVisit">> {
  const { signal } = options;
  const home = await homeFor(resolver, address, signal);
  const tenantId = home.kind === "tenant" ? home.tenant.tenantId : undefined;
  const guest = { ...signIn.atHome, appId: signIn.appId };
  const explained = async (on: Line) =>
    tenantId === undefined ? [] : await explainEach(on, tenantId, [{}, guest], () => options);
  const [reach, seen] = await Promise.all([
    reachBy(policy, line.cloud, home, signal),
    see<readonly Visit[]>(line, "Policy.Read.All", explained),
  ]);
  if ("unread" in seen) return { home, reach, visit: seen, guestVisit: seen };
  const [visit, guestVisit] = seen.value.map((value) => ({ ...seen, value }));
  const none = { ...seen, value: undefined };
  return { home, reach, visit: visit ?? none, guestVisit: guestVisit ?? none };
}

async function lookForSponsors(
  line: Line,
  { invitedUserSponsors = [] }: InvitationInput,
  options: CallOptions,
): Promise<Facts["absentSponsors"]> {
  const ids = invitedUserSponsors.map(({ id }) => id);
  if (ids.length === 0) return { value: [], isBehind: false };
  return see(line, "Directory.Read.All", async (on) => {
    const found = await listOf(on, findObjects, ids, options).collect();
    const known = new Set(found.map(({ id }) => id.toLowerCase()));
    return ids.filter((id) => !known.has(id.toLowerCase()));
  });
}

/** Whom the invitation names beside the address, and the roles of who is to redeem anew. */
async function lookAtNamed(
  line: Line,
  { resetRedemption, invitedUser }: InvitationInput,
  options: CallOptions,
): Promise<Pick<Facts, "reset" | "account">> {
  if (invitedUser === undefined) return { reset: undefined, account: undefined };
  const { id } = invitedUser;
  const account = findNamed(line, id, options);
  if (resetRedemption !== true) return { reset: undefined, account: await account };
  const [target, memberships] = await Promise.all([
    account,
    see(line, "Directory.Read.All", (on) => listOf(on, listMemberships, id, options).collect()),
  ]);
  return { reset: { target, memberships }, account: undefined };
}

const NAMED: readonly (keyof NamedAccount)[] = ["id", "creationType", "mail", "otherMails", "accountEnabled"];

function findNamed(line: Line, id: string, options: CallOptions): Promise<NonNullable<Facts["account"]>> {
  const operation = getGuest<keyof NamedAccount>();
  return see(line, "User.Read.All", async (on) => {
    const found = await startCall(on, operation, { id, select: NAMED }, options).safe();
    if (found.ok) return found.value;
    if (found.error.is("not-found")) return undefined;
    throw found.error;
  });
}
