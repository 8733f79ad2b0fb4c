import { fakeTest, sdkTest } from "../shown.ts";
import { exported, type Limitation, method, rule, type Topic } from "./limitation.ts";

const collaboration: Limitation = {
  id: "A15",
  says: "It points to what B2B collaboration is. Covered: guests stand in one's own directory, and sign in with the account that they have.",
  api: [
    method("invitations.create", "Invitations"),
    method("guests.get", "Guests"),
    method("guests.list", "Guests"),
    method("guests.update", "Guests"),
    method("guests.delete", "Guests"),
    method("guests.resetRedemption", "Guests"),
  ],
  rules: [
    rule("directory/invitations.ts", "invite", "makes the guest"),
    rule("world/redeem.ts", "redeem", "links the guest to the account at home"),
    rule("directory/users.ts", "listUsers", "guests among all users"),
  ],
  handled: [
    sdkTest(
      "resources/reset-redemption",
      "resetting a guest's redemption invites the same guest with the address that it redeems with",
    ),
    sdkTest("resources/guests", "listing guests asks for whoever is a guest by type or was invited"),
    sdkTest(
      "resources/wait-until",
      "waiting for a guest waits for the invitation to be accepted, and answers with the guest as last seen",
    ),
  ],
  enforced: [
    fakeTest(
      "world/redemption",
      "redeeming links a guest from another Entra organisation to that organisation",
    ),
    fakeTest(
      "graph/users",
      "the list of guests holds the guests and no member, over as many pages as it takes",
    ),
  ],
  example: "getting-started",
  guide: "getting-started.md",
};

const delegating: Limitation = {
  id: "A16",
  says: "It points to delegating invitations. Covered: who may invite under each setting, and the role Guest Inviter, which lets others do it.",
  api: [
    method("delegation.canInvite", "Delegation"),
    method("delegation.grantGuestInviter", "Delegation"),
    method("delegation.revokeGuestInviter", "Delegation"),
    method("invitePolicy.get", "InvitePolicy"),
    method("invitePolicy.update", "InvitePolicy"),
    exported("judgeInviter"),
  ],
  rules: [
    rule("directory/who-may-invite.ts", "refuseInviter", "the token, the setting, the user type, the roles"),
    rule("directory/authorization-policy.ts", "updateAuthorizationPolicy", "keeps the setting"),
    rule("directory/directory-roles.ts", "assignRole", "hands out roles"),
  ],
  handled: [
    fakeTest(
      "delegation/delegation",
      "whether somebody may invite is told with the setting or the role that decides it, and what would help",
    ),
    fakeTest(
      "delegation/guest-inviter",
      "the role Guest Inviter is granted once, however often, and revoked",
    ),
    sdkTest("delegation/judge-inviter", "who may invite advises no role where no role would help"),
  ],
  enforced: [
    fakeTest(
      "rights/who-may-invite",
      "inviting is let by a role of a group, and not by one of a group that somebody else is in",
    ),
    fakeTest(
      "rights/who-may-invite",
      "what is changed about who may invite takes from a quarter of an hour to an hour to act, though it is read at once",
    ),
    fakeTest(
      "delegation/differential",
      "what the SDK says of who may invite is what an invitation then answers, in six thousand situations",
    ),
  ],
  example: "limitation-delegation",
  guide: "delegation.md",
};

export const pointers: Topic = {
  title: "What the article points to",
  limitations: [collaboration, delegating],
};
