import type { Tenant, World } from "@vestibule/fake-server";
import type { Finding, Invitation, PreflightReport } from "@vestibule/sdk";
import { expect } from "vitest";
import type { Situation } from "./situation.ts";

type Users = Parameters<Tenant["conditionalAccess"]>[0]["conditions"]["users"];

/** Whom the policies are about that ask some people alone; `id` is of one who is here, if anybody is. */
const ABOUT: Partial<Record<Situation["mfa"], (id: string) => Users>> = {
  "asked of guests alone": () => ({
    includeGuestsOrExternalUsers: {
      guestOrExternalUserTypes: "b2bCollaborationGuest",
      externalTenants: null,
    },
  }),
  "asked of external members alone": () => ({
    includeGuestsOrExternalUsers: {
      guestOrExternalUserTypes: "b2bCollaborationMember",
      externalTenants: null,
    },
  }),
  "asked of all but one who is here": (id) => ({ includeUsers: ["All"], excludeUsers: [id] }),
  "asked of one who is here": (id) => ({ includeUsers: [id] }),
};

/** Nobody's id. */
const NOBODY = "99999999-0000-4000-8000-000000000001";

/** Sets what is asked of guests at sign-in, here and in the other organisation. */
export function furnishMfa(contoso: Tenant, fabrikam: Tenant, given: Situation, holderId: string): void {
  const { mfa } = given;
  if (asksAtHome(given)) fabrikam.requireMfa();
  const applications = { includeApplications: ["All"] };
  const users = ABOUT[mfa]?.(holderId || NOBODY);
  if (users !== undefined) {
    contoso.conditionalAccess({
      ...{ displayName: mfa, conditions: { users, applications } },
      grantControls: { builtInControls: ["mfa"] },
    });
  } else if (mfa !== "not asked") contoso.requireMfaForGuests();
  if (mfa === "trusted") contoso.trustMfa(fabrikam);
  if (mfa === "kept out") {
    contoso.conditionalAccess({
      displayName: "Guests stay out",
      conditions: { users: { includeUsers: ["All"] }, applications },
      grantControls: { builtInControls: ["block"] },
    });
  }
}

function asksAtHome({ homeMfa, asksAtHome }: Situation): boolean {
  return homeMfa === undefined ? asksAtHome : homeMfa === "required";
}

/** What a guest met on the way in. */
export interface Met {
  /** How often multifactor authentication was asked for. */
  readonly prompts: number;
  /** Why the guest was not let in, if it was not. */
  readonly refusedBecause: string | undefined;
}

/** Lets a guest in who was invited: by the link, or one who has accepted before by a sign-in. */
export function enter(world: World, contoso: Tenant, invitation: Invitation): Met {
  const { status, invitedUser, inviteRedeemUrl } = invitation;
  const hasAccepted = status === "Completed" || inviteRedeemUrl == null;
  const { challenges, refusedBecause } = hasAccepted
    ? signedIn(world, contoso, invitedUser.id)
    : world.redeem(inviteRedeemUrl);
  return { prompts: challenges.filter(({ kind }) => kind !== "terms").length, refusedBecause };
}

function signedIn(world: World, contoso: Tenant, userId: string) {
  const { challenges, blocked } = world.signIn(contoso, userId);
  return { challenges, refusedBecause: blocked?.because };
}

/** Holds what was foreseen of the sign-in against what the guest then met; tells which of it that was, if it is certain. */
export function holdMfa(
  given: Situation,
  { findings }: PreflightReport,
  { prompts, refusedBecause }: Met,
): "kept out" | "asked twice" | "not asked twice" | undefined {
  const found = findings.find(({ limitation }) => limitation === "double-mfa");
  const isOpen = found !== undefined && (found.permission !== null || found.severity === "info");
  // What lets nobody so far is a matter of cross-tenant access, which is judged elsewhere.
  if (isOpen || !isAboutSignIn(refusedBecause)) return undefined;
  if (found === undefined) {
    expect({ refusedBecause, isTwice: prompts > 1 }).toEqual({ refusedBecause: undefined, isTwice: false });
    return "not asked twice";
  }
  if (found.observed.includes("cannot sign in")) {
    expect(refusedBecause).toBe("blocked-by-policy");
    return "kept out";
  }
  expect(refusedBecause).toBeUndefined();
  // Of a home that nobody knows, nobody can tell whether it is trusted, or is this one.
  if (found.because.includes("is not trusted here")) return undefined;
  if (found.because.includes("unless that is this one")) return undefined;
  // Where nobody said what is asked at home, it is told as what may be.
  expect(prompts).toBe(isTwiceAsTold(given, found) ? 2 : 1);
  return "asked twice";
}

function isAboutSignIn(refusedBecause: string | undefined): boolean {
  return refusedBecause === undefined || refusedBecause === "blocked-by-policy";
}

function isTwiceAsTold(given: Situation, { because }: Finding): boolean {
  return because.includes("asks as well, so") || (given.domain === "theirs" && asksAtHome(given));
}
