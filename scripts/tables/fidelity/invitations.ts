import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reference, reported } from "./claim.ts";

const ERRORS = documented("entra/external-id/troubleshoot");
const REPLICATION = documented("entra/external-id/current-limitations");

export const invitations: Area = {
  title: "Invitations",
  claims: [
    claim(
      "POST makes a guest, pending, under a principal name of the inviting directory, and answers 201 with the link.",
      reference("invitation-post"),
      { of: ["POST /invitations"] },
      fakeTest(
        "directory/invitations",
        "an invitation makes a guest under a name of the resource tenant, who has not accepted yet",
      ),
    ),
    claim(
      "GET answers 404 with a web server's page in the message.",
      reported("issues 2290 and 262 of microsoftgraph/msgraph-sdk-powershell"),
      { of: ["GET /invitations"] },
      fakeTest(
        "graph/bad-requests",
        "a malformed request for invitations that were made finds a web server's page, as with the service",
      ),
    ),
    claim(
      "A second invitation of an address finds the guest and makes another link; what was sent before is worthless.",
      reference("invitation-post"),
      {},
      fakeTest(
        "directory/invitations",
        "an invitation of the same address again answers with the same guest and another link",
      ),
      fakeTest(
        "redemption/exits",
        "a link that a later invitation replaced says so, even to a guest who is half way through",
      ),
    ),
    claim(
      "An address of a member, of a blocked guest, or in a domain of one's own is refused, in these words.",
      ERRORS,
      { refusals: ["user-exists", "domain-verified-here"] },
      fakeTest("directory/invitations", "an invitation of an enabled member's address is a conflict"),
      fakeTest("directory/invitations", "an invitation of a blocked guest is refused"),
      fakeTest("directory/invitations", "an invitation of an address in the tenant's own domain is refused"),
    ),
    claim(
      "An address with a character that invitations do not take is refused.",
      reference("resources/invitation"),
      { refusals: ["address-invalid"] },
      fakeTest(
        "graph/bad-requests",
        "a malformed request with the address %s is refused as the service does",
      ),
    ),
    claim(
      "Invitations over the boundary of a cloud that is not open, or against the settings of either organisation, are refused.",
      ERRORS,
      { refusals: ["cloud-unreachable", "blocked-here", "blocked-on-either-side"] },
      fakeTest(
        "directory/invitations",
        "an invitation across a cloud's boundary is refused by the service, where nobody asked the SDK to look before",
      ),
      fakeTest(
        "clouds/boundary",
        "who can be reached, by what the login hosts publish and the directory's own settings is what the invitation then answers, in thirty-four thousand situations over all pairs of clouds, and with the other side's settings exactly",
      ),
    ),
    claim(
      "Nobody is invited from another cloud whose organisation has disabled the application for it. The words are documented, the status is assumed.",
      ERRORS,
      { refusals: ["cloud-worker-disabled"] },
      fakeTest(
        "clouds/cloud-worker",
        "an organisation that disables the application for other clouds is not reached from them, until it enables it",
      ),
    ),
    claim(
      "Who may invite: the token's permission, the four values of `allowInvitesFrom`, the user type and the roles.",
      documented("entra/external-id/external-collaboration-settings-configure"),
      { refusals: ["inviting-not-allowed", "invite-permission-missing"] },
      fakeTest(
        "delegation/differential",
        "what the SDK says of who may invite is what an invitation then answers, in six thousand situations",
      ),
      fakeTest(
        "rights/who-may-invite",
        "inviting without a permission for it is refused as the service does, with 401: %s",
      ),
    ),
    claim(
      "A change of who may invite acts after a quarter of an hour to an hour.",
      reference("authorizationpolicy-update"),
      {},
      fakeTest(
        "rights/who-may-invite",
        "what is changed about who may invite takes from a quarter of an hour to an hour to act, though it is read at once",
      ),
    ),
    claim(
      "A domain on the list that is blocked, or not on the list that is allowed, is refused. The words are assumed.",
      documented("entra/external-id/allow-deny-list"),
      { refusals: ["domain-not-taken"] },
      fakeTest(
        "rights/domain-policy",
        "the policy of domains takes all but what it blocks, each domain by itself",
      ),
      fakeTest("rights/domain-policy", "the policy of domains takes nothing but what it allows"),
    ),
    claim(
      "A reset keeps id, groups and applications, unlinks the sign-in, and takes an address that the guest has.",
      documented("entra/external-id/reset-redemption-status"),
      { refusals: ["address-not-on-user", "reset-not-allowed"] },
      fakeTest(
        "directory/invitations",
        "an invitation with a reset lets an accepted guest redeem anew, under the same id",
      ),
      fakeTest(
        "directory/invitations",
        "an invitation with a reset to an address that is not the guest's is refused",
      ),
      fakeTest("rights/who-may-invite", "letting a guest redeem anew by %s is answered with %i"),
    ),
    claim(
      "The mail: sender, language, own text in English alone, one more recipient at the most.",
      documented("entra/external-id/invitation-email-elements"),
      {},
      fakeTest(
        "redemption/mail",
        "the mail of an invitation comes from the service on behalf of the organisation, names who invites, and is answered to them",
      ),
      fakeTest(
        "redemption/mail",
        "the mail of an invitation goes to one more person at the most: the others are dropped without a word",
      ),
    ),
    claim(
      "Codes by mail: 30 minutes to enter one, 24 hours of being signed in with it.",
      documented("entra/external-id/one-time-passcode"),
      {},
      fakeTest(
        "redemption/passcode",
        "a guest without an account has 30 minutes, to the millisecond; then a new code helps, and the old one no more",
      ),
      fakeTest(
        "redemption/passcode",
        "a guest without an account stays signed in for 24 hours, over several visits; then needs a new code",
      ),
    ),
    claim(
      "Which end of a redemption shows which AADSTS code.",
      documented("entra/identity-platform/reference-error-codes"),
      {},
      fakeTest("redemption/exits", "a guest who %s is not let in, and stays pending"),
    ),
    claim(
      "A link has no end of its own.",
      assumed("no page says how long a link is good; a tenant of the fake can be given a lifetime"),
      {},
      fakeTest("redemption/exits", "a link is good for ever, unless the tenant says otherwise"),
    ),
    claim(
      "A guest who was just made is not found by whoever asks an instance that does not know of it yet.",
      REPLICATION,
      {},
      fakeTest(
        "replication/sessions",
        "an application on its own finds what it wrote at the instance that took it only once that has caught up",
      ),
      fakeTest(
        "directory/visibility",
        "what an instance does not know yet is known to whoever judges that two are the same: a second invitation finds the first one's guest",
      ),
    ),
  ],
};
