import type { Scenario } from "./scenario.ts";

const inviter = { inviter: {} };

/** A directory that nobody has done anything in, with an application that may do everything. */
const oneTenant: Scenario = {
  clouds: {
    public: {
      contoso: {
        domains: ["contoso.example"],
        apps: { inviter: {}, portal: {} },
        users: { mia: { displayName: "Mia" } },
        administrators: ["mia"],
        groups: { partners: {} },
      },
    },
  },
};

/** Two organisations that both ask for multifactor authentication, and neither trusts the other's. */
const twoTenantsDoubleMfa: Scenario = {
  clouds: {
    public: {
      contoso: { domains: ["contoso.example"], apps: inviter, requireMfaForGuests: true },
      fabrikam: {
        domains: ["fabrikam.example"],
        users: { "ada@fabrikam.example": { displayName: "Ada" } },
        requireMfa: true,
      },
    },
  },
};

/** One organisation in the public cloud, one in China, and neither cloud opened to the other. */
const twoClouds: Scenario = {
  clouds: {
    public: { contoso: { domains: ["contoso.example"], apps: inviter } },
    china: {
      corp: {
        domains: ["corp.example"],
        apps: inviter,
        users: { "li@corp.example": { displayName: "Li" } },
      },
    },
  },
};

/** A directory without a domain of its own that has room for one object more. */
const atQuota: Scenario = {
  clouds: { public: { contoso: { apps: inviter, otherObjects: 49_998 } } },
};

/** A directory with so many members, whose domain lets it hold 300,000 objects. */
function big(members: number): Scenario {
  return { clouds: { public: { contoso: { domains: ["contoso.example"], apps: inviter, members } } } };
}

/**
 * Scenarios that most tests begin with, by the names that `createWorld({ scenario })` takes.
 *
 * `empty`: no tenant. `one-tenant`: Contoso, with an administrator, a group and two applications. `two-tenants-double-mfa`:
 * Contoso and Fabrikam, which both ask Ada for multifactor authentication. `two-clouds`: Contoso in the public cloud, Corp in
 * China. `at-quota`: Contoso, with room for one object more. `big`: Contoso with 100,000 members.
 */
export const scenarios = Object.freeze({
  empty: {},
  "one-tenant": oneTenant,
  "two-tenants-double-mfa": twoTenantsDoubleMfa,
  "two-clouds": twoClouds,
  "at-quota": atQuota,
  big: big(100_000),
}) satisfies Readonly<Record<string, Scenario>>;

/** The name of a scenario of the library. */
export type ScenarioName = keyof typeof scenarios;

/** The scenario of this name. @throws RangeError where there is none */
export function scenarioNamed(name: string): Scenario {
  if (Object.hasOwn(scenarios, name)) return scenarios[name as ScenarioName];
  throw new RangeError(`there is no scenario "${name}"; there are ${Object.keys(scenarios).join(", ")}`);
}
