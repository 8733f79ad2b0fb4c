import { createWorld, type SignInCircumstances, type Tenant, type World } from "@vestibule/fake-server";
import { createB2BClient, type SignInPrediction, type SignInQuestion } from "@vestibule/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Combination, combination, GUEST_INVITER, USER_ADMINISTRATOR } from "./combinations.ts";

const COMBINATIONS = 20_000;

describe("the prediction of a sign-in", () => {
  test("is what the fake then really asks for, in twenty thousand combinations of policies, trust, homes and devices", {
    timeout: 120_000,
  }, async () => {
    const outcomes = new Map<string, number>();
    let number = 0;
    let world = createWorld();
    await fc.assert(
      fc.asyncProperty(combination, async (given) => {
        if (number % 500 === 0) world = createWorld();
        const { predicted, signedIn } = await both(world, `t${number++}`, given);
        outcomes.set(predicted.outcome, (outcomes.get(predicted.outcome) ?? 0) + 1);
        if (predicted.outcome !== "unknown") expect(summaryOf(predicted)).toEqual(signedIn);
      }),
      { numRuns: COMBINATIONS, seed: 4 },
    );
    const { unknown = 0, ...others } = Object.fromEntries(outcomes);
    expect(unknown).toBeLessThanOrEqual(COMBINATIONS * 0.05);
    for (const outcome of ["no-mfa", "mfa-once", "mfa-twice", "blocked"]) {
      expect([outcome, (others[outcome] ?? 0) >= 1_000]).toEqual([outcome, true]);
    }
  });
});

async function both(world: World, name: string, given: Combination) {
  const { contoso, guestId, circumstances, question } = furnish(world, name, given);
  const b2b = createB2BClient({
    transport: contoso.transport({ as: contoso.app("inviter") }),
    clock: world.clock,
  });
  const predicted = await b2b.signIn.predict(question);
  const { allowed, challenges } = world.signIn(contoso, guestId, circumstances);
  return {
    predicted,
    signedIn: {
      allowed,
      challenges: challenges.map(({ tenant, kind, askedBy }) => ({
        tenant,
        kind,
        by: askedBy.filter((by) => by !== "the home organisation"),
      })),
    },
  };
}

function summaryOf({ outcome, challenges }: SignInPrediction) {
  return {
    allowed: outcome !== "blocked",
    challenges: challenges.map(({ tenant, kind, because }) => ({
      tenant,
      kind,
      by: because.map(({ displayName }) => displayName),
    })),
  };
}

interface Furnished {
  readonly contoso: Tenant;
  readonly guestId: string;
  readonly circumstances: SignInCircumstances;
  readonly question: SignInQuestion;
}

function furnish(world: World, name: string, given: Combination): Furnished {
  const cloud = world.cloud("public");
  const [contoso, fabrikam, other] = [
    cloud.tenant(name),
    cloud.tenant(`${name}-home`).domain(`${name}.example`),
    cloud.tenant(`${name}-other`),
  ];
  const [portal, crm] = [contoso.app("portal"), contoso.app("crm")];
  const office = contoso.namedLocation({ displayName: "Office", isTrusted: true, ipRanges: ["10.0.0.0/8"] });
  const abroad = contoso.namedLocation({ displayName: "Abroad", countriesAndRegions: ["NO"] });
  const places = { office, abroad, elsewhere: undefined };
  const domain = given.isEntra ? `${name}.example` : "mail.example";
  const guest = contoso.user(`ada_${name}#EXT#@${name}.onmicrosoft.com`, {
    ...{ mail: `ada@${domain}`, userType: given.userType, creationType: "Invitation", roles: given.roles },
  });
  const groups = {
    partners: contoso.group("partners"),
    inviters: contoso.group("inviters", { roles: ["Guest Inviter"] }),
    others: contoso.group("others"),
  };
  const groupIds = given.groups.map((group) => groups[group].id);
  contoso.directory.store.seed(
    new Map(
      groupIds.map((groupId) => [groupId.toUpperCase(), { kind: "membership", groupId, memberId: guest.id }]),
    ),
  );
  const ids = {
    ...{ guest: guest.id, stranger: contoso.user("stranger").id, fabrikam: fabrikam.id, other: other.id },
    ...{ partners: groups.partners.id, inviters: groups.inviters.id, others: groups.others.id },
    ...{ portal: portal.appId, crm: crm.appId, office: office.id, abroad: abroad.id },
  };
  // Keys such as @odata.type stay what they are.
  const replaced = (text: string) => text.replace(/@(\w+)(?!\.)\b/g, (_, key: keyof typeof ids) => ids[key]);
  for (const [n, policy] of given.policies.entries()) {
    contoso.conditionalAccess({
      ...JSON.parse(replaced(JSON.stringify(policy))),
      displayName: `Policy ${n}`,
    });
  }
  if (given.defaultTrust) contoso.trust(given.defaultTrust);
  if (given.partnerTrust) contoso.trust(given.partnerTrust, fabrikam);
  if (given.homeAsks === "required") fabrikam.requireMfa();
  else if (given.homeAsks !== "not-required") fabrikam.conditionalAccess(strengthPolicy(given.homeAsks));
  const place = places[given.place];
  const opened = { portal, crm, nothing: undefined }[given.app];
  return {
    contoso,
    guestId: guest.id,
    circumstances: {
      ...{ platform: given.platform, clientAppType: given.clientAppType, device: given.device },
      ...{ signInRisk: given.risk, homeCanDo: given.homeCanDo },
      ...(place && { locationId: place.id }),
      ...(opened && { app: opened }),
    },
    question: {
      homeTenantId: given.isEntra ? fabrikam.id : null,
      ...{ homeMfa: given.homeAsks, homeCanDo: given.homeCanDo, appId: opened?.appId ?? null },
      guest: {
        ...{ id: guest.id, userType: given.userType },
        ...(given.namesMemberships && { groupIds, roleIds: roleIdsOf(given) }),
      },
      ...{ platform: given.platform, clientAppType: given.clientAppType, device: given.device },
      ...{ signInRisk: given.risk, userRisk: "none" },
      location: { ids: place ? [place.id] : [], isTrusted: given.place === "office" },
    },
  };
}

/** What is said of the guest's roles: the guest's own, and those by a group. */
function roleIdsOf({ groups, roles }: Combination): readonly string[] {
  const isInviter = groups.includes("inviters") || roles.includes("Guest Inviter");
  return [
    ...(isInviter ? [GUEST_INVITER] : []),
    ...(roles.includes("User Administrator") ? [USER_ADMINISTRATOR] : []),
  ];
}

const STRENGTH_IDS = { passwordless: 3, "phishing-resistant": 4 } as const;

function strengthPolicy(strength: keyof typeof STRENGTH_IDS) {
  return {
    displayName: "Home's own",
    conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
    grantControls: {
      authenticationStrength: { id: `00000000-0000-0000-0000-00000000000${STRENGTH_IDS[strength]}` },
    },
  };
}
