import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reference, reported } from "./claim.ts";

export const applications: Area = {
  title: "Applications and their roles",
  claims: [
    claim(
      "Applications are registered, read by id or `appId`, changed and deleted, with their service principals.",
      reference("application-post-applications"),
      { of: ["* /applications*"] },
      fakeTest(
        "graph/applications",
        "an application that is registered is found by its id and by its own, with every property that is shown by default",
      ),
      fakeTest(
        "graph/applications",
        "an application that is registered is refused with %s, and nothing is written",
      ),
    ),
    claim(
      "A role or a scope that is enabled is not taken away and gets no other value.",
      reported(
        "Microsoft's Teams Toolkit and HashiCorp's provider for Microsoft Entra, which both look for the code or the words",
      ),
      { refusals: ["permission-enabled"] },
      fakeTest(
        "graph/application-values",
        "what an application declares goes, or gets another value, once it is disabled and not before: a %s",
      ),
    ),
    claim(
      "An identifier URI that is added is in a verified domain, or has the id of the application or the directory in it.",
      documented("entra/identity-platform/identifier-uri-restrictions", "2026-11-27"),
      { refusals: ["uri-outside-domains"] },
      fakeTest(
        "graph/application-values",
        "an identifier URI in nobody's domain is refused, when an application is made as when it is changed: %s",
      ),
      fakeTest(
        "graph/application-values",
        "an identifier URI in the directory's own domain, or with an id in it, is taken: %s",
      ),
    ),
    claim(
      "What is no URI is refused as one, also as a place to send users back to.",
      assumed("that these are URIs is documented, how Graph refuses others is not"),
      {},
      fakeTest("graph/application-values", "a place to send users back to has to be a URI: %s"),
      fakeTest("graph/application-values", "an identifier URI that is none is refused"),
    ),
    claim(
      "Microsoft's own applications, Microsoft Graph among them, have no service principals here, which every organisation of the service has.",
      assumed("nothing is assigned to them here: what an application may do is said where it is made"),
      {},
      fakeTest(
        "graph/applications",
        "a service principal is made of an application that there is, once, and says what the registration says",
      ),
    ),
    claim(
      "A secret is thought up by the service, shown once, good for two years, and can be taken away.",
      documented("graph/api/application-addpassword", "2026-11-26"),
      { of: ["POST /applications/{id}/addPassword", "POST /applications/{id}/removePassword"] },
      fakeTest(
        "login/app-passwords",
        "a secret that is added to an application through Graph is shown once, signs the application in, and is good for two years",
      ),
      fakeTest(
        "login/app-passwords",
        "a secret that is added to an application through Graph is as good as any other, and gone once it is removed",
      ),
    ),
    claim(
      "A service principal stands for one application, once.",
      reference("serviceprincipal-post-serviceprincipals"),
      {
        of: ["* /servicePrincipals", "GET /servicePrincipals/$count", "* /servicePrincipals/{id}"],
        refusals: ["app-unknown", "app-present"],
      },
      fakeTest(
        "graph/applications",
        "a service principal is made of an application that there is, once, and says what the registration says",
      ),
      fakeTest(
        "graph/applications",
        "a service principal goes with its application; each is restored for itself",
      ),
    ),
    claim(
      "Applications and service principals have owners, who may change them without a role: users and applications, a hundred at the most.",
      documented("entra/identity/users/directory-service-limits-restrictions", "2026-11-27"),
      { of: ["* /applications/{id}/owners*", "* /servicePrincipals/{id}/owners*"] },
      fakeTest(
        "graph/application-owners",
        "the owners of an application, of its registration (0) or here (1): %i are users and applications, added once and removed",
      ),
      fakeTest(
        "graph/application-owners",
        "the owners of an application, of its registration (0) or here (1): %i have to be there, and no group is one; a hundred are enough",
      ),
      fakeTest(
        "graph/application-owners",
        "the owners of an application, of its registration (0) or here (1): %i may change it, and its owners, without a role; nobody else may",
      ),
    ),
    claim(
      "That the hundred are as many of a service principal, and the words of the refusal.",
      assumed("the page counts the owners of applications; the words are reported of groups"),
      {},
      fakeTest(
        "graph/application-owners",
        "the owners of an application, of its registration (0) or here (1): %i have to be there, and no group is one; a hundred are enough",
      ),
    ),
    claim(
      "Whoever makes an application owns it, but for those whose role is to manage all.",
      documented("entra/identity/role-based-access-control/permissions-reference", "2026-11-27"),
      {},
      fakeTest(
        "graph/application-owners",
        "whoever makes an application is its owner, with the roles %j, so often: %i",
      ),
    ),
    claim(
      "`Application.ReadWrite.OwnedBy` is enough to change what the application owns, and not to name another owner.",
      documented("graph/api/application-post-owners", "2026-11-27"),
      {},
      fakeTest(
        "graph/application-owners",
        "an application that may manage its own sees all, changes what it has made or was given, and nothing else",
      ),
    ),
    claim(
      "A service principal is made, with it or by a member without a role, of an application that one owns.",
      reported(
        "a member of Microsoft's identity team, in issue 16138 of microsoftgraph/microsoft-graph-docs (2022-03)",
      ),
      {},
      fakeTest(
        "graph/application-owners",
        "an application that may manage its own makes service principals of the applications that it owns, and of no others",
      ),
      fakeTest(
        "graph/application-owners",
        "a service principal is made by a member of an application that is his own, and by an administrator of any",
      ),
    ),
    claim(
      "With it an application sees what it does not own as well, and owns what it makes with it alone.",
      reported(
        "a member of Microsoft's Tech Community, who lists every application with it (discussion 2243298, 2021-03)",
      ),
      {},
      fakeTest(
        "graph/application-owners",
        "an application that may manage its own sees all, changes what it has made or was given, and nothing else",
      ),
      fakeTest(
        "graph/application-owners",
        "an application that may manage its own owns nothing by that where it may manage all",
      ),
    ),
    claim(
      "A service principal that is read by itself shows its endpoints and its publisher's name.",
      reference("serviceprincipal-get"),
      {},
      fakeTest(
        "graph/applications",
        "a service principal shows by itself, and in no list, its endpoints and who has published it",
      ),
    ),
    claim(
      "Assignments are seen from both sides, of people, groups and applications, 1,500 of one at the most.",
      reference("serviceprincipal-post-approleassignedto"),
      {
        of: [
          "* /servicePrincipals/{id}/appRoleAssignedTo*",
          "* /servicePrincipals/{id}/appRoleAssignments*",
          "* /users/{key}/appRoleAssignments*",
          "* /groups/{id}/appRoleAssignments*",
        ],
        refusals: ["app-role-unknown", "assignment-exists"],
      },
      fakeTest(
        "graph/applications",
        "assignments to an application are seen from both sides, of people, groups and applications, and can be removed from either",
      ),
      fakeTest(
        "graph/applications",
        "assignments to an application take a role that is for such principals, and whoever the path names",
      ),
    ),
    claim(
      "The 1,501st assignment is refused in the words known of owners.",
      assumed("the number is documented, the words are reported of owners alone"),
      { refusals: ["too-many-assignments"] },
      fakeTest("limits/enforced", "a limit that the service enforces $id: $value $unit, and not one more"),
    ),
    claim(
      "Assignments are judged elsewhere than the directory is read: a guest may be seen there and not yet be assignable.",
      documented("graph/api/serviceprincipal-post-approleassignedto"),
      {},
      fakeTest(
        "directory/visibility",
        "what an instance does not know yet cannot be assigned to an application, though the directory shows it: assignments are judged elsewhere",
      ),
    ),
  ],
};
