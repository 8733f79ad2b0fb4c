import type { SignInCircumstances, Tenant, World } from "@vestibule/fake-server";
import { clouds, type SignInQuestion } from "@vestibule/sdk";
import { furnishAccess, isLetOut } from "./access.ts";
import type { Combination, Omission } from "./combinations.ts";

/** A world in which everything is set as a combination has it, and what is asked about it. */
export interface Furnished {
  readonly contoso: Tenant;
  readonly fabrikam: Tenant;
  readonly guestId: string;
  readonly circumstances: SignInCircumstances;
  readonly question: SignInQuestion;
}

/** Roles by the ids of their templates. */
const ROLES = {
  inviter: "95e79109-95c0-4d8e-aee3-d01accf2d47b",
  administrator: "fe930be7-5e62-47db-91af-98c3a49a38b1",
};

const ISSUERS: Readonly<Record<Exclude<Combination["account"], "none" | "nobody's guest">, string>> = {
  organisation: "ExternalAzureAD",
  federation: "urn:elsewhere",
  "microsoft-account": "MicrosoftAccount",
  google: "google.com",
  passcode: "mail",
};

export async function furnish(world: World, name: string, given: Combination): Promise<Furnished> {
  const cloud = world.cloud(given.cloud);
  const contoso = cloud.tenant(name);
  const fabrikam = world.cloud(given.homeCloud).tenant(`${name}-home`).domain(`${name}.example`);
  const apps = { portal: contoso.app("portal"), crm: contoso.app("crm"), nothing: undefined };
  const office = contoso.namedLocation({ displayName: "Office", isTrusted: true, ipRanges: ["10.0.0.0/8"] });
  const abroad = contoso.namedLocation({ displayName: "Abroad", countriesAndRegions: ["NO"] });
  const guestId = guestOf(contoso, name, given);
  const groups = {
    partners: contoso.group("partners"),
    inviters: contoso.group("inviters", { roles: ["Guest Inviter"] }),
    others: contoso.group("others"),
  };
  const groupIds = given.groups.map((group) => groups[group].id);
  join(contoso, guestId, groupIds);
  const stranger = contoso.user("stranger").id;
  furnishPolicies(contoso, given, {
    ...ROLES,
    // No policy can name somebody who has yet to be invited.
    ...{ guest: isToCome(given) ? stranger : guestId, stranger },
    ...{ fabrikam: fabrikam.id, other: cloud.tenant(`${name}-other`).id },
    ...{ partners: groups.partners.id, inviters: groups.inviters.id, others: groups.others.id },
    ...{ portal: apps.portal.appId, crm: apps.crm.appId, office: office.id, abroad: abroad.id },
  });
  const atHome = peopleOf(fabrikam, name, given);
  await furnishAccess(world, { contoso, fabrikam, ...given }, given.access, {
    ...{ "@ada": atHome.ada, "@grace": atHome.grace, "@team": atHome.team, "@portal": apps.portal.appId },
  });
  furnishHome(fabrikam, given);
  const place = { office, abroad, elsewhere: undefined }[given.place];
  const app = apps[given.app];
  const ids = {
    ...{
      homeTenantId: fabrikam.id,
      ownTenantId: contoso.id,
      guestId,
      groupIds,
      appId: app?.appId ?? null,
      placeId: place?.id,
    },
    atHome: { userId: atHome.ada, groupIds: given.access.isInTeam ? [atHome.team] : [] },
  };
  return {
    ...{ contoso, fabrikam, guestId },
    circumstances: {
      ...{ platform: given.platform, clientAppType: given.clientAppType, device: given.device },
      ...{ signInRisk: given.risk, userRisk: given.userRisk, homeCanDo: given.homeCanDo },
      isMfaRegistered: given.isMfaRegistered,
      ...(place && { locationId: place.id }),
      ...(app && { app }),
    },
    question: questionOf(given, ids),
  };
}

/** Whether the question is about somebody who has yet to be invited. */
function isToCome({ account, asks }: Combination): boolean {
  return account !== "nobody's guest" && asks.omits.includes("guestId");
}

/** Whoever has redeemed with an account of another kind is at home nowhere, whatever the address says; who was never invited, here. */
function guestOf(
  contoso: Tenant,
  name: string,
  { account, userType, roles, isEnabled }: Combination,
): string {
  const address = account === "none" ? "ada@mail.example" : `ada@${name}.example`;
  const creationType = account === "nobody's guest" ? null : ("Invitation" as const);
  const linked = account !== "none" &&
    account !== "nobody's guest" && {
      externalUserState: "Accepted" as const,
      identities: [{ signInType: "federated", issuer: ISSUERS[account], issuerAssignedId: address }],
    };
  return contoso.user(`ada_${name}#EXT#@${contoso.directory.initialDomain}`, {
    ...{ mail: address, userType, creationType, roles, accountEnabled: isEnabled },
    ...linked,
  }).id;
}

/** The guest as the own organisation knows it, a colleague, and a group that the guest may be in. */
function peopleOf(fabrikam: Tenant, name: string, { access, isEnabledAtHome }: Combination) {
  const address = `ada@${name}.example`;
  const ada = fabrikam.user(address, { mail: address, accountEnabled: isEnabledAtHome }).id;
  const team = fabrikam.group("team").id;
  if (access.isInTeam) join(fabrikam, ada, [team]);
  return { ada, team, grace: fabrikam.user(`grace@${name}.example`).id };
}

function join(contoso: Tenant, memberId: string, groupIds: readonly string[]): void {
  const memberships = groupIds.map(
    (groupId) => [groupId.toUpperCase(), { kind: "membership", groupId, memberId }] as const,
  );
  contoso.directory.store.seed(new Map(memberships));
}

function furnishPolicies(
  contoso: Tenant,
  { policies }: Combination,
  ids: Readonly<Record<string, string>>,
): void {
  for (const [n, { isInUpperCase, ...policy }] of policies.entries()) {
    const named = JSON.stringify(policy).replace(/"@(\w+)"/g, (_, key: string) => {
      const id = ids[key] ?? key;
      return `"${isInUpperCase ? id.toUpperCase() : id}"`;
    });
    contoso.conditionalAccess({ ...JSON.parse(named), displayName: `Policy ${n}` });
  }
}

function furnishHome(fabrikam: Tenant, { home }: Combination): void {
  for (const [n, policy] of home.policies.entries()) {
    fabrikam.conditionalAccess({
      displayName: `Home's own ${n}`,
      conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
      ...policy,
    });
  }
}

interface Ids {
  readonly homeTenantId: string;
  readonly ownTenantId: string;
  readonly guestId: string;
  readonly groupIds: readonly string[];
  readonly appId: string | null;
  readonly placeId: string | undefined;
  readonly atHome: { readonly userId: string; readonly groupIds: readonly string[] };
}

/** All that there is to say, but for what the question leaves out. */
function questionOf(given: Combination, ids: Ids): SignInQuestion {
  const { namesMemberships, isInUpperCase, omits } = given.asks;
  const written = (id: string) => (isInUpperCase ? id.toUpperCase() : id);
  const guest = {
    ...{ id: written(ids.guestId), userType: given.userType, isMfaRegistered: given.isMfaRegistered },
    ...{ groupIds: ids.groupIds.map(written), roleIds: rolesOf(given).map(written) },
    creationType: given.account === "nobody's guest" ? null : ("Invitation" as const),
    accountEnabled: given.isEnabled,
  };
  const whole = {
    ...{ homeMfa: given.home.asks(given.device), homeCanDo: given.homeCanDo, homeCloud: given.homeCloud },
    homeLetsOut: isLetOut(given.access, given.app, isAcross(given)),
    atHome: { userId: written(ids.atHome.userId), groupIds: ids.atHome.groupIds.map(written) },
    appId: ids.appId && written(ids.appId),
    ...{ platform: given.platform, clientAppType: given.clientAppType, device: given.device },
    ...{ signInRisk: given.risk, userRisk: given.userRisk },
    location: { ids: ids.placeId ? [written(ids.placeId)] : [], isTrusted: given.place === "office" },
  };
  // What the SDK can read, it may be left to read.
  const isLeftToRead = !namesMemberships && !omits.includes("guestId");
  const unnamed = isLeftToRead
    ? ([...omits, "groupIds", "roleIds", "userType", "creationType", "accountEnabled"] as const)
    : omits;
  const home = homeOf(given, ids);
  return {
    homeTenantId: home && written(home),
    ...without(whole, omits),
    guest: without(guest, unnamed),
  };
}

function isAcross({ cloud, homeCloud }: Combination): boolean {
  return clouds[cloud].instance !== clouds[homeCloud].instance;
}

/** Personal accounts have a tenant id as well. */
const PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

/** Which home is said. What the account tells otherwise may be wrong, where the account is read. */
function homeOf(given: Combination, ids: Ids): string | null {
  const { account, asks } = given;
  const isRead = asks.mayRead && !asks.omits.includes("guestId");
  if (account === "organisation") return isRead && asks.takesForNobodys ? null : ids.homeTenantId;
  if (account === "nobody's guest" && asks.saysOwn) return ids.ownTenantId;
  if (account !== "none" && asks.takesForGuest && (isRead || account === "nobody's guest")) {
    return ids.homeTenantId;
  }
  return account === "microsoft-account" && asks.isInUpperCase ? PERSONAL_ACCOUNTS : null;
}

function without<T extends object>(whole: T, omits: readonly Omission[]): Partial<T> {
  const names: readonly string[] = omits.map((name) => (name === "guestId" ? "id" : name));
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name))) as Partial<T>;
}

/** What is said of the guest's roles: the guest's own, and those by a group. */
function rolesOf({ groups, roles }: Combination): readonly string[] {
  const isInviter = groups.includes("inviters") || roles.includes("Guest Inviter");
  return [
    ...(isInviter ? [ROLES.inviter] : []),
    ...(roles.includes("User Administrator") ? [ROLES.administrator] : []),
  ];
}
