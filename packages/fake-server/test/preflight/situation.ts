import type { AllowInvitesFrom } from "@vestibule/fake-server";
import type { guestUserRoles } from "@vestibule/sdk";
import fc from "fast-check";
import { PERSONAL_DOMAINS, pairs, side } from "../clouds/sides.ts";
import { weighted } from "../weighted.ts";

/** What a preflight reads, each by the operation that reads it. */
const READS = [
  ...["invitePolicy.get", "delegation.getInviter", "delegation.listMemberships"],
  ...["beta.domainPolicy.get", "organization.list", "preflight.findByAddress", "guests.get"],
  ...["crossTenantAccess.getDefault", "conditionalAccess.list", "organization.findTenantId"],
] as const;

/** Settings that mostly let people through, so that what comes after them is reached. */
const openSide = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constant({ opensCloud: true, general: "unset", entry: "empty" } as const),
  },
  { weight: 2, arbitrary: side },
);

const callers = ["application", "member", "guest", "administrator", "guest inviter"] as const;

/** What is asked of guests here, and of whom. */
const mfa = weighted(
  [9, "not asked"],
  [2, "asked"],
  [2, "asked of guests alone"],
  [2, "asked of external members alone"],
  [2, "asked of all but one who is here"],
  [1, "asked of one who is here"],
  [2, "trusted"],
  [2, "kept out"],
);

/** Everything but who calls. */
const rest = {
  pair: fc.oneof(
    { weight: 4, arbitrary: fc.constant(["public", "public"] as const) },
    { weight: 2, arbitrary: fc.constantFrom(...pairs) },
  ),
  ours: openSide,
  theirs: openSide,
  /** Of a domain that an organisation holds, one's own, nobody's, or one of personal accounts. */
  domain: weighted([8, "theirs"], [2, "nobody's"], [2, "personal"], [2, "own"]),
  personal: fc.constantFrom(...PERSONAL_DOMAINS),
  /** Whether the client knows the settings of both sides, of its own, or nothing of clouds. */
  knows: weighted([4, "both"], [1, "told"], [1, "own side"], [1, "nothing"]),
  allowInvitesFrom: weighted<AllowInvitesFrom>(
    [9, "everyone"],
    [2, "adminsGuestInvitersAndAllMembers"],
    [2, "adminsAndGuestInviters"],
    [1, "none"],
  ),
  sight: fc.constantFrom<keyof typeof guestUserRoles>("member", "guest"),
  /** What the token carries; null for everything. */
  permissions: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.subarray([
        ...["User.Invite.All", "User.ReadWrite.All", "Directory.ReadWrite.All", "Policy.Read.All"],
        ...["Policy.ReadWrite.B2BManagementPolicy", "RoleManagement.Read.Directory"],
      ]),
    },
  ),
  isToldPermissions: weighted([5, true], [1, false]),
  list: weighted(
    [9, "none"],
    [1, "allows it"],
    [1, "allows another"],
    [1, "blocks it"],
    [1, "blocks another"],
    [1, "blocks one below it"],
  ),
  /** Who has the address already. */
  holder: weighted(
    [16, "nobody"],
    [2, "pending guest"],
    [1, "accepted guest"],
    [1, "external member"],
    [1, "blocked guest"],
    [1, "member"],
    [1, "member by another address"],
    [1, "blocked member"],
    [1, "guest without an invitation"],
    [1, "deleted guest"],
    [1, "guest and member"],
  ),
  reset: weighted(
    [20, "no"],
    [2, "a guest"],
    [1, "a guest with a role"],
    [1, "a guest of another address"],
    [1, "a member"],
    [1, "nobody"],
  ),
  room: weighted([6, "plenty"], [1, "a little"], [1, "the last place"], [1, "none"]),
  /** Whether a caller who is no administrator has created as much as one may. */
  hasCreatedAll: weighted([5, false], [1, true]),
  mfa,
  homeMfa: fc.constantFrom("required", "not-required", undefined),
  /** Whether the guest's organisation asks for it, where nobody said so. */
  asksAtHome: fc.boolean(),
  /** Which of the two is one of those of the government's that are too old to collaborate. */
  older: weighted([6, "neither"], [1, "theirs"], [1, "ours"], [1, "both"]),
  /** Whether the resolver knows the directory itself. */
  knowsOwn: weighted([9, true], [1, false]),
  /** Whether the guest's organisation lets the application work by which its people are invited from other clouds. */
  worker: weighted([2, "unseen"], [1, "enabled"], [1, "disabled"]),
  invitedAs: weighted([19, "Guest"], [1, "Member"]),
  /** What the caller is forbidden to read, beside what its token does not carry. */
  forbidden: fc.oneof(
    { weight: 6, arbitrary: fc.constant<readonly (typeof READS)[number][]>([]) },
    { weight: 1, arbitrary: fc.subarray([...READS], { minLength: 1, maxLength: 3 }) },
  ),
};

const any = fc.record({ ...rest, caller: fc.constantFrom(...callers) });

/** One way in which everything can be set. */
export type Situation = typeof any extends fc.Arbitrary<infer T> ? T : never;

/** Nothing in the way here, and nothing that the caller may not know. */
const smooth = {
  ...{ domain: fc.constant("theirs"), list: fc.constant("none"), holder: fc.constant("nobody") },
  ...{ reset: fc.constant("no"), room: fc.constant("plenty"), hasCreatedAll: fc.constant(false) },
  ...{ mfa: fc.constant("not asked"), forbidden: fc.constant([]), permissions: fc.constant(null) },
  ...{ isToldPermissions: fc.constant(true), allowInvitesFrom: fc.constant("everyone") },
  ...{ older: fc.constant("neither"), worker: fc.constant("unseen"), invitedAs: fc.constant("Guest") },
  pair: fc.constant(["public", "public"]),
  ours: fc.constant({ opensCloud: true, general: "unset", entry: "empty" }),
} as const;

/** Those of the government's clouds and others, either way. */
const governmental = pairs.filter((pair) => pair.some((cloud) => cloud.startsWith("usgov")));
/** Clouds that can be opened to each other. */
const openable = pairs.filter(([here, there]) => here !== there && [here, there].includes("public"));

/** Every way, for callers of some kinds; with some more of what is rare: all is well; only the other side objects, unseen; a directory is too old; people come across clouds; somebody is here already, or is asked. */
export function situations(...of: readonly Situation["caller"][]): fc.Arbitrary<Situation> {
  const every = { ...rest, caller: fc.constantFrom(...of) };
  const shut = fc.constant({ opensCloud: true, general: "blocked", entry: "empty" } as const);
  return fc.oneof(
    { weight: 10, arbitrary: fc.record(every) },
    {
      weight: 2,
      arbitrary: fc.record({
        ...{ ...every, ...smooth, theirs: smooth.ours },
        knows: fc.constantFrom("both", "told"),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        ...{ ...every, ...smooth, theirs: shut },
        knows: fc.constantFrom("own side", "nothing"),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        ...{ ...every, ...smooth, theirs: smooth.ours, pair: fc.constantFrom(...governmental) },
        older: weighted([2, "ours"], [2, "theirs"], [1, "both"]),
        domain: weighted([8, "theirs"], [1, "nobody's"], [1, "own"]),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        ...{ ...every, ...smooth, theirs: smooth.ours, pair: fc.constantFrom(...openable) },
        ...{ worker: weighted([1, "unseen"], [1, "enabled"], [2, "disabled"]) },
        knows: weighted([2, "both"], [1, "told"]),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        ...{ ...every, ...smooth, theirs: smooth.ours, invitedAs: every.invitedAs },
        mfa: fc.oneof(
          { weight: 4, arbitrary: mfa },
          { weight: 3, arbitrary: weighted([1, "asked"], [1, "kept out"]) },
        ),
        homeMfa: weighted([3, "required"], [1, "not-required"], [1, undefined]),
        holder: weighted([2, "nobody"], [1, "pending guest"], [1, "accepted guest"], [1, "external member"]),
        knows: fc.constantFrom("both", "told"),
      }),
    },
  );
}

/** Everything is let through, and everything known. */
export const open: Situation = {
  ...{ pair: ["public", "public"], domain: "theirs", personal: "outlook.com", knows: "both" },
  ours: { opensCloud: true, general: "unset", entry: "empty" },
  theirs: { opensCloud: true, general: "unset", entry: "empty" },
  ...{ allowInvitesFrom: "everyone", caller: "application", sight: "guest" },
  ...{ permissions: null, isToldPermissions: true, list: "none", holder: "nobody", reset: "no" },
  ...{ room: "plenty", hasCreatedAll: false, mfa: "not asked", homeMfa: "required", forbidden: [] },
  ...{ asksAtHome: true, older: "neither", knowsOwn: true, worker: "unseen", invitedAs: "Guest" },
};
