import type { Opened } from "./ways.ts";

type Json = Readonly<Record<string, unknown>>;

/** What makers have to work with. */
interface Around extends Opened {
  /** The id of another thing, made if it is not there yet. */
  readonly of: (name: string) => Promise<string>;
  /** Asks, and takes no refusal. */
  readonly done: (ask: string, body?: unknown) => Promise<Json>;
}

type Maker = (around: Around) => Promise<string>;

const DIRECTORY_READERS = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";
const DOMAIN = "contoso.onmicrosoft.com";
const EVERYBODY = "00000000-0000-0000-0000-000000000000";
const PARTNERS = "/policies/crossTenantAccessPolicy/partners";
const PARTNER = "aaaaaaaa-0000-4000-8000-000000000001";

const idOf = ({ id }: Json) => String(id);
const referring = (id: string) => ({
  "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
});

/** A member of the organisation, by this name. */
function person(name: string): Maker {
  return async ({ done }) => {
    const passwordProfile = { password: "Correct-Horse-7", forceChangePasswordNextSignIn: false };
    const names = { displayName: name, mailNickname: name, userPrincipalName: `${name}@${DOMAIN}` };
    return idOf(await done("POST /users", { ...names, passwordProfile, accountEnabled: true }));
  };
}

/** A group whose name begins with an A, and has words to be searched for. */
function group(nickname: string, more: Json = {}): Maker {
  return async ({ done }) => {
    const names = { displayName: "A video of the upper tier", mailNickname: nickname };
    const kind = { mailEnabled: false, securityEnabled: true };
    return idOf(await done("POST /groups", { ...names, ...kind, description: "production", ...more }));
  };
}

/** Puts things into a list of references of another: `/groups/{group}/members` for example. */
async function link({ of, done }: Around, list: string, ...names: readonly string[]): Promise<void> {
  const [, set, owner = "", kind] = /^\/(\w+)\/\{(\w+)\}\/(\w+)$/.exec(list) ?? [];
  const path = `/${set}/${await of(owner)}/${kind}/$ref`;
  for (const name of names) await done(`POST ${path}`, referring(await of(name)));
}

/** The assignment of somebody to the application `resource`. */
function assignment(principal: string): Maker {
  return async ({ of, done }) => {
    const [principalId, resourceId] = [await of(principal), await of("resource")];
    const body = { principalId, resourceId, appRoleId: EVERYBODY };
    return idOf(await done(`POST /servicePrincipals/${resourceId}/appRoleAssignedTo`, body));
  };
}

async function application({ done }: Around): Promise<Json> {
  return await done("POST /applications", { displayName: "A web portal" });
}

const servicePrincipal: Maker = async (around) => {
  const { appId } = await application(around);
  return idOf(await around.done("POST /servicePrincipals", { appId }));
};

const UNIFIED = { groupTypes: ["Unified"], mailEnabled: true, securityEnabled: false };
const DYNAMIC = { groupTypes: ["DynamicMembership"], membershipRule: '(user.userType -eq "Guest")' };
const SKU = "6fd2c87f-b296-42f0-b197-1e91e994b900";

const people: Readonly<Record<string, Maker>> = {
  member: person("milo"),
  otherMember: person("nora"),
  owner: person("olga"),
  sponsor: person("sam"),
  newcomer: person("nils"),
  guest: async (around) => idOf((await invite(around)).invitedUser as Json),
  async sponsored(around) {
    await link(around, "/users/{newcomer}/sponsors", "sponsor");
    return around.of("newcomer");
  },
  async belonging(around) {
    await link(around, "/groups/{group}/members", "newcomer");
    return around.of("newcomer");
  },
  async holder(around) {
    await link(around, "/directoryRoles/{role}/members", "newcomer");
    return around.of("newcomer");
  },
  me: async ({ admin }) => admin.id,
};

async function invite({ done }: Around): Promise<Json> {
  const invitedUserEmailAddress = "gus@fabrikam.example";
  const inviteRedirectUrl = "https://myapp.contoso.example";
  return await done("POST /invitations", { invitedUserEmailAddress, inviteRedirectUrl });
}

const groups: Readonly<Record<string, Maker>> = {
  group: group("tier"),
  otherGroup: group("other"),
  team: group("team", UNIFIED),
  dynamicGroup: group("dynamic", { ...DYNAMIC, membershipRuleProcessingState: "On" }),
  // Graph assigns no licences that nobody has bought.
  licensed: async ({ tenant, done }) => {
    const there = await done("GET /groups?$filter=hasMembersWithLicenseErrors eq true");
    const [first] = there.value as readonly Json[];
    if (first) return idOf(first);
    const licences = { assignedLicenses: [{ skuId: SKU, disabledPlans: [] }] };
    return tenant.group("Licensed", { ...licences, hasMembersWithLicenseErrors: true }).id;
  },
  async myGroup(around) {
    await link(around, "/groups/{group}/members", "me");
    return around.of("group");
  },
  async owned(around) {
    await link(around, "/groups/{group}/owners", "owner", "otherMember");
    return around.of("group");
  },
  async deletedGroup({ of, done }) {
    await done(`DELETE /groups/${await of("team")}`);
    return of("team");
  },
};

const applications: Readonly<Record<string, Maker>> = {
  application: async (around) => idOf(await application(around)),
  resource: servicePrincipal,
  client: servicePrincipal,
  clientAppId: async ({ of, done }) =>
    String((await done(`GET /servicePrincipals/${await of("client")}`)).appId),
  assignment: assignment("member"),
  clientAssignment: assignment("client"),
  groupAssignment: assignment("group"),
};

const roles: Readonly<Record<string, Maker>> = {
  role: async ({ done }) => idOf(await done("POST /directoryRoles", { roleTemplateId: DIRECTORY_READERS })),
  async template({ of }) {
    await of("role");
    return DIRECTORY_READERS;
  },
  async customRole({ done }) {
    const rolePermissions = [{ allowedResourceActions: ["microsoft.directory/applications/create"] }];
    const body = {
      displayName: "Custom",
      description: "Makes applications",
      isEnabled: true,
      rolePermissions,
    };
    return idOf(await done("POST /roleManagement/directory/roleDefinitions", body));
  },
  async roleAssignment({ of, done }) {
    const whom = { principalId: await of("member"), roleDefinitionId: DIRECTORY_READERS };
    const body = { ...whom, directoryScopeId: "/" };
    return idOf(await done("POST /roleManagement/directory/roleAssignments", body));
  },
};

const policies: Readonly<Record<string, Maker>> = {
  async partner({ done }) {
    const all = (target: string, targetType: string) => ({
      accessType: "allowed",
      targets: [{ target, targetType }],
    });
    const b2bDirectConnectInbound = {
      usersAndGroups: all("AllUsers", "user"),
      applications: all("Office365", "application"),
    };
    await done(`POST ${PARTNERS}`, { tenantId: PARTNER, b2bDirectConnectInbound });
    return PARTNER;
  },
  async synchronized({ of, done }) {
    const path = `${PARTNERS}/${await of("partner")}/identitySynchronization`;
    await done(`PUT ${path}`, { displayName: "Partner", userSyncInbound: { isSyncAllowed: true } });
    return of("partner");
  },
  async policy({ done }) {
    const conditions = { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } };
    const grantControls = { operator: "OR", builtInControls: ["mfa"] };
    const body = { displayName: "Policy", state: "disabled", conditions, grantControls };
    return idOf(await done("POST /identity/conditionalAccess/policies", body));
  },
  async location({ done }) {
    const ranges = [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "203.0.113.0/24" }];
    const type = { "@odata.type": "#microsoft.graph.ipNamedLocation" };
    const body = { ...type, displayName: "Office", isTrusted: true, ipRanges: ranges };
    return idOf(await done("POST /identity/conditionalAccess/namedLocations", body));
  },
  domain: async () => DOMAIN,
  organization: async ({ tenant }) => tenant.id,
  // Nobody signs in through Graph.
  async signIn(around) {
    around.world.redeem(String((await invite(around)).inviteRedeemUrl));
    const { value } = await around.done("GET /auditLogs/signIns");
    return idOf((value as readonly Json[])[0] ?? {});
  },
};

/** Whatever an example can name. Each is made through Graph, but for what Graph does not make. */
const MAKERS: Readonly<Record<string, Maker>> = {
  ...people,
  ...groups,
  ...applications,
  ...roles,
  ...policies,
};

/** Makes the things that examples name, once each, and puts their ids in place of their names. */
export class Furnishing {
  readonly #opened: Opened;
  readonly #made = new Map<string, Promise<string>>();

  constructor(opened: Opened) {
    this.#opened = opened;
  }

  /** The id of the thing with this name. */
  of(name: string): Promise<string> {
    const made = this.#made.get(name) ?? this.#make(name);
    this.#made.set(name, made);
    return made;
  }

  /** A text, or a body, with ids in place of `{name}`. */
  async filledIn<T>(given: T): Promise<T> {
    let text = JSON.stringify(given);
    for (const [written, name = ""] of text.matchAll(/\{(\w+)\}/g)) {
      text = text.replaceAll(written, await this.of(name));
    }
    return JSON.parse(text) as T;
  }

  #make(name: string): Promise<string> {
    const maker = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined;
    if (maker === undefined) throw new Error(`nothing is called "${name}"`);
    return maker({ ...this.#opened, of: (other) => this.of(other), done: (...sent) => this.#done(...sent) });
  }

  async #done(asked: string, body?: unknown): Promise<Json> {
    const answer = await this.#opened.ask(asked, { body });
    if (answer.status >= 300) throw new Error(`${asked} was answered with ${JSON.stringify(answer)}`);
    return (answer.body ?? {}) as Json;
  }
}
