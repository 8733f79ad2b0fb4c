import * as fake from "@vestibule/fake-server";
import { listen } from "@vestibule/fake-server/listen";
import { describe, expect, test } from "vitest";

/** Called with anything: tests of what happens where types are not checked. */
type Anything = (...given: readonly unknown[]) => unknown;

const NONSENSE: readonly unknown[] = [
  undefined,
  null,
  7,
  [],
  "",
  "no such thing!",
  { rols: [] },
  () => undefined,
];
const LISTS = [[], ...NONSENSE.flatMap((one) => [[one], ["x", one], ["x", "x", one], [one, one]])];

/** What a person cannot make anything of: the words of the engine. */
const RAW =
  /^Cannot |is not (?:a function|iterable|a constructor|an object)|\bof (?:undefined|null)\b|intermediate value|'in' operator|Invalid URL/;

async function failureOf(call: () => unknown): Promise<unknown> {
  try {
    const result = await call();
    if (result !== null && typeof result === "object" && "close" in result)
      await (result.close as Anything)();
    return undefined;
  } catch (failure) {
    return failure;
  }
}

function isClear(failure: unknown): boolean {
  return failure instanceof Error && failure.message.length > 20 && !RAW.test(failure.message);
}

/** What cannot be meant is a mistake of the program's; what there is no room for, or not any more, is out of range. */
function refusals(failures: readonly unknown[]): readonly unknown[] {
  return failures.filter((failure) => failure instanceof TypeError || failure instanceof RangeError);
}

const world = () => fake.createWorld();
const tenant = () => world().cloud("public").tenant("contoso");

function methodsOf(value: object): readonly string[] {
  const names: string[] = [];
  for (
    let at: object | null = value;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    for (const [name, { value: method }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof method === "function" && name !== "constructor") names.push(name);
    }
  }
  return [...new Set(names)];
}

/** What is handed to other parts of this package alone. */
const INTERNAL = ["open"];

/** Each public function, with what it is a method of made anew for each call. */
const callees: readonly (readonly [string, () => object])[] = [
  ...Object.keys(fake)
    .filter((name) => typeof Reflect.get(fake, name) === "function")
    .map((name) => [name, () => fake] as const),
  ["listen", () => ({ listen })],
  ...methodsOf(world()).map((name) => [name, world] as const),
  ["tenant", () => world().cloud("public")],
  ...methodsOf(tenant())
    .filter((name) => !INTERNAL.includes(name))
    .map((name) => [name, tenant] as const),
  ["next", () => tenant().inbox],
  ["add", () => tenant().faults],
];

describe("whatever it is given", () => {
  test.each(callees)("%s fails, if it fails, with an error that says what to do", async (name, of) => {
    for (const given of LISTS) {
      const callee = of();
      const failure = await failureOf(() =>
        (Reflect.get(callee, name) as Anything).apply(callee, [...given]),
      );
      if (failure === undefined) continue;
      expect(isClear(failure), `${name}(${given.map(String).join(", ")}): ${String(failure)}`).toBe(true);
    }
  });
});

/** What can be seen of a tenant from outside. */
function seen(contoso: fake.Tenant): unknown {
  const { store } = contoso.directory;
  const kinds = ["user", "group", "servicePrincipal", "conditionalAccessPolicy", "namedLocation"] as const;
  return {
    weight: store.weight,
    objects: kinds.map((kind) => [...store.primary().find(kind)].length),
    limit: contoso.objectLimit,
    commits: contoso.log.length,
  };
}

const locked = "enabledButNotReally";

describe("a tenant is furnished with nothing", () => {
  test.each<[string, (contoso: Record<string, Anything>) => unknown, string]>([
    ["a user without a name", (t) => t.user?.(null), "tenant.user: name has to be a name, not null"],
    [
      "a misspelt property",
      (t) => t.user?.("ada", { mial: "x" }),
      'properties has no "mial"; it has displayName',
    ],
    [
      "a type of user",
      (t) => t.user?.("ada", { userType: "guest" }),
      'userType has to be "Guest" or "Member", not "guest"',
    ],
    [
      "an unknown role",
      (t) => t.user?.("ada", { roles: ["Boss"] }),
      'properties.roles[0] has to be "Global Administrator"',
    ],
    [
      "a misspelt option of a group",
      (t) => t.group?.("team", { rols: [] }),
      'tenant.group: properties has no "rols"; it has assignedLicenses, hasMembersWithLicenseErrors, roles',
    ],
    ["an app without a name", (t) => t.app?.(), "tenant.app: name has to be a name, not undefined"],
    [
      "permissions as a text",
      (t) => t.app?.("a", { permissions: "User.Invite.All" }),
      "properties.permissions has to be a list",
    ],
    [
      "a misspelt part of a policy",
      (t) => t.conditionalAccess?.({ stat: locked }),
      'input has no "stat"; it has displayName, state',
    ],
    [
      "a policy's state",
      (t) =>
        t.conditionalAccess?.({
          displayName: "p",
          state: locked,
          conditions: { users: {}, applications: {} },
        }),
      'input.state has to be "enabled" or "disabled"',
    ],
    [
      "a policy about nothing",
      (t) => t.conditionalAccess?.({ displayName: "p" }),
      "input.conditions has to be an object, not undefined",
    ],
    [
      "guests of whom",
      (t) => t.requireMfaForGuests?.({ guestsOf: 7 }),
      'options.guestsOf has to be "all" or a list of tenant ids',
    ],
    ["trust in a word", (t) => t.trust?.("yes"), 'tenant.trust: inboundTrust has to be an object, not "yes"'],
    [
      "misspelt trust",
      (t) => t.trust?.({ isMfaAcepted: true }),
      "it has isMfaAccepted, isCompliantDeviceAccepted",
    ],
    [
      "trust in a name",
      (t) => t.trust?.({ isMfaAccepted: true }, "fabrikam"),
      "of has to be a tenant, as world.cloud().tenant() gives it",
    ],
    [
      "a place without a name",
      (t) => t.namedLocation?.({ isTrusted: true }),
      "input.displayName has to be a name",
    ],
    [
      "a domain of one word",
      (t) => t.domain?.("fabrikam"),
      'tenant.domain: name has to be a domain, for example fabrikam.example, not "fabrikam"',
    ],
    ["half a member", (t) => t.members?.(0.5), "count has to be a whole number from 0, not 0.5"],
    [
      "administrators by name",
      (t) => t.administrators?.("ada"),
      "users[0] has to be a user, as tenant.user() gives it",
    ],
    [
      "who may invite",
      (t) => t.authorizationPolicy?.({ allowInvitesFrom: "all" }),
      'changes.allowInvitesFrom has to be "none" or',
    ],
    [
      "misspelt providers",
      (t) => t.identityProviders?.({ gogle: true }),
      'changes has no "gogle"; it has oneTimePasscode, google',
    ],
    [
      "domains on no list",
      (t) => t.domainPolicy?.({ allow: [] }),
      "domains has to be { allowed } or { blocked }",
    ],
    [
      "a caller by name",
      (t) => t.transport?.({ as: "app" }),
      "options.as has to be an application or a user",
    ],
  ])("by %s", (_, furnish, message) => {
    const contoso = tenant();
    const before = seen(contoso);
    let failure: unknown;
    try {
      furnish(contoso as never);
    } catch (thrown) {
      failure = thrown;
    }
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as Error).message).toContain(message);
    expect(seen(contoso)).toEqual(before);
  });

  test("by a domain that another tenant holds", () => {
    const own = fake.createWorld();
    own.cloud("public").tenant("fabrikam").domain("fabrikam.example");
    const contoso = own.cloud("public").tenant("contoso");
    const before = seen(contoso);
    expect(() => contoso.domain("fabrikam.example")).toThrow("verified by fabrikam already");
    expect(seen(contoso)).toEqual(before);
  });
});

test("a property that is undefined is one that was not said", () => {
  const contoso = tenant();
  const ada = contoso.user("ada", { displayName: undefined, mail: undefined } as never);
  expect(ada.mail).toBe("ada@contoso.onmicrosoft.com");
  expect(contoso.directory.store.primary().get(ada.id)).toMatchObject({ displayName: "ada" });
});

test("the nonsense of this file is refused more often than it is taken", async () => {
  const failures = await Promise.all(
    NONSENSE.map((one) => failureOf(() => tenant().user(one as never, one as never))),
  );
  expect(refusals(failures).length).toBeGreaterThan(NONSENSE.length / 2);
});
