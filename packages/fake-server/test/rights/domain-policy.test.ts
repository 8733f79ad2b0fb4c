import { type CallerOptions, createWorld, type Tenant } from "@vestibule/fake-server";
import { describe, expect, test } from "vitest";
import { type Answer, asking, invitation } from "./ask.ts";

const DOMAINS = "/policies/b2bManagementPolicies";

function open() {
  const world = createWorld();
  const contoso = world.cloud("public").tenant("contoso");
  return { world, contoso, ask: asking(contoso, { as: contoso.app("admin") }) };
}

describe("the policy of domains", () => {
  const definition = (lists: object) => [
    JSON.stringify({ B2BManagementPolicy: { InvitationsAllowedAndBlockedDomainsPolicy: lists } }),
  ];
  const policy = (lists: object) => ({
    ...{ definition: definition(lists), displayName: "B2BManagementPolicy", isOrganizationDefault: true },
  });
  const beta = "beta" as const;
  const idOf = ({ body }: Answer) => (body as { id: string }).id;

  async function invites(contoso: Tenant, address: string): Promise<number> {
    const body = { invitedUserEmailAddress: address, inviteRedirectUrl: "https://app.contoso.example" };
    return (await asking(contoso, { as: contoso.app("inviter") })("POST", "/invitations", { body })).status;
  }

  test("is kept as it was written, in the older version alone", async () => {
    const { ask } = open();
    const body = policy({ AllowedDomains: [], BlockedDomains: ["live.example"] });
    expect(await ask("POST", DOMAINS, { body, version: beta })).toMatchObject({ status: 201, body });
    expect((await ask("GET", DOMAINS, { version: beta })).body).toMatchObject({ value: [body] });
    expect((await ask("GET", DOMAINS)).status).toBe(400);
  });

  test("takes all but what it blocks, each domain by itself", async () => {
    const { contoso, ask } = open();
    const body = policy({ BlockedDomains: ["Fabrikam.example"] });
    await ask("POST", DOMAINS, { body, version: beta });
    expect(await invites(contoso, "ada@fabrikam.example")).toBe(403);
    expect(await invites(contoso, "ada@mail.fabrikam.example")).toBe(201);
    expect(await invites(contoso, "ada@woodgrove.example")).toBe(201);
  });

  test("takes nothing but what it allows", async () => {
    const { contoso, ask } = open();
    const body = policy({ AllowedDomains: ["fabrikam.example"] });
    await ask("POST", DOMAINS, { body, version: beta });
    expect(await invites(contoso, "ada@fabrikam.example")).toBe(201);
    expect(await invites(contoso, "ada@mail.fabrikam.example")).toBe(403);
  });

  test("is changed and taken away again", async () => {
    const { contoso, ask } = open();
    const made = await ask("POST", DOMAINS, {
      body: policy({ BlockedDomains: ["a.example"] }),
      version: beta,
    });
    const one = `${DOMAINS}/${idOf(made)}`;
    const body = { definition: definition({ BlockedDomains: ["b.example"] }) };
    expect((await ask("PATCH", one, { body, version: beta })).status).toBe(204);
    expect([await invites(contoso, "x@a.example"), await invites(contoso, "x@b.example")]).toEqual([
      201, 403,
    ]);
    expect((await ask("DELETE", one, { version: beta })).status).toBe(204);
    expect(await invites(contoso, "x@b.example")).toBe(201);
    expect((await ask("GET", one, { version: beta })).status).toBe(404);
  });

  test.each([
    ["both lists at once", definition({ AllowedDomains: ["a.example"], BlockedDomains: ["b.example"] })],
    ["no JSON", ["not json"]],
    ["JSON about something else", ['{"TokenLifetimePolicy":{}}']],
    ["a list that is none", definition({ BlockedDomains: "a.example" })],
    ["more than 25,000 characters", definition({ BlockedDomains: ["a".repeat(25_000)] })],
    ["two definitions", [...definition({}), ...definition({})]],
  ])("refuses %s", async (_, wrong) => {
    const { ask } = open();
    const body = { definition: wrong, displayName: "x", isOrganizationDefault: true };
    expect((await ask("POST", DOMAINS, { body, version: beta })).status).toBe(400);
  });

  test("is one", async () => {
    const { ask } = open();
    const body = policy({ BlockedDomains: ["a.example"] });
    await ask("POST", DOMAINS, { body, version: beta });
    expect((await ask("POST", DOMAINS, { body, version: beta })).status).toBe(400);
  });

  test("is a Global Administrator's, or of an application with the permission", async () => {
    const { contoso } = open();
    const status = async (options: CallerOptions) =>
      (await asking(contoso, options)("GET", DOMAINS, { version: beta })).status;
    expect(await status({ as: contoso.user("a", { roles: ["Global Administrator"] }) })).toBe(200);
    expect(await status({ as: contoso.user("b", { roles: ["User Administrator"] }) })).toBe(403);
    const permissions = ["Policy.ReadWrite.B2BManagementPolicy"];
    expect(await status({ as: contoso.app("c", { permissions }) })).toBe(200);
    expect(await status({ as: contoso.app("d", { permissions: ["Policy.Read.All"] }) })).toBe(403);
  });

  test("keeps a guest out who has not redeemed yet, and lets those in who have", async () => {
    const { world, contoso } = open();
    const ask = asking(contoso, { as: contoso.app("inviter") });
    const linkOf = ({ body }: Answer) => (body as { inviteRedeemUrl: string }).inviteRedeemUrl;
    const early = linkOf(await ask("POST", "/invitations", invitation("early")));
    const late = linkOf(await ask("POST", "/invitations", invitation("late")));
    expect(world.redeem(early).accepted).toBe(true);
    contoso.domainPolicy({ blocked: ["fabrikam.example"] });
    expect(world.redeem(late)).toMatchObject({ accepted: false, refusedBecause: "domain-not-taken" });
    expect(world.redeem(early).accepted).toBe(true);
    contoso.domainPolicy({ blocked: [] });
    expect(world.redeem(late).accepted).toBe(true);
  });
});
