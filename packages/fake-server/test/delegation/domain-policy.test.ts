import { type DomainPolicy, limits } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import { failureOf } from "../failure-of.ts";
import { openClient } from "../open-client.ts";
import { asking } from "../rights/ask.ts";

const inviteRedirectUrl = "https://app.contoso.example";
const DOMAINS = "/policies/b2bManagementPolicies";

/** A domain of so many characters. */
function domainOf(length: number, start = ""): string {
  const letters = Array.from({ length }, (_, n) => (n % 40 === 39 ? "." : "x")).join("");
  return `${start}${letters.slice(start.length)}`;
}

describe("the domains that may be invited", () => {
  test("are any, then some, then all but some, then any again", async () => {
    const { b2b } = openClient();
    const { domainPolicy } = b2b.beta;
    const ok = async (domain: string) =>
      (await b2b.invitations.create({ invitedUserEmailAddress: `x@${domain}`, inviteRedirectUrl }).safe()).ok;
    const both = async () => [await ok("a.example"), await ok("b.example")];
    const states: (readonly [() => Promise<void>, DomainPolicy, readonly boolean[]])[] = [
      [() => domainPolicy.clear(), { kind: "any" }, [true, true]],
      [
        () => domainPolicy.allowOnly(["A.example"]),
        { kind: "allowed", domains: ["a.example"] },
        [true, false],
      ],
      [() => domainPolicy.block(["a.example"]), { kind: "blocked", domains: ["a.example"] }, [false, true]],
      [() => domainPolicy.clear(), { kind: "any" }, [true, true]],
    ];
    for (const [change, policy, invitable] of states) {
      await change();
      expect(await domainPolicy.get()).toEqual(policy);
      expect(await both()).toEqual(invitable);
    }
  });

  test("refuse an invitation as restricted, with what the inviter and the administrator can do", async () => {
    const { b2b, contoso } = openClient();
    contoso.domainPolicy({ blocked: ["fabrikam.example"] });
    const invitedUserEmailAddress = "ada@fabrikam.example";
    const error = await failureOf(b2b.invitations.create({ invitedUserEmailAddress, inviteRedirectUrl }));
    expect(error).toMatchObject({ code: "invitations-restricted", outcome: "rejected", retryable: false });
    expect(error.remedies?.map(({ action, who }) => [action, who])).toEqual([
      ["allow-domain", "resource-admin"],
      ["ask-for-other-address", "inviter"],
    ]);
    expect(error.message).not.toContain("ada@");
  });

  test("are changed without touching what else the policy holds", async () => {
    const { b2b, contoso } = openClient();
    const ask = asking(contoso, { as: contoso.app("admin") });
    const other = { B2BManagementPolicy: { AutoRedeemPolicy: { AdminConsented: ["x"] } }, More: 1 };
    const body = { definition: [JSON.stringify(other)], displayName: "mine", isOrganizationDefault: true };
    await ask("POST", DOMAINS, { body, version: "beta" });
    await b2b.beta.domainPolicy.block(["a.example", "A.EXAMPLE"]);
    const { value } = (await ask("GET", DOMAINS, { version: "beta" })).body as {
      value: { definition: string[]; displayName: string }[];
    };
    expect(value).toHaveLength(1);
    expect(value[0]?.displayName).toBe("mine");
    expect(JSON.parse(value[0]?.definition[0] ?? "")).toEqual({
      B2BManagementPolicy: {
        AutoRedeemPolicy: { AdminConsented: ["x"] },
        InvitationsAllowedAndBlockedDomainsPolicy: { AllowedDomains: [], BlockedDomains: ["a.example"] },
      },
      More: 1,
    });
  });

  test("are changed twice in a row by an application, whose reads lag behind its own writes", async () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { b2b, contoso, world } = openClient({ seed, realism: "documented" });
      await b2b.beta.domainPolicy.block(["a.example"]);
      await b2b.beta.domainPolicy.allowOnly(["b.example"]);
      await world.settle();
      expect(await b2b.beta.domainPolicy.get()).toEqual({ kind: "allowed", domains: ["b.example"] });
      const made = contoso.log.filter(({ operation }) => operation === "domainPolicies.create");
      expect(made).toHaveLength(1);
    }
  });

  test("are set where the answer to the first attempt was lost", async () => {
    const { b2b, contoso } = openClient();
    contoso.faults.add({
      match: { operation: "domainPolicies.create", nth: 1 },
      effect: "reset-after-commit",
    });
    await b2b.beta.domainPolicy.block(["a.example"]);
    expect(await b2b.beta.domainPolicy.get()).toEqual({ kind: "blocked", domains: ["a.example"] });
  });

  test.each([
    ["none", [], "domains"],
    ["what is no domain", ["a.example", "@b"], "domains[1]"],
    ["an address", ["x@a.example"], "domains[0]"],
  ])("are not set to %s, and nothing is sent", async (_, domains, path) => {
    const { b2b, contoso } = openClient();
    const requests = contoso.faults.requests;
    const error = await failureOf(b2b.beta.domainPolicy.block(domains));
    expect(error).toMatchObject({ code: "invalid-input", outcome: "not-sent" });
    expect(error.problems?.map((problem) => problem.path)).toEqual([path]);
    expect(contoso.faults.requests).toBe(requests);
  });

  test("are not set to more than fit, and nothing is sent", async () => {
    const { b2b, contoso } = openClient();
    const requests = contoso.faults.requests;
    const domains = Array.from({ length: 2_000 }, (_, n) => `domain-${n}.example`);
    const error = await failureOf(b2b.beta.domainPolicy.block(domains));
    expect(error).toMatchObject({
      ...{ code: "limit-reached", outcome: "not-sent", limit: "domain-list-characters" },
      remedies: limits["domain-list-characters"].remedies,
    });
    expect(contoso.faults.requests).toBe(requests);
  });

  test("fit to the last character, and not to one more, beside what else the policy holds", async () => {
    const { b2b, contoso } = openClient();
    const ask = asking(contoso, { as: contoso.app("admin") });
    const body = { definition: ['{"B2BManagementPolicy":{}}'], displayName: "mine" };
    await ask("POST", DOMAINS, { body, version: "beta" });
    const lengthOf = (domains: readonly string[]) =>
      JSON.stringify({
        B2BManagementPolicy: {
          InvitationsAllowedAndBlockedDomainsPolicy: { AllowedDomains: [], BlockedDomains: domains },
        },
      }).length;
    const most = Array.from({ length: 485 }, (_, n) => domainOf(48, `n${n}-`));
    const rest = 25_000 - lengthOf([...most, ""]);
    expect(lengthOf([...most, domainOf(rest)])).toBe(25_000);
    await b2b.beta.domainPolicy.block([...most, domainOf(rest)]);
    expect(await b2b.beta.domainPolicy.get()).toMatchObject({ kind: "blocked" });
    const error = await failureOf(b2b.beta.domainPolicy.block([...most, domainOf(rest + 1)]));
    expect(error).toMatchObject({ code: "limit-reached", outcome: "not-sent" });
  });

  test("may be written in any letters, and are kept as the net writes them", async () => {
    const { b2b } = openClient();
    await b2b.beta.domainPolicy.block(["MÜNCHEN.example", "xn--mnchen-3ya.example"]);
    expect(await b2b.beta.domainPolicy.get()).toEqual({
      ...{ kind: "blocked", domains: ["xn--mnchen-3ya.example"] },
    });
    for (const domain of ["münchen.example", "xn--mnchen-3ya.example"]) {
      const input = { invitedUserEmailAddress: `ada@${domain}`, inviteRedirectUrl };
      expect((await b2b.preflight.invitation(input)).findings[0]).toMatchObject({
        ...{ limitation: "domain-not-allowed", severity: "blocked" },
      });
      expect(await failureOf(b2b.invitations.create(input))).toMatchObject({
        code: "invitations-restricted",
      });
    }
  });

  test("are nobody's to see but an administrator's", async () => {
    const { contoso, world } = openClient();
    const narrow = contoso.app("narrow", { permissions: ["User.Invite.All"] });
    const { b2b } = openClient({}, { transport: contoso.transport({ as: narrow }), clock: world.clock });
    expect((await failureOf(b2b.beta.domainPolicy.get())).code).toBe("forbidden");
  });
});
