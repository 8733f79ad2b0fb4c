import { fakeTest, sdkTest } from "../shown.ts";
import { exported, type Limitation, method, option, rule, type Topic } from "./limitation.ts";

const place = { example: "limitation-clouds", guide: "national-clouds.md" } as const;

const isolated: Limitation = {
  id: "A10",
  says: "National clouds are instances of their own, kept apart from the public one.",
  api: [exported("clouds"), exported("defineCloud"), exported("discoverHomes", "graph")],
  rules: [
    rule("directory/cloud-profile.ts", "CLOUD_PROFILES", "the four clouds, with their hosts"),
    rule("schema/profile.ts", "profileOf", "what each of them has not got"),
    rule("login/tenant.ts", "tenantNamed", "which host knows which tenants"),
    rule("doors/exchange.ts", "exchange", "no token of one cloud at the Graph of another"),
  ],
  handled: [
    sdkTest(
      "clouds/cloud",
      "the clouds that are live have each their own Graph, and a scope that belongs to it",
    ),
    fakeTest(
      "clouds/discovery",
      "discovery on the login hosts finds a tenant of the cloud %s by its domain and by its id",
    ),
    fakeTest(
      "clouds/lacks",
      "what the SDK says that a cloud lacks never reaches a directory in %s, which would refuse it",
    ),
  ],
  enforced: [
    fakeTest("graph/bad-requests", "a token of one cloud is refused at the Graph of another"),
    fakeTest("login/open-id-configuration", "the OpenID configuration of a tenant of %s is not found at %s"),
    fakeTest(
      "schema/clouds",
      "what a cloud's metadata lacks is refused in $cloud and served in public: $name",
    ),
  ],
  ...place,
};

const boundary: Limitation = {
  id: "A11",
  says: "Nobody becomes a guest across their boundary. Today two pairs can be opened by administrators on both sides.",
  api: [
    option("boundary"),
    method("boundary.check", "Boundary"),
    exported("articleBoundary"),
    exported("tenantPolicy"),
    exported("bothSides"),
  ],
  rules: [
    rule("directory/reachability.ts", "refuseUnreachable", "what this side lets in"),
    rule("directory/reachability.ts", "letsOut", "what the other side lets out"),
  ],
  handled: [
    sdkTest("middleware/cloud-boundary", "the article's boundary keeps two clouds that nobody listed apart"),
    sdkTest(
      "boundary/both-sides",
      "the other side's settings keep a guest of another cloud in where they %s",
    ),
  ],
  enforced: [
    fakeTest("policies/cross-tenant-access", "the other clouds are closed at first, and opened by name"),
    fakeTest(
      "clouds/boundary",
      "who can be reached, by what the login hosts publish and the directory's own settings is what the invitation then answers, in thirty-four thousand situations over all pairs of clouds, and with the other side's settings exactly",
    ),
  ],
  ...place,
};

const uninvitable: Limitation = {
  id: "A12",
  says: "So a tenant of the public cloud cannot invite somebody whose account is in a national one.",
  api: [method("invitations.create", "Invitations"), option("boundary"), exported("staticHomes")],
  rules: [
    rule("directory/reachability.ts", "refuseUnreachable", "refuses the invitation, in the service's words"),
    rule("directory/invitations.ts", "invite", "asks that before it writes anything"),
  ],
  handled: [
    sdkTest(
      "middleware/cloud-boundary",
      "a guest of another cloud is refused before a token is fetched or anything is sent, with both remedies",
    ),
    fakeTest(
      "clouds/discovery",
      "discovery on the login hosts keeps a client from sending what cannot arrive, with nothing listed",
    ),
  ],
  enforced: [
    fakeTest(
      "directory/invitations",
      "an invitation across a cloud's boundary is refused by the service, where nobody asked the SDK to look before",
    ),
    fakeTest(
      "directory/invitations",
      "an invitation between the two US government clouds is not across a boundary",
    ),
  ],
  ...place,
};

const otherAddress: Limitation = {
  id: "A13",
  says: "The first way out: an address of the same person that is elsewhere.",
  api: [method("invitations.create", "Invitations")],
  rules: [
    rule("directory/reachability.ts", "refuseUnreachable", "judges the other address by its own domain"),
    rule("directory/domain-policy.ts", "refuseDomain", "by the list of domains as well"),
  ],
  handled: [
    fakeTest(
      "members/on-boundary",
      "somebody out of reach is invited at another address, where %s finds the boundary",
    ),
    fakeTest(
      "members/on-boundary",
      "somebody out of reach has another address judged anew, and is asked three times at the most",
    ),
  ],
  enforced: [
    fakeTest("members/on-boundary", "somebody out of reach gets one mail, at the address that was taken"),
    fakeTest("rights/domain-policy", "the policy of domains takes nothing but what it allows"),
  ],
  ...place,
};

const memberAccount: Limitation = {
  id: "A14",
  says: "The second: a member account for the person, in one's own directory.",
  api: [method("members.create", "Members"), method("invitations.create", "Invitations")],
  rules: [
    rule("directory/new-user.ts", "createUser", "takes the account, or says what is wrong with it"),
    rule("directory/uniqueness.ts", "refuseTakenName", "nobody twice"),
  ],
  handled: [
    fakeTest(
      "members/on-boundary",
      "somebody out of reach gets a member account instead, where %s finds the boundary",
    ),
    fakeTest(
      "members/members",
      "a member account whose answer was lost is found made (%s): there is one, and the result is that one",
    ),
  ],
  enforced: [
    fakeTest(
      "rights/new-user",
      "POST /users makes a member, who was never invited and has nothing to redeem",
    ),
    fakeTest(
      "rights/new-user",
      "POST /users refuses a name that is taken, whatever its case, and an address that is",
    ),
    fakeTest("rights/new-user", "POST /users says no password back, and keeps none"),
  ],
  ...place,
};

export const nationalClouds: Topic = {
  title: "National clouds",
  limitations: [isolated, boundary, uninvitable, otherAddress, memberAccount],
};
