import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reference, reported } from "./claim.ts";

export const rights: Area = {
  title: "Roles and rights",
  claims: [
    claim(
      "A directory role is activated once, read by its id or its template's, and has members by reference.",
      reference("directoryrole-post-directoryroles"),
      { of: ["* /directoryRoles*"], refusals: ["role-active"] },
      fakeTest(
        "rights/directory-roles",
        "a directory role has to be activated to be seen, but for Global Administrator",
      ),
      fakeTest(
        "rights/directory-roles",
        "a directory role is read by its own id and by its template's, written in either way",
      ),
      fakeTest("rights/directory-roles", "a directory role gets members by reference, and loses them so"),
    ),
    claim(
      "Roles are assigned through roleManagement, once, to groups that were made for it alone.",
      reference("rbacapplication-post-roleassignments"),
      {
        of: ["* /roleManagement/directory/roleAssignments*"],
        refusals: ["role-assigned", "group-without-roles", "role-unknown"],
      },
      fakeTest("rights/roles", "a role is assigned, listed by whose and which, and taken away"),
      fakeTest("rights/roles", "a role is not assigned a second time"),
      fakeTest("rights/roles", "a role is refused to a group that was not made for roles"),
    ),
    claim(
      "Definitions are built in, or the directory's own, which can be changed.",
      reference("rbacapplication-post-roledefinitions"),
      { of: ["* /roleManagement/directory/roleDefinitions*"] },
      fakeTest("rights/role-definitions", "a role of the directory's own is made, changed, and deleted"),
      fakeTest(
        "rights/role-definitions",
        "the definitions of roles are filtered by id, name and whether they are built in, and by nothing else",
      ),
    ),
    claim(
      "A permission's condition is kept as it was sent, and shown as null where none was.",
      assumed("the page shows the property of a custom role as null, and says nothing of one that is set"),
      {},
      fakeTest(
        "rights/role-definitions",
        "a role of the directory's own keeps the condition of each permission as it was sent, through changes of anything else",
      ),
    ),
    claim(
      "What is built in stays, and what is assigned is not deleted.",
      assumed("that it is refused is documented, the words are not"),
      { refusals: ["role-built-in", "role-in-use"] },
      fakeTest(
        "rights/role-definitions",
        "a role of the directory's own is all that can be changed: what is built in stays",
      ),
    ),
    claim(
      "Whoever lacks a permission or a role is answered with 403 and, by most services, `Authorization_RequestDenied`.",
      documented("graph/errors"),
      { refusals: ["privileges-insufficient"] },
      fakeTest(
        "rights/roles",
        "a role is handed out by whoever looks after the roles, and by no other administrator",
      ),
      fakeTest("rights/new-user", "POST /users by %s is answered with %i"),
      fakeTest("authorization/table", "an application with another is refused, and nothing is written: %s"),
      fakeTest("authorization/table", "a user with every scope is refused without a role: %s"),
    ),
    claim(
      "Conditional access answers a token that lacks a permission with `AccessDenied`.",
      reported("messages that JupiterOne/graph-azure and others match"),
      { refusals: ["scopes-missing"] },
      fakeTest("authorization/table", "an application with another is refused, and nothing is written: %s"),
    ),
    claim(
      "The logs, and `signInActivity`, answer a token that lacks a permission with `Authentication_MSGraphPermissionMissing` and its name.",
      reported("the tests of several public tools; with which words has changed over the years"),
      { refusals: ["log-permissions-missing"] },
      fakeTest("authorization/table", "an application with another is refused, and nothing is written: %s"),
      fakeTest(
        "graph/sign-in-activity",
        "when somebody signed in last takes the right to the log, which is named where it is missing",
      ),
    ),
    claim(
      "Each operation takes the permissions of its page, and of a user the right in person too.",
      documented("graph/permissions-overview"),
      {},
      fakeTest(
        "authorization/table",
        "the table of permissions has a row for every operation, and each names its page and a least permission",
      ),
      fakeTest("authorization/table", "an application with the least permission is let in: %s"),
    ),
    claim(
      "Of members, owners and groups that the token may not read there are the type and the id, and null for the rest: the list is not refused.",
      documented("graph/permissions-overview", "2026-11-27"),
      {},
      fakeTest(
        "authorization/sight",
        "an object in a list, of a type that the token may not read, is there with its id and nothing more: the %s of a group",
      ),
      fakeTest(
        "authorization/sight",
        "an object in a list, of a type that the token may not read, is there with its id and nothing more: the %s of a user",
      ),
    ),
    claim(
      "They are not found by what is not shown of them, and lists of their type alone show as little.",
      assumed("the page says nothing of filters, and nothing of such lists"),
      {},
      fakeTest(
        "authorization/sight",
        "an object in a list, of a type that the token may not read, is not found by what is not shown of it",
      ),
    ),
    claim(
      "`User.ReadBasic.All` shows the basic profile of others, and null for the rest.",
      reported(
        "microsoftgraph/microsoft-graph-docs#3975, and the list of properties in microsoftgraph/microsoft-graph-toolkit#2624",
      ),
      {},
      fakeTest(
        "authorization/sight",
        "the basic profile is all that User.ReadBasic.All shows of others: the rest is null",
      ),
    ),
    claim(
      "With it, users are found by that profile alone: a filter of anything else is refused.",
      reported("microsoftgraph/microsoft-graph-toolkit#2602 and Yvand/EntraCP#265, with the answer"),
      {},
      fakeTest("authorization/sight", "the basic profile is all that users are found by: %j"),
    ),
  ],
};
