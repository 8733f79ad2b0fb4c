import { createWorld } from "@vestibule/fake-server";
import {
  type B2BClientOptions,
  type BoundaryOptions,
  createB2BClient,
  type Finding,
  type Home,
  type Middleware,
  type PreflightReport,
  staticHomes,
  tenantPolicy,
  type WireRequest,
} from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { inviteRedirectUrl } from "../open-client.ts";

const address = "ada@fabrikam.example";
const input = { invitedUserEmailAddress: address, inviteRedirectUrl };
const told = { permissions: ["User.Invite.All"], homeLetsOut: true } as const;

/** A directory and a client of its application, which notes what it sends; Fabrikam's people are at home next door. */
function open(options: Partial<B2BClientOptions> & { readonly boundary?: BoundaryOptions } = {}) {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  const tenant: Home = { kind: "tenant", tenant: { cloud: "public", tenantId: fabrikam.id } };
  const sent: WireRequest[] = [];
  const noting: Middleware = (next) => (request) => {
    sent.push(request);
    return next(request);
  };
  const boundary = { resolver: staticHomes({ "fabrikam.example": tenant }), policy: tenantPolicy };
  const client = (as = contoso.app("inviter"), more: Partial<B2BClientOptions> = {}) =>
    createB2BClient({
      ...{ transport: contoso.transport({ as }), clock: world.clock, random: world.random },
      ...{ boundary, use: [noting], ...options, ...more },
    });
  return { world, contoso, fabrikam, sent, client, b2b: client() };
}

/** Answers one operation otherwise than the directory does. */
function answering(id: string, status: number, code: string, message = "no"): Middleware {
  return (next) => async (request) =>
    request.operation.id === id
      ? { status, headers: new Headers(), body: { error: { code, message } } }
      : next(request);
}

const grave = ({ findings }: PreflightReport) => findings.filter(({ severity }) => severity !== "info");
const kinds = (findings: readonly Finding[]) =>
  findings.map(({ limitation, severity }) => `${limitation}: ${severity}`);

describe("the findings of a preflight", () => {
  test("stand in order of severity, and then of what they are about, each with a page that says so", async () => {
    const { contoso, b2b } = open();
    contoso.authorizationPolicy({ allowInvitesFrom: "none" }).domainPolicy({ blocked: ["fabrikam.example"] });
    contoso.user("ada", { otherMails: [address] });
    contoso.conditionalAccess({
      displayName: "Everybody stays out",
      conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
      grantControls: { builtInControls: ["block"] },
    });
    const { verdict, findings } = await b2b.preflight.invitation(input);
    expect(verdict).toBe("blocked");
    expect(kinds(findings)).toEqual([
      "invitations-restricted: blocked",
      "domain-not-allowed: blocked",
      "already-in-directory: blocked",
      "cloud-boundary: caution",
      "double-mfa: caution",
    ]);
    for (const { source, remedies, observed, because } of findings) {
      expect(URL.canParse(source)).toBe(true);
      expect(remedies.length).toBeGreaterThan(0);
      expect(`${observed} ${because}`).not.toContain("ada");
    }
  });

  test("come of reads alone, each sent once", async () => {
    const { b2b, sent } = open();
    expect((await b2b.preflight.invitation(input, told)).verdict).toBe("clear");
    expect(sent.every(({ method, operation }) => method === "GET" && operation.effect === "read")).toBe(true);
    const ids = sent.map(({ operation }) => operation.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each<[operation: string, limitation: Finding["limitation"], permission: string]>([
    ["invitePolicy.get", "invitations-restricted", "Policy.Read.All"],
    ["beta.domainPolicy.get", "domain-not-allowed", "Policy.ReadWrite.B2BManagementPolicy"],
    ["organization.list", "directory-limit", "Organization.Read.All"],
    ["preflight.findByAddress", "already-in-directory", "User.Read.All"],
    ["crossTenantAccess.getDefault", "cloud-boundary", "Policy.Read.All"],
    ["conditionalAccess.list", "double-mfa", "Policy.Read.All"],
  ])("name the permission that reading takes: %s", async (operation, limitation, permission) => {
    const refused = answering(operation, 403, "Authorization_RequestDenied");
    const { b2b } = open({ useAttempt: [refused] });
    const report = await b2b.preflight.invitation(input, told);
    expect(report.verdict).toBe("caution");
    const unread = report.findings.filter((one) => one.permission !== null);
    expect(unread).toContainEqual(
      expect.objectContaining({ limitation, permission, severity: "caution", remedies: expect.any(Array) }),
    );
    for (const { remedies } of unread) expect(remedies[0]?.action).toBe("grant-permission");
  });

  test("name what it takes to see who calls, and with which roles", async () => {
    for (const [operation, permission] of [
      ["delegation.getInviter", "User.Read"],
      ["delegation.listMemberships", "RoleManagement.Read.Directory"],
    ] as const) {
      const { contoso, client } = open({
        useAttempt: [answering(operation, 403, "Authorization_RequestDenied")],
      });
      contoso.authorizationPolicy({ allowInvitesFrom: "adminsAndGuestInviters" });
      const caller = client(contoso.app("inviter"), {
        transport: contoso.transport({ as: contoso.user("mia", { roles: ["Global Administrator"] }) }),
      });
      const { findings } = await caller.preflight.invitation(input, told);
      const lacking = findings.filter((one) => one.permission === permission);
      expect(kinds(lacking)).toEqual(["invitations-restricted: caution", "directory-limit: caution"]);
    }
  });

  test("say where a cloud does not answer, which no permission mends", async () => {
    const refused = answering(
      "beta.domainPolicy.get",
      400,
      "BadRequest",
      "Resource not found for the segment",
    );
    const { b2b } = open({ useAttempt: [refused] });
    const [first] = grave(await b2b.preflight.invitation(input, told));
    expect(first).toMatchObject({ limitation: "domain-not-allowed", severity: "caution", permission: null });
    expect(first?.remedies.map(({ action }) => action)).toEqual(["look-up"]);
  });

  test("tell of a change of rights that does not act yet, and promise nothing until then", async () => {
    const { b2b, world } = open();
    await b2b.invitePolicy.update({ allowInvitesFrom: "none" });
    const early = await b2b.preflight.invitation(input, told);
    expect(kinds(grave(early))).toEqual(["invitations-restricted: caution", "replication: caution"]);
    await world.clock.sleep(3_600_000);
    expect(kinds(grave(await b2b.preflight.invitation(input, told)))).toEqual([
      "invitations-restricted: blocked",
    ]);
  });

  test("say that a list of domains which this client has just made is not shown yet, and nothing certain by what is", async () => {
    const { b2b, contoso } = open();
    for (const reader of contoso.readers) reader.hold();
    await b2b.beta.domainPolicy.block(["fabrikam.example"]);
    const { verdict, findings } = await b2b.preflight.invitation(input, told);
    expect([verdict, ...kinds(grave({ verdict, findings }))]).toEqual(["caution", "replication: caution"]);
    for (const reader of contoso.readers) reader.release();
    expect((await b2b.preflight.invitation(input, told)).verdict).toBe("blocked");
  });

  test("say of a reset for nobody just that", async () => {
    const { b2b } = open();
    const reset = {
      ...input,
      resetRedemption: true,
      invitedUser: { id: "00000000-0000-4000-8000-00000000beef" },
    };
    const permissions = ["User.Invite.All", "User.ReadWrite.All"];
    const { findings } = await b2b.preflight.invitation(reset, { ...told, permissions });
    expect(kinds(findings)).toEqual(["already-in-directory: blocked"]);
  });

  test("tell of an external member, of whom it is not documented who may invite one", async () => {
    const { b2b } = open();
    const report = await b2b.preflight.invitation({ ...input, invitedUserType: "Member" }, told);
    expect(kinds(grave(report))).toEqual(["invitations-restricted: caution"]);
  });

  test("say what nobody can be asked: with an application's own limit, an invitation is refused after all", async () => {
    const { contoso, client } = open();
    contoso.limit("objects-created-by-non-admin", 0);
    const b2b = client(contoso.app("held", { isAdministrator: false }));
    const { verdict, findings } = await b2b.preflight.invitation(input, told);
    expect(verdict).toBe("clear");
    expect(kinds(findings)).toContain("directory-limit: info");
    expect(await failureOf(b2b.invitations.create(input))).toMatchObject({
      code: "limit-reached",
      limit: "objects-created-by-non-admin",
    });
  });

  test("caution people who are no administrators of what they may create, and nobody else", async () => {
    const { contoso, client } = open();
    const of = async (roles: ("Guest Inviter" | "User Administrator")[]) => {
      const as = contoso.user(roles.join(), { roles });
      const b2b = client(contoso.app("inviter"), { transport: contoso.transport({ as }) });
      const { findings } = await b2b.preflight.invitation(input, told);
      return kinds(findings.filter(({ limitation }) => limitation === "directory-limit"));
    };
    expect(await of(["User Administrator"])).toEqual(["directory-limit: info"]);
    expect(await of(["Guest Inviter"])).toEqual(["directory-limit: caution", "directory-limit: info"]);
  });

  test("say what nobody can be asked: in how many directories the person is", async () => {
    const { contoso, b2b } = open();
    contoso.limit("tenants-per-user", 1);
    const { verdict, findings } = await b2b.preflight.invitation(input, told);
    expect(verdict).toBe("clear");
    expect(findings.map(({ observed }) => observed).join()).toContain(
      "in how many directories the person is",
    );
    expect(await failureOf(b2b.invitations.create(input))).toMatchObject({ limit: "tenants-per-user" });
  });
});
