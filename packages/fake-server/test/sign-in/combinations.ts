import fc from "fast-check";
import { CLOUDS, type CloudName } from "../clouds/sides.ts";
import { weighted } from "../weighted.ts";
import { access } from "./access.ts";
import { type Account, homesIn } from "./homes.ts";
import { policyIn } from "./policies.ts";

/** One way in which everything can be set. `@guest` and the like stand for ids. */
export type Combination = typeof combination extends fc.Arbitrary<infer T> ? T : never;

/** What a question can leave out. Without `guestId` it is about somebody who has yet to be invited. */
export type Omission = (typeof OMISSIONS)[number];
const OMISSIONS = [
  ...(["homeMfa", "homeCanDo", "appId", "platform", "location", "device", "signInRisk", "userRisk"] as const),
  ...(["guestId", "groupIds", "roleIds", "isMfaRegistered", "userType", "clientAppType"] as const),
  ...(["homeCloud", "homeLetsOut", "atHome", "creationType", "accountEnabled"] as const),
];

const combinationIn = (cloud: CloudName, homeCloud: CloudName) =>
  fc.record({
    cloud: fc.constant(cloud),
    homeCloud: fc.constant(homeCloud),
    access,
    policies: fc.array(policyIn(cloud), { maxLength: 5 }),
    account: weighted<Account>(
      ...([
        [40, "organisation"],
        [3, "nobody's guest"],
        [1, "none"],
        [1, "federation"],
      ] as const),
      ...([
        [1, "microsoft-account"],
        [1, "google"],
        [1, "passcode"],
      ] as const),
    ),
    /** Whether the guest may sign in at all, here and at home. */
    isEnabled: weighted([60, true], [1, false]),
    isEnabledAtHome: weighted([60, true], [1, false]),
    userType: weighted<"Guest" | "Member">([3, "Guest"], [1, "Member"]),
    /** The groups that the guest is in: `inviters` has the role Guest Inviter. */
    groups: fc.uniqueArray(fc.constantFrom("partners" as const, "inviters" as const)),
    /** Roles of the guest's own. */
    roles: weighted<readonly ("Guest Inviter" | "User Administrator")[]>(
      [4, []],
      [1, ["Guest Inviter"]],
      [1, ["User Administrator"]],
      [1, ["Guest Inviter", "User Administrator"]],
    ),
    isMfaRegistered: fc.boolean(),
    home: weighted(...homesIn(homeCloud)),
    homeCanDo: fc.constantFrom(...(["mfa", "passwordless", "phishing-resistant"] as const)),
    app: fc.constantFrom("portal", "crm", "nothing"),
    place: fc.constantFrom("office", "abroad", "elsewhere"),
    platform: fc.constantFrom("windows", "macOS", "android"),
    clientAppType: weighted<"browser" | "other">([5, "browser"], [1, "other"]),
    device: fc.record({ isCompliant: fc.boolean(), isHybridJoined: fc.boolean() }),
    risk: weighted<"none" | "medium" | "high">([5, "none"], [1, "medium"], [1, "high"]),
    userRisk: weighted<"none" | "medium" | "high">([5, "none"], [1, "medium"], [1, "high"]),
    asks: fc.record({
      /** Whether the question names groups and roles, or leaves it to the SDK to read them. */
      namesMemberships: fc.boolean(),
      isInUpperCase: weighted([3, false], [1, true]),
      /** Whether whoever is of no other organisation is said to be of the one that the address is of. */
      takesForGuest: fc.boolean(),
      /** Whether somebody of an organisation is said to be of none. */
      takesForNobodys: weighted([60, false], [1, true]),
      /** Whether the directory's own people are said to be at home in it, by its tenant id. */
      saysOwn: fc.boolean(),
      /** Whether the caller may read users. */
      mayRead: weighted([16, true], [1, false]),
      omits: fc.oneof(
        { weight: 3, arbitrary: fc.constant<Omission[]>([]) },
        { weight: 1, arbitrary: fc.subarray(OMISSIONS, { minLength: 1 }) },
        { weight: 1, arbitrary: fc.constantFrom(...OMISSIONS).map((one) => [one]) },
      ),
    }),
  });

/** Every cloud has guests of every cloud, most of its own. */
export const combination = fc.oneof(
  ...CLOUDS.flatMap((cloud) =>
    CLOUDS.map((homeCloud) => ({
      weight: (cloud === "public" ? 2 : 1) * (cloud === homeCloud ? 8 : 1),
      arbitrary: combinationIn(cloud, homeCloud),
    })),
  ),
);

/**
 * What a question that leaves something out goes by all the same: an ordinary guest, in a browser, who has registered
 * nothing here before the invitation, and of whom nobody at home asks for more than can be done.
 */
export function asTold(given: Combination): Combination {
  const { omits } = given.asks;
  // Whoever has yet to be invited will be, but for the directory's own people.
  const isToCome = given.account === "nobody's guest" && omits.includes("guestId");
  const isOwn = isToCome && given.asks.saysOwn;
  const account = isToCome && !isOwn ? "organisation" : given.account;
  const asks = given.home.asks(given.device);
  const isUnheardOf =
    omits.includes("homeMfa") && STRONGEST_LAST.indexOf(given.homeCanDo) < STRONGEST_LAST.indexOf(asks);
  return {
    ...{ ...given, account },
    ...(omits.includes("userType") && {
      userType: isOwn && omits.includes("creationType") ? "Member" : "Guest",
    }),
    // Of nobody whom it does not name the question says that the account is blocked.
    ...(omits.includes("guestId") && { isEnabled: true }),
    ...(omits.includes("clientAppType") && { clientAppType: "browser" }),
    ...(omits.includes("guestId") &&
      omits.includes("isMfaRegistered") &&
      !isOwn && { isMfaRegistered: false }),
    ...(isUnheardOf && asks !== "required" && asks !== "not-required" && { homeCanDo: asks }),
  };
}

const STRONGEST_LAST: readonly string[] = ["mfa", "passwordless", "phishing-resistant"];
