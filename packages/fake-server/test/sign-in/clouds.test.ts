import { createWorld } from "@vestibule/fake-server";
import { type B2BClientOptions, createB2BClient, type SignInQuestion, staticHomes } from "@vestibule/sdk";
import { describe, expect, test } from "vitest";
import type { CloudName } from "../clouds/sides.ts";
import { administrator, openCloud } from "../clouds/sides.ts";
import { everybody } from "../everybody.ts";
import { failureOf } from "../failure-of.ts";

interface Setting {
  readonly here?: CloudName;
  readonly there?: CloudName;
  readonly opens?: boolean;
  readonly hasEntry?: boolean;
}

/** Ada of Fabrikam is a guest of Contoso's, which asks nothing of anybody. Fabrikam lets everybody out. */
async function open({ here = "public", there = "china", opens = false, hasEntry = false }: Setting) {
  const world = createWorld();
  const contoso = world.cloud(here).tenant("contoso");
  const fabrikam = world.cloud(there).tenant("fabrikam").domain("fabrikam.example");
  const guest = contoso.user("guest", {
    ...{ mail: "ada@fabrikam.example", userType: "Guest", creationType: "Invitation" },
  });
  const [own, others] = [administrator(world, contoso), administrator(world, fabrikam)];
  if (opens) await openCloud(own.crossTenantAccess, there);
  if (hasEntry) await own.crossTenantAccess.addPartner(fabrikam.id);
  await openCloud(others.crossTenantAccess, here);
  await others.crossTenantAccess.addPartner(contoso.id);
  const transport = contoso.transport({ as: contoso.app("inviter") });
  const predict = (question: Partial<SignInQuestion> = {}, options: Partial<B2BClientOptions> = {}) =>
    createB2BClient({ transport, clock: world.clock, ...options }).signIn.predict({
      ...{ homeTenantId: fabrikam.id, homeCloud: there, homeMfa: "required" },
      ...question,
    });
  return {
    ...{ contoso, fabrikam, own, predict },
    signIn: () => {
      const { blocked, challenges } = world.signIn(contoso, guest.id);
      return blocked?.by ?? challenges.map(({ tenant }) => tenant);
    },
  };
}

const UNREACHABLE = "cross-tenant access: cloud-unreachable";

describe("a guest from the government's cloud", () => {
  async function fromTenantOf(kind: "USG" | "USGov") {
    const world = createWorld();
    const contoso = world.cloud("usgov").tenant("contoso");
    const fabrikam = world
      .cloud("usgov")
      .tenant("fabrikam", kind === "USG" ? { kind } : {})
      .domain("fabrikam.example");
    const { id } = contoso.user("guest", {
      ...{ mail: "ada@fabrikam.example", userType: "Guest", creationType: "Invitation" },
    });
    const tenant = { cloud: "usgov", tenantId: fabrikam.id, regionScope: kind };
    const b2b = createB2BClient({
      ...{ transport: contoso.transport({ as: contoso.app("inviter") }), clock: world.clock },
      boundary: { resolver: staticHomes({ [fabrikam.id]: { kind: "tenant", tenant } }) },
    });
    const question = { homeTenantId: fabrikam.id, homeMfa: "not-required", guest: { id } } as const;
    const whenSaid = await b2b.signIn.predict({ ...question, homeCloud: "usgov" });
    return { predicted: await b2b.signIn.predict(question), whenSaid, met: world.signIn(contoso, id) };
  }

  test("is kept out where the organisation is too old for B2B collaboration, whether or not the cloud is said", async () => {
    const { predicted, whenSaid, met } = await fromTenantOf("USG");
    expect(met.allowed).toBe(false);
    for (const { outcome, shutOutBy } of [predicted, whenSaid]) {
      expect(outcome).toBe("blocked");
      expect(shutOutBy).toMatchObject([
        { decidedBy: "clouds", because: expect.stringContaining("one without B2B collaboration") as unknown },
      ]);
    }
  });

  test("is let in from one of today's", async () => {
    const { predicted, met } = await fromTenantOf("USGov");
    expect(met.allowed).toBe(true);
    expect(predicted.outcome).toBe("no-mfa");
  });
});

describe("a guest from another cloud", () => {
  test.each<[string, Setting, string, string]>([
    [
      "of a pair that nobody can open to each other",
      { here: "usgov", there: "china", opens: true, hasEntry: true },
      ...(["in the cloud china, this directory in usgov: invitations do not cross", UNREACHABLE] as const),
    ],
    [
      "that is not open here",
      { there: "usgov-dod" },
      ...(["has not opened that cloud", UNREACHABLE] as const),
    ],
    [
      "that is not open here any more, though its organisation has an entry",
      { here: "china", there: "public", hasEntry: true },
      ...(["has not opened that cloud", UNREACHABLE] as const),
    ],
    [
      "that is open, whose organisation has no entry",
      { opens: true },
      ...(["organisation has no entry", "cross-tenant access: blocked-here"] as const),
    ],
  ])("%s is shut out, and told by what", async (_, setting, because, by) => {
    const { predict, signIn } = await open(setting);
    expect(await predict()).toEqual({
      ...{ outcome: "blocked", challenges: [], missing: [] },
      shutOutBy: [
        { allowed: false, decidedBy: "clouds", because: expect.stringContaining(because), missing: [] },
      ],
    });
    expect(signIn()).toBe(by);
  });

  test.each<[CloudName, CloudName]>([
    ["public", "china"],
    ["public", "usgov-dod"],
    ["usgov", "public"],
    ["china", "public"],
  ])(
    "meets in %s what any other does, where its cloud is open and its organisation has an entry: %s",
    async (here, there) => {
      const { contoso, predict, signIn } = await open({ here, there, opens: true, hasEntry: true });
      expect(await predict()).toMatchObject({ outcome: "mfa-once", challenges: [{ tenant: "home" }] });
      contoso.requireMfaForGuests();
      expect((await predict()).outcome).toBe("mfa-twice");
      expect(signIn()).toEqual(["resource"]);
    },
  );

  test("is shut out by the settings of the entry too, where there is one", async () => {
    const { fabrikam, own, predict, signIn } = await open({ opens: true, hasEntry: true });
    await own.crossTenantAccess.updatePartner(fabrikam.id, {
      b2bCollaborationInbound: everybody("blocked"),
    });
    const { shutOutBy = [] } = await predict();
    expect(shutOutBy.map(({ decidedBy }) => decidedBy)).toEqual(["partner", "partner"]);
    expect(signIn()).toBe("cross-tenant access: blocked-here");
  });

  test.each<[CloudName, CloudName]>([
    ["usgov", "usgov-dod"],
    ["usgov-dod", "usgov"],
  ])("comes from no other where %s and %s share an instance", async (here, there) => {
    const { predict, signIn } = await open({ here, there });
    expect((await predict()).outcome).toBe("mfa-once");
    expect(signIn()).toEqual([]);
  });
});

describe("a guest of whose cloud nobody knows", () => {
  const unsaid = { homeCloud: undefined };
  const missing = [expect.stringContaining("which cloud the guest's account lives in")];

  test.each<[string, Setting]>([
    ["whose organisation has no entry", { there: "public" }],
    ["whose organisation has no entry, and is in another cloud that is open", { opens: true }],
    ["whose organisation has an entry that nobody reaches", { hasEntry: true }],
  ])("%s may be let in or not, and that is missing", async (_, setting) => {
    const { predict } = await open(setting);
    expect(await predict(unsaid)).toEqual({ outcome: "unknown", challenges: [], missing });
  });

  test("is shut out all the same by settings that let nobody in", async () => {
    const { own, predict } = await open({});
    await own.crossTenantAccess.updateDefault({
      b2bCollaborationInbound: everybody("blocked"),
    });
    expect(await predict(unsaid)).toMatchObject({ outcome: "blocked", missing: [] });
  });

  test("is found out about by the resolver of the client's boundary, where it has one", async () => {
    const { fabrikam, predict } = await open({ opens: true });
    const home = { kind: "tenant", tenant: { cloud: "china", tenantId: fabrikam.id } } as const;
    const known = { boundary: { resolver: staticHomes({ [fabrikam.id]: home }) } };
    expect((await predict(unsaid, known)).outcome).toBe("blocked");
    expect((await predict({ homeCloud: "public" }, known)).outcome).toBe("mfa-once");
  });

  test("waits for no resolver longer than its caller allows", async () => {
    const { predict } = await open({});
    const boundary = { resolver: { resolve: () => new Promise<never>(() => undefined) }, timeoutMs: 1_000 };
    expect((await predict(unsaid, { boundary })).outcome).toBe("unknown");
  });

  test("has none where the account is in no organisation", async () => {
    const { predict } = await open({});
    expect((await predict({ ...unsaid, homeTenantId: null })).outcome).toBe("no-mfa");
  });
});

test("a cloud that is misspelt is refused before anything is sent", async () => {
  const { contoso, predict } = await open({});
  const before = contoso.faults.requests;
  const failure = await failureOf(predict({ homeCloud: "China" as never }));
  expect(failure).toMatchObject({ code: "invalid-input", outcome: "not-sent" });
  expect(failure.problems?.map(({ path }) => path)).toEqual(["homeCloud"]);
  expect(contoso.faults.requests).toBe(before);
});
