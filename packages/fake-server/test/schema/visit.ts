import { routes } from "../../src/graph/routes/index.ts";
import { account, CROSS_TENANT, makeEverything, password, referring, SYNCHRONIZATION } from "./make.ts";
import { Sweep } from "./sweep.ts";

/** Goes through every route of the fake in a cloud: makes what there is to make, reads everything, and takes it away. */
export async function visitEverything(cloud: string): Promise<Sweep> {
  const sweep = new Sweep(cloud);
  await makeEverything(sweep);
  await readEverything(sweep);
  await changeEverything(sweep);
  await takeAway(sweep);
  return sweep;
}

/** Every list and every object; the objects of lists stand for their variables where nothing else does. */
async function readEverything(sweep: Sweep): Promise<void> {
  await sweep.ask("DELETE", "/groups/{id}", { keys: { "/groups": sweep.keys.outer ?? "" } });
  sweep.keys["/directory/deletedItems"] = sweep.keys.outer ?? "";
  for (const { path, methods } of routes.toSorted((one, other) => one.path.length - other.path.length)) {
    if (!("GET" in methods)) continue;
    const answer = await sweep.ask("GET", path);
    sweep.keys[path] ??= firstIdIn(answer.body) ?? "";
    if (path.endsWith("/users") || path.endsWith("/groups")) await readOptions(sweep, path);
  }
  await sweep.done("GET", "/users/{key}/sponsors", { keys: { "/users": sweep.keys.guest ?? "" } });
  await sweep.done("GET", "/users/{key}/directReports", { keys: { "/users": sweep.keys.bert ?? "" } });
}

/** The id of the first object of a list; `undefined` for anything else. */
function firstIdIn(body: unknown): string | undefined {
  const { value } = (body ?? {}) as { readonly value?: unknown };
  return Array.isArray(value) ? (value[0] as { readonly id?: string } | undefined)?.id : undefined;
}

async function readOptions(sweep: Sweep, path: string): Promise<void> {
  await sweep.done("GET", path, { query: { $select: "id,displayName", $count: "true" } });
  await sweep.done("GET", path, { query: { $top: "1" } });
  await sweep.done("GET", `${path}/{${path === "/users" ? "key" : "id"}}`, {
    query: { $select: "displayName" },
  });
}

async function changeEverything(sweep: Sweep): Promise<void> {
  const { keys, ada } = sweep;
  const guest = { "/users": keys.guest ?? "" };
  const changes: readonly (readonly [string, unknown])[] = [
    ["/users/{key}", { department: null, otherMails: ["ada@example.com"] }],
    ["/me", { city: "London" }],
    ["/groups/{id}", { description: "All of them" }],
    ["/applications/{id}", { notes: "Kept" }],
    ["/servicePrincipals/{id}", { accountEnabled: true }],
    ["/policies/authorizationPolicy", { allowInvitesFrom: "everyone" }],
    [CROSS_TENANT, { displayName: "Cross-tenant access" }],
    [`${CROSS_TENANT}/default`, { inboundTrust: { isMfaAccepted: true } }],
    [`${CROSS_TENANT}/partners/{tenantId}`, { inboundTrust: { isMfaAccepted: true } }],
    [SYNCHRONIZATION, { userSyncInbound: { isSyncAllowed: false } }],
    ["/identity/conditionalAccess/policies/{id}", { state: "disabled" }],
    [
      "/identity/conditionalAccess/namedLocations/{id}",
      { "@odata.type": "#microsoft.graph.ipNamedLocation", isTrusted: false },
    ],
    ["/policies/b2bManagementPolicies/{id}", { displayName: "Others" }],
    ["/roleManagement/directory/roleDefinitions/{id}", { description: "Reads them" }],
    ["/policies/authorizationPolicy/authorizationPolicy", { allowInvitesFrom: "everyone" }],
  ];
  for (const [template, body] of changes) await sweep.done("PATCH", template, { body });
  await sweep.done("POST", `${CROSS_TENANT}/default/resetToSystemDefault`);
  await sweep.done("DELETE", "/users/{key}/sponsors/{sponsorId}/$ref", {
    keys: { ...guest, "/users/{key}/sponsors": ada.id },
  });
  await sweep.done("POST", "/users/{key}/revokeSignInSessions", { keys: guest });
  await sweep.done("POST", "/me/revokeSignInSessions");
  await sweep.done("POST", "/users/{key}/convertExternalToInternalMemberUser", {
    keys: guest,
    body: { userPrincipalName: "grace@contoso.example", passwordProfile: password },
  });
  await sweep.done("POST", "/directoryObjects/getByIds", { body: { ids: [ada.id, keys["/groups"]] } });
  for (const { path } of routes) {
    const question = /check|get/.test(path) ? /\/(checkMember|getMember)(Groups|Objects)$/.exec(path) : null;
    if (question === null) continue;
    const [, verb, of] = question;
    const asked = of === "Groups" ? { groupIds: [keys["/groups"]] } : { ids: [keys["/groups"]] };
    await sweep.done("POST", path, { body: verb === "getMember" ? { securityEnabledOnly: false } : asked });
  }
  await sweep.done("POST", "/$batch", {
    body: {
      requests: [
        { id: "1", method: "GET", url: "/users?$top=1" },
        {
          ...{
            id: "2",
            method: "PATCH",
            url: `/users/${ada.id}`,
            headers: { "content-type": "application/json" },
          },
          body: { jobTitle: "Engineer" },
        },
        { id: "3", method: "GET", url: "/users/nobody@contoso.example" },
        { id: "4", method: "GET", url: "/groups", dependsOn: ["3"] },
      ],
    },
  });
}

async function takeAway(sweep: Sweep): Promise<void> {
  const { keys } = sweep;
  for (const link of ["members", "owners"]) {
    const { id = "" } = await sweep.done("POST", "/users", { body: account(`${link.slice(0, -1)}-to-go`) });
    await sweep.done("POST", `/groups/{id}/${link}/$ref`, referring(id));
    await sweep.done("DELETE", `/groups/{id}/${link}/{linkedId}`, { keys: { [`/groups/{id}/${link}`]: id } });
  }
  keys["/users"] = sweep.ada.id;
  await sweep.done("POST", "/directory/deletedItems/{id}/restore");
  await sweep.done("DELETE", "/groups/{id}", { keys: { "/groups": keys.outer ?? "" } });
  await sweep.done("DELETE", "/directory/deletedItems/{id}");
  const byDepth = routes
    .filter(({ methods }) => "DELETE" in methods)
    .toSorted((one, other) => other.path.length - one.path.length);
  for (const { path } of byDepth) {
    if (!path.startsWith("/directory/") && path !== "/users/{key}") await sweep.ask("DELETE", path);
  }
  await sweep.done("DELETE", "/users/{key}", { keys: { "/users": keys.bert ?? "" } });
}
