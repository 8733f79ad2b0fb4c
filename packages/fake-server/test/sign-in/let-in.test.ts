import { createWorld, type FakeApp, type SignInResult } from "@vestibule/fake-server";
import { type B2BClient, createB2BClient, type SignInPrediction, type SignInQuestion } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

type AccessType = "allowed" | "blocked";

/** Names that stand for what a world makes: people and groups of Fabrikam, and applications. */
const USERS = ["AllUsers", "@ada", "@grace", "@team", "@others"] as const;
const APPS = ["AllApplications", "@portal", "@crm", "Office365"] as const;

const targetsOf = (names: readonly string[]) =>
  fc.record({
    accessType: fc.constantFrom<AccessType>("allowed", "blocked"),
    targets: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
  });

/** Everybody is blocked together with everything, and the other way round: Graph takes nothing else. */
const setting = fc.record({ users: targetsOf(USERS), apps: targetsOf(APPS) }).map(({ users, apps }) => {
  const shut =
    users.accessType === "blocked" && users.targets.includes("AllUsers")
      ? true
      : apps.accessType === "blocked" && apps.targets.includes("AllApplications");
  return shut
    ? {
        users: { accessType: "blocked" as const, targets: ["AllUsers"] },
        apps: { accessType: "blocked" as const, targets: ["AllApplications"] },
      }
    : { users, apps };
});

const situation = fc.record({
  general: fc.option(setting, { freq: 2 }),
  entry: fc.option(fc.record({ setting, has: fc.constantFrom("both", "users", "apps", "neither") }), {
    freq: 3,
  }),
  groups: fc.uniqueArray(fc.constantFrom("team", "others")),
  opens: fc.constantFrom("portal", "crm", "nothing"),
  tells: fc.record({ userId: fc.boolean(), groupIds: fc.boolean(), appId: fc.boolean() }),
});

interface Scene {
  readonly b2b: B2BClient;
  readonly homeTenantId: string;
  readonly ids: Readonly<Record<string, string>>;
  readonly apps: Readonly<Record<string, FakeApp | undefined>>;
  /** The group memberships of Ada at home. */
  enter(groups: readonly string[]): Promise<void>;
  signIn(app: FakeApp | undefined): SignInResult;
}

function open(): Scene {
  const world = createWorld();
  const fabrikam = world.cloud("public").tenant("fabrikam").domain("fabrikam.example");
  const contoso = world.cloud("public").tenant("contoso");
  const ada = fabrikam.user("ada@fabrikam.example", { mail: "ada@fabrikam.example" });
  const grace = fabrikam.user("grace@fabrikam.example");
  const [team, others] = [fabrikam.group("team"), fabrikam.group("others")];
  const apps = { portal: contoso.app("portal"), crm: contoso.app("crm") };
  const guest = contoso.user("guest", {
    ...{ mail: "ada@fabrikam.example", userType: "Guest", creationType: "Invitation" },
  });
  const clientOf = (tenant: typeof contoso) =>
    createB2BClient({
      transport: tenant.transport({ as: tenant.app("admin") }),
      ...{ clock: world.clock, random: world.random },
    });
  const home = clientOf(fabrikam);
  return {
    b2b: clientOf(contoso),
    homeTenantId: fabrikam.id,
    ids: {
      ...{ "@ada": ada.id, "@grace": grace.id, "@team": team.id, "@others": others.id },
      ...{ "@portal": apps.portal.appId, "@crm": apps.crm.appId },
    },
    apps,
    async enter(groups) {
      for (const group of groups) await home.groups.addMember(group === "team" ? team.id : others.id, ada.id);
    },
    signIn: (app) => world.signIn(contoso, guest.id, app && { app }),
  };
}

interface Part {
  readonly accessType: AccessType;
  readonly targets: readonly string[];
}

/** A setting with the ids that its names stand for. */
function written({ ids }: Scene, { users, apps }: { readonly users: Part; readonly apps: Part }) {
  const kindOf = (name: string) => (name === "@team" || name === "@others" ? "group" : "user");
  const part = <Kind extends string>({ accessType, targets }: Part, kind: (name: string) => Kind) => ({
    accessType,
    targets: targets.map((name) => ({ target: ids[name] ?? name, targetType: kind(name) })),
  });
  return { usersAndGroups: part(users, kindOf), applications: part(apps, () => "application") };
}

function isShut({ users }: { readonly users: Part }): boolean {
  return users.accessType === "blocked" && users.targets.includes("AllUsers");
}

async function furnish(scene: Scene, { general, entry, groups }: Situation): Promise<void> {
  const { crossTenantAccess } = scene.b2b;
  if (general) await crossTenantAccess.updateDefault({ b2bCollaborationInbound: written(scene, general) });
  if (entry) {
    const whole = written(scene, entry.setting);
    const has = isShut(entry.setting) && entry.has !== "neither" ? "both" : entry.has;
    await crossTenantAccess.addPartner(scene.homeTenantId, {
      b2bCollaborationInbound: {
        usersAndGroups: has === "both" || has === "users" ? whole.usersAndGroups : null,
        applications: has === "both" || has === "apps" ? whole.applications : null,
      },
    });
  }
  await scene.enter(groups);
}

type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

function questionsOf(scene: Scene, { groups, opens, tells }: Situation) {
  const app = scene.apps[opens];
  const told: SignInQuestion = {
    ...{
      homeTenantId: scene.homeTenantId,
      homeCloud: "public",
      homeMfa: "not-required",
      appId: app?.appId ?? null,
    },
    atHome: { userId: scene.ids["@ada"], groupIds: groups.map((name) => String(scene.ids[`@${name}`])) },
  };
  const asked: SignInQuestion = {
    ...told,
    appId: tells.appId ? told.appId : undefined,
    atHome: {
      userId: tells.userId ? told.atHome?.userId : undefined,
      groupIds: tells.groupIds ? told.atHome?.groupIds : undefined,
    },
  };
  return { told, asked, app };
}

/** A prediction is what really happens, or says what it turns on. */
function holds({ outcome, missing }: SignInPrediction, real: string, turnsOn: RegExp): void {
  if (outcome === "unknown") expect(missing.join()).toMatch(turnsOn);
  else expect(outcome).toBe(real);
}

const reasonsIn = ({ shutOutBy = [] }: SignInPrediction) =>
  shutOutBy.map(({ decidedBy, because }) => `${decidedBy}: ${because.includes("users") ? "users" : "apps"}`);

describe("what is foreseen of a guest who has to be let in", () => {
  test("is what the fake does, however the settings are: three thousand of them", async () => {
    const met = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        const scene = open();
        await furnish(scene, given);
        const { told, asked, app } = questionsOf(scene, given);
        const seen = scene.signIn(app);
        if (!seen.allowed) expect(seen.blocked?.because).toBe("not-let-in");
        const real = seen.allowed ? "no-mfa" : "blocked";
        const whole = await scene.b2b.signIn.predict(told);
        const part = await scene.b2b.signIn.predict(asked);
        // Only of the applications that Microsoft bundles nobody can tell.
        holds(whole, real, /Office365/);
        holds(part, real, /./);
        for (const key of [`${whole.outcome} of all`, part.outcome, ...reasonsIn(whole)]) {
          met.set(key, (met.get(key) ?? 0) + 1);
        }
      }),
      { numRuns: 3_000, seed: 7 },
    );
    const kinds = [
      ...["blocked", "no-mfa", "unknown", "blocked of all", "no-mfa of all", "unknown of all"],
      ...["partner: users", "partner: apps", "default: users", "default: apps"],
    ];
    for (const kind of kinds) expect(met.get(kind) ?? 0, kind).toBeGreaterThan(20);
  });
});

const only = (accessType: AccessType, name: (typeof USERS)[number] | (typeof APPS)[number]) => {
  const everything = { accessType: "allowed" as const, targets: [] as string[] };
  return name === "@portal" || name === "@crm"
    ? { users: { ...everything, targets: ["AllUsers"] }, apps: { accessType, targets: [name] } }
    : { users: { accessType, targets: [name] }, apps: { ...everything, targets: ["AllApplications"] } };
};

const NOTHING_TOLD = { userId: false, groupIds: false, appId: false };

describe("settings for certain people or applications", () => {
  test.each([
    ["lets in whom it names", only("allowed", "@ada"), "nothing", true],
    ["lets in whom a group of theirs names", only("allowed", "@team"), "nothing", true],
    ["shuts out whom it does not name", only("allowed", "@grace"), "nothing", false],
    ["shuts out whom a group of theirs names", only("blocked", "@team"), "nothing", false],
    ["lets in to the application that it names", only("allowed", "@portal"), "portal", true],
    ["shuts out of every other application", only("allowed", "@portal"), "crm", false],
    [
      "lets in to no application in particular where one is open",
      only("allowed", "@portal"),
      "nothing",
      true,
    ],
  ] as const)("%s", async (_, general, opens, isLetIn) => {
    const scene = open();
    const given: Situation = { general, entry: null, groups: ["team"], opens, tells: NOTHING_TOLD } as never;
    await furnish(scene, given);
    const { told, app } = questionsOf(scene, given);
    expect(scene.signIn(app).allowed).toBe(isLetIn);
    expect((await scene.b2b.signIn.predict(told)).outcome).toBe(isLetIn ? "no-mfa" : "blocked");
  });

  test("are given as the reason, with what they turn on where that was not said", async () => {
    const scene = open();
    const given = { general: only("allowed", "@others"), entry: null, groups: ["team"] } as const;
    const more = { opens: "nothing", tells: NOTHING_TOLD } as const;
    await furnish(scene, { ...given, ...more } as never);
    const { told } = questionsOf(scene, { ...given, ...more } as never);
    expect(await scene.b2b.signIn.predict(told)).toEqual({
      ...{ outcome: "blocked", challenges: [], missing: [] },
      shutOutBy: [
        {
          ...{ allowed: false, decidedBy: "default", missing: [] },
          because: "the default allows certain users alone, and this one is not among them",
        },
      ],
    });
    expect(await scene.b2b.signIn.predict({ ...told, atHome: { userId: scene.ids["@ada"] } })).toEqual({
      ...{ outcome: "unknown", challenges: [] },
      missing: ["which groups the guest is in at home"],
    });
  });

  test("say nothing of a guest whose account is in no Entra directory", async () => {
    const scene = open();
    await furnish(scene, { general: only("allowed", "@grace"), entry: null, groups: [] } as never);
    const { outcome } = await scene.b2b.signIn.predict({ homeTenantId: null });
    expect(outcome).toBe("no-mfa");
  });
});
