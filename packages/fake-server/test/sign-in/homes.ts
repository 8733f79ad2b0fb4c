import type { Tenant } from "@vestibule/fake-server";
import type { SignInQuestion } from "@vestibule/sdk";
import { strength } from "./scene.ts";

/** With what a guest signs in; `none` has redeemed nothing yet, and an address that no organisation holds. `nobody's guest` was never invited. */
export type Account =
  | "organisation"
  | "nobody's guest"
  | "none"
  | "federation"
  | "microsoft-account"
  | "google"
  | "passcode";

type Device = NonNullable<SignInQuestion["device"]>;
type HomeMfa = NonNullable<SignInQuestion["homeMfa"]>;

/** What a guest's own organisation asks of its people, and by which policies. */
export interface HomeSetting {
  readonly policies: readonly HomePolicy[];
  /** What that comes to. */
  readonly asks: (device: Device) => HomeMfa;
}

interface HomePolicy {
  readonly state?: "enabled" | "disabled" | "enabledForReportingButNotEnforced";
  readonly grantControls: NonNullable<Parameters<Tenant["conditionalAccess"]>[0]["grantControls"]>;
}

const MFA: HomePolicy = { grantControls: { builtInControls: ["mfa"] } };
const PASSWORDLESS: HomePolicy = { grantControls: strength(3) };
const UNPHISHABLE: HomePolicy = { grantControls: strength(4) };
const DEVICE_OR_MFA: HomePolicy = {
  grantControls: { operator: "OR", builtInControls: ["compliantDevice", "mfa"] },
};

const always = (asks: HomeMfa) => () => asks;

const HOMES: readonly (readonly [number, HomeSetting])[] = [
  [14, { policies: [MFA], asks: always("required") }],
  [6, { policies: [], asks: always("not-required") }],
  [1, { policies: [{ ...MFA, state: "enabledForReportingButNotEnforced" }], asks: always("not-required") }],
  [1, { policies: [{ ...MFA, state: "disabled" }], asks: always("not-required") }],
  [
    1,
    {
      policies: [DEVICE_OR_MFA],
      asks: ({ isCompliant }) => (isCompliant ? "not-required" : "required"),
    },
  ],
  [
    1,
    {
      policies: [
        { grantControls: { operator: "OR", builtInControls: ["domainJoinedDevice", "mfa"] } },
        { grantControls: { operator: "AND", builtInControls: ["passwordChange"], termsOfUse: ["t1"] } },
      ],
      asks: ({ isHybridJoined }) => (isHybridJoined ? "not-required" : "required"),
    },
  ],
  [
    1,
    {
      policies: [{ grantControls: { operator: "OR", builtInControls: ["mfa", "approvedApplication"] } }],
      asks: always("required"),
    },
  ],
];

const STRONG_HOMES: readonly (readonly [number, HomeSetting])[] = [
  [1, { policies: [PASSWORDLESS], asks: always("passwordless") }],
  [1, { policies: [MFA, UNPHISHABLE], asks: always("phishing-resistant") }],
  [
    1,
    {
      policies: [{ grantControls: { operator: "OR", builtInControls: ["compliantDevice"], ...strength(4) } }],
      asks: ({ isCompliant }) => (isCompliant ? "not-required" : "phishing-resistant"),
    },
  ],
  [
    1,
    {
      policies: [
        { grantControls: { operator: "OR", builtInControls: ["mfa"], ...strength(4) } },
        PASSWORDLESS,
      ],
      asks: always("passwordless"),
    },
  ],
];

/** Homes, each with how often it is to be seen. In China no policy can ask for a strength. */
export function homesIn(cloud: string): readonly (readonly [number, HomeSetting])[] {
  return cloud === "china" ? HOMES : [...HOMES, ...STRONG_HOMES];
}
