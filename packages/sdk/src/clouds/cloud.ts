import { frozen } from "../remedies/index.ts";
import type { Capability } from "./capability.ts";

/** The clouds that are live. The set is open: a cloud of one's own, or one announced later, has an id of its own. */
export type CloudId = "public" | "usgov" | "usgov-dod" | "china" | (string & {});

/**
 * A national cloud: its own directory, login and Graph. Two clouds never see each other's tenants.
 *
 * A plain value. To reach a test server, spread a known one and change its `graph` origin:
 * `{ ...clouds.public, id: "local", graph: "http://127.0.0.1:4000" }`.
 */
export interface Cloud {
  readonly id: CloudId;
  /** The name that cross-tenant settings use (`allowedCloudEndpoints`), for example `microsoftonline.us`. Two clouds may share one. */
  readonly instance: string;
  /** Origin of Microsoft Graph. Tokens and next links go nowhere else. Plain http for loopback hosts alone. */
  readonly graph: string;
  /** Origin of the login service. */
  readonly login: string;
  /** Origin of the administration portal. */
  readonly portal: string;
  /** The scope that a token for this Graph is asked for with. */
  readonly scope: string;
  /** What it does not have. A request for it is refused before anything is sent. Absent: what is known of the cloud with this id. */
  readonly lacks?: ReadonlySet<Capability>;
}

/** Of what the SDK can ask for; the whole list is longer. */
const OUTSIDE_PUBLIC: readonly Capability[] = [
  "invitation.invitedUserSponsors",
  "user.sponsorOf",
  "crossTenantAccessPolicyConfigurationDefault.tenantRestrictions",
  "crossTenantAccessPolicyConfigurationPartner.tenantRestrictions",
  "multiTenantOrganization",
];

/** A set that stays as it is: freezing alone does not keep what it holds. */
function lacking(capabilities: readonly Capability[]): ReadonlySet<Capability> {
  const lacks = new Set(capabilities);
  lacks.add =
    lacks.delete =
    lacks.clear =
      () => {
        throw new TypeError("a cloud cannot be changed");
      };
  return lacks;
}

/**
 * The clouds that are live, with their endpoints. GCC tenants live in `public`, GCC High in `usgov`, DoD in `usgov-dod`.
 * The cloud of Germany was closed in 2021, and is none of them.
 *
 * @see https://learn.microsoft.com/graph/deployments
 * @see https://github.com/microsoftgraph/msgraph-metadata for what each lacks: `schemas/v1.0-Fairfax.csdl` and `v1.0-Mooncake.csdl` beside `v1.0-Prod.csdl`, of 2026-08
 * @see https://learn.microsoft.com/entra/external-id/b2b-government-national-clouds for the accounts of guests
 */
export const clouds = /* @__PURE__ */ frozen({
  public: {
    id: "public",
    instance: "microsoftonline.com",
    graph: "https://graph.microsoft.com",
    login: "https://login.microsoftonline.com",
    portal: "https://portal.azure.com",
    scope: "https://graph.microsoft.com/.default",
    lacks: lacking([]),
  },
  usgov: {
    id: "usgov",
    instance: "microsoftonline.us",
    graph: "https://graph.microsoft.us",
    login: "https://login.microsoftonline.us",
    portal: "https://portal.azure.us",
    scope: "https://graph.microsoft.us/.default",
    lacks: lacking(OUTSIDE_PUBLIC),
  },
  "usgov-dod": {
    id: "usgov-dod",
    instance: "microsoftonline.us",
    graph: "https://dod-graph.microsoft.us",
    login: "https://login.microsoftonline.us",
    portal: "https://portal.azure.us",
    scope: "https://dod-graph.microsoft.us/.default",
    lacks: lacking(OUTSIDE_PUBLIC),
  },
  china: {
    id: "china",
    instance: "partner.microsoftonline.cn",
    graph: "https://microsoftgraph.chinacloudapi.cn",
    login: "https://login.partner.microsoftonline.cn",
    portal: "https://portal.azure.cn",
    scope: "https://microsoftgraph.chinacloudapi.cn/.default",
    lacks: lacking([
      ...OUTSIDE_PUBLIC,
      "conditionalAccessConditionSet.signInRiskLevels",
      "conditionalAccessConditionSet.userRiskLevels",
      "conditionalAccessGrantControls.authenticationStrength",
      "guests with a personal account",
      "guests with a one-time passcode",
    ]),
  },
} as const satisfies Record<string, Cloud>);
