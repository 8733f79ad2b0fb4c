import { type B2BClient, createB2BClient, type LimitId, limits } from "@vestibule/sdk";
import { inviteRedirectUrl, openClient } from "../open-client.ts";
import { ask } from "./ask.ts";

/** Goes up to a limit, and then past it: what is there to be allowed, and what is one too many. */
export interface Approach {
  /** The last that there is room for. */
  readonly last: () => Promise<unknown>;
  readonly oneMore: () => Promise<unknown>;
}

const guest = (n: number | string) => ({
  invitedUserEmailAddress: `guest${n}@fabrikam.example`,
  inviteRedirectUrl,
});
const guids = (count: number) =>
  Array.from({ length: count }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`);

/** Does something for each number below `count`, one after the other. */
async function times(count: number, work: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < count; n++) await work(n);
}

/** A way to each limit that the service enforces, at its true value and through the SDK. */
export const approaches: Readonly<Partial<Record<LimitId, () => Promise<Approach>>>> = {
  "directory-objects": async () => {
    const { b2b, contoso } = openClient();
    // People, and what else a directory of that size holds. The application that calls is an object as well.
    contoso.domain("contoso.example").members(100_000);
    contoso.otherObjects(limits["directory-objects"].value - 100_000 - 2);
    return inviting(b2b);
  },
  "directory-objects-without-domain": async () => {
    const { b2b, contoso } = openClient();
    contoso.members(limits["directory-objects-without-domain"].value - 2);
    return inviting(b2b);
  },
  "objects-created-by-non-admin": async () => {
    const { contoso, world } = openClient();
    const transport = contoso.transport({ as: contoso.user("mia") });
    const b2b = createB2BClient({ transport, clock: world.clock, random: world.random });
    await times(limits["objects-created-by-non-admin"].value - 1, (n) => b2b.invitations.create(guest(n)));
    return inviting(b2b);
  },
  "tenants-per-user": async () => {
    const { b2b, world } = openClient();
    const cloud = world.cloud("public");
    // At home in one, a guest in the others.
    cloud.tenant("fabrikam").domain("fabrikam.example");
    const { invitedUserEmailAddress: mail } = guest("last");
    for (let n = 0; n < limits["tenants-per-user"].value - 2; n++) {
      cloud.tenant(`host${n}`).user(`guest-last_fabrikam#EXT#`, { mail, userType: "Guest" });
    }
    const other = cloud.tenant("other");
    const elsewhere = createB2BClient({
      transport: other.transport({ as: other.app("inviter") }),
      clock: world.clock,
      random: world.random,
    });
    return {
      last: () => b2b.invitations.create(guest("last")),
      oneMore: () => elsewhere.invitations.create(guest("last")),
    };
  },
  "sponsors-per-guest": async () => {
    const { b2b, contoso } = openClient();
    const { invitedUser } = await b2b.invitations.create(guest(1));
    const add = (name: string) => b2b.guests.addSponsor(invitedUser.id, contoso.user(name).id);
    await times(limits["sponsors-per-guest"].value - 1, (n) => add(`sponsor${n}`));
    return { last: () => add("last"), oneMore: () => add("late") };
  },
  "owners-per-group": async () => {
    const { b2b, contoso } = openClient();
    const { id } = contoso.group("readers");
    const add = (name: string) => b2b.groups.addOwner(id, contoso.user(name).id);
    await times(limits["owners-per-group"].value - 1, (n) => add(`owner${n}`));
    return { last: () => add("last"), oneMore: () => add("late") };
  },
  "app-role-assignments": async () => {
    const { b2b, contoso } = openClient();
    const { invitedUser } = await b2b.invitations.create(guest(1));
    const roles = guids(limits["app-role-assignments"].value + 1);
    const { id: resourceId } = contoso.app("portal", { appRoleIds: roles });
    const assign = (n: number) =>
      b2b.apps.assign({ principalId: invitedUser.id, resourceId, appRoleId: roles[n] });
    await times(roles.length - 2, assign);
    return { last: () => assign(roles.length - 2), oneMore: () => assign(roles.length - 1) };
  },
  "conditional-access-policies": async () => {
    const { b2b, contoso } = openClient();
    const policy = (displayName: string) => ({
      displayName,
      state: "disabled" as const,
      conditions: {
        users: { includeUsers: ["All"] },
        applications: { includeApplications: ["All"] },
      },
      grantControls: { operator: "OR" as const, builtInControls: ["mfa"] },
    });
    for (let n = 1; n < limits["conditional-access-policies"].value; n++) {
      contoso.conditionalAccess(policy(`policy ${n}`));
    }
    const create = (name: string) =>
      ask(b2b, "POST", "/identity/conditionalAccess/policies", { body: policy(name) });
    return { last: () => create("last"), oneMore: () => create("late") };
  },
  "domain-list-characters": async () => {
    const { b2b } = openClient();
    const path = "/policies/b2bManagementPolicies";
    const made = await ask(b2b, "POST", path, { body: domainPolicy(100), version: "beta" });
    const one = `${path}/${(made as { readonly id: string }).id}`;
    return bySize("domain-list-characters", (length) =>
      ask(b2b, "PATCH", one, { body: { definition: domainPolicy(length).definition }, version: "beta" }),
    );
  },
  "members-per-update": async () => {
    const { b2b, contoso } = openClient();
    const { id } = contoso.group("readers");
    const add = (count: number) =>
      ask(b2b, "PATCH", `/groups/${id}`, {
        body: {
          "members@odata.bind": Array.from(
            { length: count },
            (_, n) => `https://graph.microsoft.com/v1.0/directoryObjects/${contoso.user(`${count}-${n}`).id}`,
          ),
        },
      });
    return bySize("members-per-update", add);
  },
  "users-per-page": async () => {
    const { b2b } = openClient();
    return bySize("users-per-page", (count) => ask(b2b, "GET", "/users", { query: { $top: String(count) } }));
  },
  "requests-per-batch": async () => {
    const { b2b, contoso } = openClient();
    const url = `/users/${contoso.user("mia").id}`;
    return bySize("requests-per-batch", (count) =>
      ask(b2b, "POST", "/$batch", {
        body: { requests: Array.from({ length: count }, (_, n) => ({ id: `${n}`, method: "GET", url })) },
      }),
    );
  },
  "ids-per-lookup": async () => {
    const { b2b } = openClient();
    return bySize("ids-per-lookup", (count) =>
      ask(b2b, "POST", "/directoryObjects/getByIds", { body: { ids: guids(count) } }),
    );
  },
  "groups-per-check": async () => {
    const { b2b, contoso } = openClient();
    const path = `/users/${contoso.user("mia").id}/checkMemberGroups`;
    return bySize("groups-per-check", (count) =>
      ask(b2b, "POST", path, { body: { groupIds: guids(count) } }),
    );
  },
  "filter-alternatives": async () => {
    const { b2b } = openClient();
    const among = (count: number) => guids(count).map((id) => `'${id}@fabrikam.example'`);
    return bySize("filter-alternatives", (count) =>
      ask(b2b, "GET", "/users", { query: { $filter: `mail in (${among(count).join(",")})` } }),
    );
  },
  "invitations-per-5-seconds": async () => {
    const { contoso, world } = openClient();
    contoso.throttle("documented");
    const transport = contoso.transport({ as: contoso.app("inviter") });
    const b2b = createB2BClient({ transport, clock: world.clock, random: world.random, retry: false });
    await times(limits["invitations-per-5-seconds"].value - 1, (n) => b2b.invitations.create(guest(n)));
    return inviting(b2b);
  },
};

/** A policy whose definition has so many characters. */
function domainPolicy(length: number) {
  const definition = (domain: string) =>
    JSON.stringify({
      B2BManagementPolicy: { InvitationsAllowedAndBlockedDomainsPolicy: { BlockedDomains: [domain] } },
    });
  const domain = "a".repeat(length - definition("").length);
  return { definition: [definition(domain)], displayName: "domains", isOrganizationDefault: true };
}

function inviting(b2b: B2BClient): Approach {
  return {
    last: () => b2b.invitations.create(guest("last")),
    oneMore: () => b2b.invitations.create(guest("late")),
  };
}

function bySize(id: LimitId, send: (count: number) => Promise<unknown>): Approach {
  const { value } = limits[id];
  return { last: () => send(value), oneMore: () => send(value + 1) };
}
