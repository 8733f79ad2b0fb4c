import type { Tenant, World } from "@vestibule/fake-server";
import { type CloudEndpoint, clouds } from "@vestibule/sdk";
import fc from "fast-check";
import { administrator, type CloudName, openCloud } from "../clouds/sides.ts";
import { weighted } from "../weighted.ts";

type AccessType = "allowed" | "blocked";

/** Names stand for people and groups at home, and for applications here. */
const part = (accessType: AccessType, ...targets: readonly string[]) => ({ accessType, targets });
const EVERYBODY = part("allowed", "AllUsers");
const EVERYTHING = part("allowed", "AllApplications");

/** Whom a setting lets in, and to what. Everybody is blocked together with everything: Graph takes nothing else. */
const SETTINGS = {
  open: { users: EVERYBODY, apps: EVERYTHING },
  shut: { users: part("blocked", "AllUsers"), apps: part("blocked", "AllApplications") },
  ada: { users: part("allowed", "@ada"), apps: EVERYTHING },
  "all but ada": { users: part("blocked", "@ada"), apps: EVERYTHING },
  grace: { users: part("allowed", "@grace"), apps: EVERYTHING },
  team: { users: part("allowed", "@team"), apps: EVERYTHING },
  "all but team": { users: part("blocked", "@team"), apps: EVERYTHING },
  portal: { users: EVERYBODY, apps: part("allowed", "@portal") },
  "all but portal": { users: EVERYBODY, apps: part("blocked", "@portal") },
  "portal for ada": { users: part("allowed", "@ada"), apps: part("allowed", "@portal") },
} as const;
type Setting = keyof typeof SETTINGS;

const FOR_SOME = [
  ...(["ada", "all but ada", "grace", "team", "all but team"] as const),
  ...(["portal", "all but portal", "portal for ada"] as const),
].map((setting) => [1, setting] as const);

const trust = weighted<object | undefined>(
  [8, undefined],
  [2, { isMfaAccepted: true }],
  [1, { isMfaAccepted: false }],
  [1, { isCompliantDeviceAccepted: true }],
  [1, { isMfaAccepted: true, isCompliantDeviceAccepted: true, isHybridAzureADJoinedDeviceAccepted: true }],
);

/** What the directory has set for other organisations, and for the guest's. */
export const access = fc.record({
  /** Which other clouds are open: none, the guest's, all but the guest's. */
  opens: weighted<"none" | "home's" | "all but home's">([2, "none"], [9, "home's"], [1, "all but home's"]),
  general: weighted<Setting | "unset" | "absent">(
    ...([
      [60, "unset"],
      [1, "absent"],
      [2, "open"],
      [2, "shut"],
    ] as const),
    ...FOR_SOME,
  ),
  defaultTrust: trust,
  entry: fc.option(
    fc.record({
      inbound: weighted<Setting | "unset">([48, "unset"], [16, "open"], [2, "shut"], ...FOR_SOME),
      trust,
    }),
    { freq: 3 },
  ),
  /** Whom the guest's own organisation lets out, and to what; and whether it has opened this cloud, where that is another. */
  outbound: weighted<Setting | "unset">([240, "unset"], [2, "open"], [3, "shut"], ...FOR_SOME),
  isOpenAtHome: weighted([40, true], [1, false]),
  /** Whether the guest is in the team at home. */
  isInTeam: fc.boolean(),
});
export type Access = typeof access extends fc.Arbitrary<infer T> ? T : never;

interface Sides {
  readonly contoso: Tenant;
  readonly fabrikam: Tenant;
  readonly cloud: CloudName;
  readonly homeCloud: CloudName;
}

/** Whether the guest's own organisation lets Ada out to an application. */
export function isLetOut(
  { outbound, isOpenAtHome, isInTeam }: Access,
  app: string,
  isAcross: boolean,
): boolean {
  if (isAcross && !isOpenAtHome) return false;
  const opens = app === "portal" || app === "nothing";
  switch (outbound) {
    case "shut":
    case "all but ada":
    case "grace":
      return false;
    case "team":
      return isInTeam;
    case "all but team":
      return !isInTeam;
    case "portal":
    case "portal for ada":
      return opens;
    case "all but portal":
      return app !== "portal";
    default:
      return true;
  }
}

/** Sets both sides as they were drawn. */
export async function furnishAccess(
  world: World,
  { contoso, fabrikam, cloud, homeCloud }: Sides,
  given: Access,
  ids: Readonly<Record<string, string>>,
): Promise<void> {
  const { crossTenantAccess } = administrator(world, contoso);
  const [here, there] = [clouds[cloud].instance, clouds[homeCloud].instance];
  const endpoints = openedBy(given.opens, here, there);
  if (endpoints.length > 0) await crossTenantAccess.allowClouds(endpoints);
  if (given.general === "absent") forgetDefault(contoso);
  else if (given.general !== "unset") {
    await crossTenantAccess.updateDefault({ b2bCollaborationInbound: written(given.general, ids) });
  }
  if (given.entry) {
    const { inbound } = given.entry;
    const setting = inbound === "unset" ? {} : { b2bCollaborationInbound: written(inbound, ids) };
    await crossTenantAccess.addPartner(fabrikam.id, setting);
    if (given.entry.trust) contoso.trust(given.entry.trust, fabrikam);
  }
  if (given.defaultTrust) contoso.trust(given.defaultTrust);
  const home = administrator(world, fabrikam).crossTenantAccess;
  if (given.outbound !== "unset") {
    await home.updateDefault({ b2bCollaborationOutbound: written(given.outbound, ids) });
  }
  if (here === there || !given.isOpenAtHome) return;
  await openCloud(home, cloud);
  await home.addPartner(contoso.id);
}

/** A default that says nothing of guests: no request makes one, and a service might show one. */
function forgetDefault({ directory }: Tenant): void {
  const id = "crossTenantAccess/default";
  const nothing = { kind: "crossTenantAccess", tenantId: null, isServiceProvider: null } as const;
  const settings = {
    ...{ b2bCollaborationInbound: null, b2bCollaborationOutbound: null },
    ...{ b2bDirectConnectInbound: null, b2bDirectConnectOutbound: null },
    ...{ inboundTrust: null, automaticUserConsentSettings: null, tenantRestrictions: null },
  };
  directory.store.seed(new Map([[id, { ...nothing, ...settings }]]));
}

function openedBy(
  opens: Access["opens"],
  here: CloudEndpoint,
  there: CloudEndpoint,
): readonly CloudEndpoint[] {
  if (opens === "none") return [];
  const others = [...new Set(Object.values(clouds).map(({ instance }) => instance))];
  const isPair = (one: CloudEndpoint) => one !== here && [one, here].includes("microsoftonline.com");
  return others.filter((one) => isPair(one) && (one === there) === (opens === "home's"));
}

function written(name: Setting, ids: Readonly<Record<string, string>>) {
  const { users, apps } = SETTINGS[name];
  const of = <Kind extends string>(
    one: { accessType: AccessType; targets: readonly string[] },
    kind: (name: string) => Kind,
  ) => ({
    accessType: one.accessType,
    targets: one.targets.map((target) => ({ target: ids[target] ?? target, targetType: kind(target) })),
  });
  return {
    usersAndGroups: of(users, (target) => (target === "@team" ? "group" : "user")),
    applications: of(apps, () => "application"),
  };
}
