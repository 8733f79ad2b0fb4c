import type { AllowInvitesFrom } from "@vestibule/fake-server";
import type { guestUserRoles } from "@vestibule/sdk";
import fc from "fast-check";
import { PERSONAL_DOMAINS, pairs, side } from "../clouds/sides.ts";

const weighted = <const T>(...values: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...values.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

/** What a preflight reads, each by the operation that reads it. */
const READS = [
  ...["invitePolicy.get", "delegation.getInviter", "delegation.listMemberships"],
  ...["beta.domainPolicy.get", "organization.list", "preflight.findByAddress", "guests.get"],
  ...["crossTenantAccess.getDefault", "conditionalAccess.list"],
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

/** Everything but who calls. */
const rest = {
  pair: fc.oneof(
    { weight: 4, arbitrary: fc.constant(["public", "public"] as const) },
    { weight: 2, arbitrary: fc.constantFrom(...pairs) },
  ),
  ours: openSide,
  theirs: openSide,
  /** Of a domain that an organisation holds, one's own, nobody's, or one of personal accounts. */
  domain: weighted([8, "theirs"], [2, "nobody's"], [2, "personal"], [1, "own"]),
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
  mfa: weighted([3, "not asked"], [1, "asked"], [1, "trusted"], [1, "kept out"]),
  homeMfa: fc.constantFrom("required", "not-required", undefined),
  /** What the caller is forbidden to read, beside what its token does not carry. */
  forbidden: fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
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
  pair: fc.constant(["public", "public"]),
  ours: fc.constant({ opensCloud: true, general: "unset", entry: "empty" }),
} as const;

/** Every way, for callers of some kinds; with some more of what is rare: all is well, or only the other side objects, unseen. */
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
};
