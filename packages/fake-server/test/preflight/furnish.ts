import type { CallerOptions, Tenant, UserProperties, World } from "@vestibule/fake-server";
import { type B2BClient, guestUserRoles, listOrganization } from "@vestibule/sdk";
import { kindOf, setWorker } from "../clouds/organisation.ts";
import { administrator, configure } from "../clouds/sides.ts";
import { furnishMfa } from "./mfa.ts";
import type { Situation } from "./situation.ts";

/** Nobody's id. */
const STRANGER = "99999999-0000-4000-8000-000000000000";

/** Two organisations, set as a situation has it. */
export interface Furnished {
  readonly contoso: Tenant;
  readonly fabrikam: Tenant;
  /** The settings of the other side. */
  readonly otherSide: B2BClient["crossTenantAccess"];
  readonly caller: CallerOptions;
  readonly address: string;
  /** Whose redemption is to be reset. */
  readonly invitedUser: { readonly id: string } | undefined;
}

export async function furnish(world: World, n: number, given: Situation): Promise<Furnished> {
  const { pair, holder } = given;
  const contoso = world.cloud(pair[0]).tenant(`c${n}`, kindOf(pair[0], areOlder(given).ours));
  const fabrikam = world
    .cloud(pair[1])
    .tenant(`f${n}`, kindOf(pair[1], areOlder(given).theirs))
    .domain(`f${n}.example`);
  const [admin, otherAdmin] = [administrator(world, contoso), administrator(world, fabrikam)];
  await setWorker(otherAdmin, fabrikam, given.worker);
  await setAccess(given, { id: contoso.id, admin }, { id: fabrikam.id, admin: otherAdmin });
  const address = addressOf(given, n);
  setPolicies(contoso, given, address);
  const first = hold(contoso, given, address);
  furnishMfa(contoso, fabrikam, given, first);
  if (holder === "deleted guest") await admin.guests.delete(first);
  const invitedUser = toReset(contoso, given, address);
  const caller = callerIn(contoso, given);
  await limitObjects(admin, contoso, given);
  return { contoso, fabrikam, otherSide: otherAdmin.crossTenantAccess, caller, address, invitedUser };
}

/** Which of the two are really too old: only the government's clouds have such. */
export function areOlder({ pair: [here, there], older }: Situation) {
  return {
    ours: here.startsWith("usgov") && (older === "ours" || older === "both"),
    theirs: there.startsWith("usgov") && (older === "theirs" || older === "both"),
  };
}

interface Party {
  readonly id: string;
  readonly admin: B2BClient;
}

/** Sets what matters of cross-tenant access. Within one cloud there is nothing to open. */
async function setAccess(
  { pair: [here, there], domain, ours, theirs }: Situation,
  own: Party,
  other: Party,
): Promise<void> {
  const within = here === there ? { opensCloud: false } : {};
  if (domain === "nobody's" || domain === "personal") return;
  const to = { tenantId: other.id, cloud: there };
  await configure(own.admin, { ...ours, ...within }, to, "b2bCollaborationInbound");
  if (domain === "own") return;
  const from = { tenantId: own.id, cloud: here };
  await configure(other.admin, { ...theirs, ...within }, from, "b2bCollaborationOutbound");
}

function addressOf({ domain, personal }: Situation, n: number): string {
  // Such a domain is everybody's, in all situations of a world.
  if (domain === "personal") return `ada.${n}@${personal}`;
  const domains: Readonly<Record<Exclude<Situation["domain"], "personal">, string>> = {
    theirs: `f${n}.example`,
    "nobody's": `nobody-${n}.example`,
    own: `own-${n}.example`,
  };
  return `ada@${domains[domain]}`;
}

function callerIn(contoso: Tenant, { caller, permissions, hasCreatedAll }: Situation): CallerOptions {
  const allowed = permissions ?? undefined;
  if (hasCreatedAll) contoso.limit("objects-created-by-non-admin", 0);
  if (caller === "application") {
    return { as: contoso.app("inviter", allowed && { permissions: allowed }) };
  }
  const roles = { administrator: ["Global Administrator"], "guest inviter": ["Guest Inviter"] } as const;
  const user = contoso.user("inviter", {
    userType: caller === "guest" ? "Guest" : "Member",
    ...(caller in roles && { roles: roles[caller as keyof typeof roles] }),
  });
  return { as: user, ...(allowed && { scopes: allowed }) };
}

/** Sets everything but cross-tenant access. */
function setPolicies(contoso: Tenant, given: Situation, address: string) {
  const { allowInvitesFrom, sight, list } = given;
  contoso.authorizationPolicy({ allowInvitesFrom, guestUserRoleId: guestUserRoles[sight] });
  const domain = address.slice(address.indexOf("@") + 1);
  if (given.domain === "own") contoso.domain(domain);
  const lists = {
    "allows it": { allowed: ["other.example", domain.toUpperCase()] },
    "allows another": { allowed: ["other.example"] },
    "blocks it": { blocked: [domain] },
    "blocks another": { blocked: ["other.example"] },
    "blocks one below it": { blocked: [`mail.${domain}`] },
  };
  if (list !== "none") contoso.domainPolicy(lists[list]);
}

const MEMBER_MAIL = { mail: "ada@x.example" };
const INVITED = { userType: "Guest", creationType: "Invitation" } as const;

const MEMBER = { userType: "Member", creationType: null } as const;

/** What those who have the address are made with, the one that is kept in mind first. */
const HOLDERS: Readonly<Record<Situation["holder"], (address: string) => readonly UserProperties[]>> = {
  nobody: () => [],
  "pending guest": (mail) => [{ ...INVITED, mail, externalUserState: "PendingAcceptance" }],
  "accepted guest": (mail) => [{ ...INVITED, mail: mail.toUpperCase(), externalUserState: "Accepted" }],
  "external member": (other) => [{ ...INVITED, ...MEMBER_MAIL, userType: "Member", otherMails: [other] }],
  "blocked guest": (mail) => [{ ...INVITED, mail, accountEnabled: false }],
  member: (mail) => [{ ...MEMBER, mail }],
  "member by another address": (other) => [
    { ...MEMBER, ...MEMBER_MAIL, proxyAddresses: ["SMTP:ada@x.example", `smtp:${other.toUpperCase()}`] },
  ],
  "blocked member": (other) => [{ ...MEMBER, ...MEMBER_MAIL, otherMails: [other], accountEnabled: false }],
  "guest without an invitation": (mail) => [{ userType: "Guest", creationType: null, mail }],
  "deleted guest": (mail) => [{ ...INVITED, mail }],
  "guest and member": (mail) => [
    { ...INVITED, mail },
    { ...MEMBER, ...MEMBER_MAIL, otherMails: [mail] },
  ],
};

/** Lets somebody have the address; answers with the id of the first. */
function hold(contoso: Tenant, { holder }: Situation, address: string): string {
  const ids = HOLDERS[holder](address).map((properties, n) => contoso.user(`holder${n}`, properties).id);
  return ids[0] ?? "";
}

function toReset(contoso: Tenant, { reset }: Situation, address: string) {
  if (reset === "no") return undefined;
  if (reset === "nobody") return { id: STRANGER };
  const mail = reset === "a guest of another address" ? "grace@x.example" : "ada@x.example";
  const { id } = contoso.user("reset#EXT#", {
    ...(reset === "a member" ? MEMBER : { ...INVITED, externalUserState: "Accepted" }),
    mail,
    ...(reset !== "a guest of another address" && { otherMails: [address.toUpperCase()] }),
    ...(reset === "a guest with a role" && { roles: ["Directory Readers"] as const }),
  });
  return { id };
}

/** Leaves room for as many objects as the situation has it. */
async function limitObjects(admin: B2BClient, contoso: Tenant, { room }: Situation): Promise<void> {
  if (room === "plenty") return;
  const free = { "a little": 2, "the last place": 1, none: 0 }[room];
  const [own] = await admin.list(listOrganization, undefined).collect();
  const used = own?.directorySizeQuota?.used ?? 0;
  for (const name of ["directory-objects", "directory-objects-without-domain"] as const) {
    contoso.limit(name, used + free);
  }
}
