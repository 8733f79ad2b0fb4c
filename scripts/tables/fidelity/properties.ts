import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reference, reported } from "./claim.ts";

export const properties: Area = {
  title: "What users may be, and who may change it",
  claims: [
    claim(
      "Without a role users change nothing of themselves but the mobile phone.",
      documented("graph/permissions-reference", "2026-11-27"),
      {},
      fakeTest(
        "authorization/user-right",
        "what users may change of themselves is the mobile phone, as a %s, and nothing beside it",
      ),
    ),
    claim(
      "Guests change theirs as members do, and the password of oneself is not changed by PATCH.",
      assumed(
        "the table of default permissions gives the phone to members and to restricted guests, and says nothing of guests in between; of the password that users change it",
      ),
      {},
      fakeTest(
        "authorization/user-right",
        "what users may change of themselves is the mobile phone, as a %s, and nothing beside it",
      ),
    ),
    claim(
      "Values that the type's page does not allow are refused, when a user is made as when one is changed: of `userPrincipalName`, `displayName`, `userType`, `usageLocation`, `passwordPolicies`, `ageGroup` and `consentProvidedForMinor`.",
      reference("resources/user", "2026-11-27"),
      {},
      fakeTest(
        "graph/user-values",
        "a value that a user cannot have is refused of a new user and of one that is changed: %s %j",
      ),
      fakeTest(
        "graph/user-values",
        "a value that a user cannot have is an empty %s, which cannot be cleared",
      ),
    ),
    claim(
      "An address with an accent is refused in `mail` and `otherMails`.",
      reported("microsoftgraph/microsoft-graph-docs#13477, 2021-07-13, with the answer"),
      {},
      fakeTest(
        "graph/user-values",
        "a value that a user cannot have is refused of a new user and of one that is changed: %s %j",
      ),
    ),
    claim(
      "So is what is no address at all, a nickname with blanks, and a language that is no language tag. `userType` can be null.",
      assumed("the page says what the properties are for, and not that anything else is refused"),
      {},
      fakeTest(
        "graph/user-values",
        "a value that a user cannot have is refused of a new user and of one that is changed: %s %j",
      ),
      fakeTest("graph/user-values", "a value that a user can have is taken, and shown: %s %j"),
    ),
    claim(
      "An application on its own sets a password with the permission for passwords, or a role: what writes users is not enough.",
      reference("user-update", "2026-11-27"),
      {},
      fakeTest(
        "authorization/single-properties",
        "the password of a user is not set by an application on its own that has no more than %s, alone or with the rest",
      ),
      fakeTest(
        "authorization/single-properties",
        "the password of a user is set by an application that has a role for it",
      ),
    ),
    claim(
      "A user comes back under another name, or without the addresses that are another's by now, where that is asked for.",
      reference("directory-deleteditems-restore", "2026-11-27"),
      {},
      fakeTest(
        "graph/restore-wishes",
        "a deleted user whose name or address is another's by now comes back under another name where one is given",
      ),
      fakeTest(
        "graph/restore-wishes",
        "a deleted user whose name or address is another's by now comes back without the address where that is wished",
      ),
    ),
    claim(
      "Whoever writes one property of a user alone needs no more than the permission for it, where there is one.",
      documented("graph/api/user-update", "2026-11-27"),
      {},
      fakeTest(
        "authorization/single-properties",
        "a permission for one property of users is enough to write it, and not to write another with it: %s",
      ),
    ),
    claim(
      "With such a permission a user's property is read as well, where nothing else is selected but what tells users apart. That this is `id` and `userPrincipalName`, and that more is refused, is assumed.",
      reference("user-get", "2026-11-27"),
      {},
      fakeTest(
        "authorization/single-properties",
        "whoever reads users by a permission for one property is shown what it writes, and what tells users apart: %j, %s",
      ),
      fakeTest(
        "authorization/single-properties",
        "whoever reads users by a permission for one property is shown nothing else: %j, %s",
      ),
    ),
    claim(
      "Texts have the lengths that the type's page gives.",
      reference("resources/user"),
      {},
      fakeTest(
        "graph/users",
        "a text of a user %s has %i characters at most, when a user is made as when one is changed",
      ),
    ),
  ],
};
