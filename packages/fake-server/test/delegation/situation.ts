import type {
  AllowInvitesFrom,
  CallerOptions,
  FakeUser,
  RoleName,
  Tenant,
  World,
} from "@vestibule/fake-server";
import { createB2BClient, guestUserRoles } from "@vestibule/sdk";
import { asking, invitation } from "../rights/ask.ts";

export const VALUES = [
  "none",
  "adminsAndGuestInviters",
  "adminsGuestInvitersAndAllMembers",
  "everyone",
] as const satisfies readonly AllowInvitesFrom[];

/** Those that may invite, and some that may not. */
export const ROLES: readonly RoleName[] = [
  ...(["Guest Inviter", "User Administrator", "Directory Writers", "Global Administrator"] as const),
  ...(["Global Reader", "Security Administrator"] as const),
  ...(["Helpdesk Administrator", "Directory Readers", "Privileged Role Administrator"] as const),
];

export const KINDS = ["member", "external member", "guest", "application"] as const;
export type Sight = keyof typeof guestUserRoles;
export const SIGHTS: readonly Sight[] = ["member", "guest", "restrictedGuest"];

/** Somebody who wants to invite, and somebody who asks whether that will do. */
export interface Situation {
  readonly value: AllowInvitesFrom;
  readonly kind: (typeof KINDS)[number];
  /** What guests may see. */
  readonly sight: Sight;
  readonly roles: readonly RoleName[];
  /** The roles of a group that the user is in; `undefined` for one in no group. */
  readonly groupRoles: readonly RoleName[] | undefined;
  /** What the inviting token carries; `undefined` for everything. */
  readonly permissions: readonly string[] | undefined;
  /** Whether whoever asks says what the token carries. */
  readonly isTold: boolean;
  /** The one who invites, or an administrator about a user. */
  readonly asks: "self" | "administrator";
}

const PROPERTIES = {
  member: {},
  guest: { userType: "Guest" },
  "external member": { userType: "Member", creationType: "Invitation" },
} as const;

async function inviterIn(contoso: Tenant, { kind, roles, groupRoles, permissions }: Situation) {
  if (kind === "application") {
    return { as: contoso.app("inviter", permissions && { permissions }) } satisfies CallerOptions;
  }
  const user = contoso.user("inviter", { ...PROPERTIES[kind], roles });
  if (groupRoles) await join(contoso, user, groupRoles);
  return { as: user, ...(permissions && { scopes: permissions }) } satisfies CallerOptions;
}

async function join(contoso: Tenant, user: FakeUser, roles: readonly RoleName[]): Promise<void> {
  const { id } = contoso.group("with roles", { roles });
  const body = { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${user.id}` };
  await asking(contoso, { as: contoso.app("portal") })("POST", `/groups/${id}/members/$ref`, { body });
}

/** What is said of a situation in a tenant of its own, and what an invitation is answered. */
export async function meet(world: World, n: number, given: Situation) {
  const contoso = world
    .cloud("public")
    .tenant(`c${n}`)
    .authorizationPolicy({ allowInvitesFrom: given.value, guestUserRoleId: guestUserRoles[given.sight] });
  const inviter: CallerOptions = await inviterIn(contoso, given);
  const isAboutOther = given.asks === "administrator" && inviter.as.kind === "user";
  const as: CallerOptions = isAboutOther ? { as: contoso.app("administrator") } : inviter;
  const b2b = createB2BClient({ transport: contoso.transport(as), clock: world.clock });
  const told = given.isTold && given.permissions ? { permissions: given.permissions } : {};
  return {
    verdict: await b2b.delegation.canInvite(isAboutOther ? inviter.as.id : "me", told),
    answer: await asking(contoso, inviter)("POST", "/invitations", invitation("new")),
    isAboutOther,
  };
}
