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

const SKU = "f0000000-0000-4000-8000-00000000e5e5";

/**
 * A company that has been there for a while: what takes years, or what no request to Graph makes, is there. The first user has
 * every detail that is shown by default, and groups give licences, one of them in vain.
 */
const livedIn: Scenario = {
  clouds: {
    public: {
      contoso: {
        domains: ["contoso.example"],
        apps: { inviter: {}, portal: {} },
        users: {
          mia: {
            ...{ displayName: "Mia Meier", givenName: "Mia", surname: "Meier", jobTitle: "Administrator" },
            ...{ department: "IT", companyName: "Contoso", officeLocation: "Bern 1", usageLocation: "CH" },
            ...{ preferredLanguage: "de-CH", mobilePhone: "+41 79 000 00 01" },
            businessPhones: ["+41 31 000 00 01"],
          },
          noa: {
            ...{ displayName: "Noa Nobel", givenName: "Noa", surname: "Nobel", jobTitle: "Project lead" },
            ...{ department: "Sales", companyName: "Contoso", officeLocation: "Thun 2", usageLocation: "CH" },
            ...{ preferredLanguage: "fr-CH", mobilePhone: "+41 79 000 00 02" },
            businessPhones: ["+41 31 000 00 02"],
          },
        },
        administrators: ["mia"],
        groups: {
          partners: {},
          "office licences": { assignedLicenses: [{ skuId: SKU, disabledPlans: [] }] },
          "project licences": {
            assignedLicenses: [{ skuId: SKU, disabledPlans: [] }],
            hasMembersWithLicenseErrors: true,
          },
        },
        members: 20,
        guests: { count: 12, pending: 3 },
        namedLocations: [{ displayName: "Head office", isTrusted: true, ipRanges: ["192.0.2.0/24"] }],
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
  "lived-in": livedIn,
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
