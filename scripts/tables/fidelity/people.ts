import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reference } from "./claim.ts";

const ASSUMED_WORDS = assumed("that it is refused is documented, the words are not");

export const people: Area = {
  title: "Users and what ties them",
  claims: [
    claim(
      "Users are listed, filtered, ordered, counted and read page by page; one is read by id or principal name.",
      reference("user-list"),
      { of: ["GET /users", "GET /users/{key}"] },
      fakeTest("graph/users", "the list of guests filters, orders and counts"),
      fakeTest("graph/users", "a guest is found by a principal name with #EXT# in it"),
    ),
    claim(
      "POST makes a member account of five properties at least; a password is judged and never told.",
      reference("user-post-users"),
      { of: ["POST /users"], refusals: ["name-outside-own-domains", "password-too-weak", "value-invalid"] },
      fakeTest(
        "rights/new-user",
        "POST /users makes a member, who was never invited and has nothing to redeem",
      ),
      fakeTest("rights/new-user", "POST /users wants %s"),
      fakeTest("rights/new-user", "POST /users refuses %s"),
    ),
    claim(
      "Principal names and addresses for mail are unique, also where one is changed or comes back.",
      documented("graph/errors"),
      { refusals: ["name-taken"] },
      fakeTest(
        "rights/new-user",
        "POST /users refuses a name that is taken, whatever its case, and an address that is",
      ),
      fakeTest(
        "graph/deleted-items",
        "an address for mail is one user's alone: nobody is given it, and nobody comes back to it",
      ),
    ),
    claim(
      "PATCH changes what is named and answers 204; another mail keeps the old one as a secondary address.",
      reference("user-update"),
      { of: ["PATCH /users/{key}", "PATCH /me", "GET /me"] },
      fakeTest(
        "graph/users",
        "a guest is changed where it was asked to and nowhere else; a new mail keeps the old one as a secondary address",
      ),
      fakeTest("graph/user-links", "a user changes itself as me; an application on its own is nobody"),
    ),
    claim(
      "What is no address for mail stays as it is where the mail is changed.",
      assumed("the page says that the mail's own addresses follow it, and of others nothing"),
      {},
      fakeTest("graph/users", "a guest keeps what is no address for mail as it is where the mail is changed"),
    ),
    claim(
      "DELETE answers 204, and the user can be restored for 30 days.",
      reference("user-delete"),
      { of: ["DELETE /users/{key}"] },
      fakeTest(
        "graph/deleted-items",
        "deleted items can be restored for 30 days, and count until then or until they are deleted for good",
      ),
    ),
    claim(
      "What is not there is answered with 404 and `Request_ResourceNotFound`.",
      documented("graph/errors"),
      { refusals: ["resource-not-found"] },
      fakeTest(
        "graph/users",
        "a guest who is not there is not-found at once, with what Graph's support asks for",
      ),
    ),
    claim(
      "A manager is put by reference, one at a time.",
      reference("user-post-manager"),
      {
        of: [
          "* /users/{key}/manager*",
          "GET /me/manager",
          "GET /users/{key}/directReports*",
          "GET /me/directReports*",
        ],
      },
      fakeTest("graph/user-links", "a manager is put by reference, read as a user, and taken away"),
    ),
    claim(
      "Nobody manages themselves, and a manager is a user who is there.",
      assumed("the page says who can be a manager, and not what is refused"),
      {},
      fakeTest("graph/user-links", "a manager has to be another user who is there"),
    ),
    claim(
      "Sponsors are users and groups, five at the most, added and removed by reference.",
      reference("user-post-sponsors"),
      { of: ["* /users/{key}/sponsors*", "GET /users/{key}/sponsorOf"], refusals: ["too-many-sponsors"] },
      fakeTest(
        "graph/owners-and-look-ups",
        "the sponsors of a guest are told from one another, and adding one again changes nothing",
      ),
      fakeTest("graph/owners-and-look-ups", "the sponsors of a guest can be removed, each once"),
      fakeTest("limits/enforced", "a limit that the service enforces $id: $value $unit, and not one more"),
    ),
    claim(
      "Memberships are groups and roles; through other groups too where that is asked for.",
      reference("user-list-memberof"),
      {
        of: [
          "GET /users/{key}/memberOf*",
          "GET /users/{key}/transitiveMemberOf*",
          "GET /me/memberOf*",
          "GET /me/transitiveMemberOf*",
        ],
      },
      fakeTest(
        "graph/memberships",
        "the memberships of a user go through groups in groups where all are asked for",
      ),
      fakeTest(
        "rights/roles",
        "memberships are groups and roles; those through a group are shown where they are asked for",
      ),
    ),
    claim(
      "Sessions are one's own to revoke, and an administrator's.",
      reference("user-revokesigninsessions"),
      { of: ["POST /users/{key}/revokeSignInSessions", "POST /me/revokeSignInSessions"] },
      fakeTest("graph/user-links", "the sessions of a user are one's own to revoke, and an administrator's"),
    ),
    claim(
      "In the beta alone a guest becomes an internal member, with a principal name in a verified domain and a password.",
      reference("user-convertexternaltointernalmemberuser?view=graph-rest-beta"),
      {
        of: ["POST /users/{key}/convertExternalToInternalMemberUser"],
        refusals: ["internal-already", "name-outside-domains", "password-invalid"],
      },
      fakeTest(
        "graph/conversion",
        "a guest who becomes the organisation's own keeps the id, and signs in here as a member from then on",
      ),
      fakeTest(
        "graph/conversion",
        "a guest who becomes the organisation's own is refused with %s, and stays a guest",
      ),
    ),
    claim(
      "Nobody who has directory roles is converted.",
      ASSUMED_WORDS,
      { refusals: ["converted-with-roles"] },
      fakeTest(
        "graph/conversion",
        "a guest who becomes the organisation's own does so once, without a role, with a name that nobody has, and in the beta alone",
      ),
    ),
    claim(
      "Guests who are restricted see no groups but their own. That the list is refused, and not empty, is assumed.",
      documented("entra/fundamentals/users-default-permissions", "2026-11-27"),
      {},
      fakeTest("rights/policies", "what guests see are no groups but their own where they are restricted"),
    ),
    claim(
      "Guests see of the directory what `guestUserRoleId` gives them.",
      documented("entra/identity/users/users-restrict-guest-permissions"),
      {},
      fakeTest("rights/policies", "what guests see %s: everybody, one member, his groups, themselves"),
    ),
  ],
};
