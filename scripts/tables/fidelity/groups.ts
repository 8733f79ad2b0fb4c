import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, reference, reported } from "./claim.ts";

export const groups: Area = {
  title: "Groups",
  claims: [
    claim(
      "Groups are listed, searched, counted and read, with every property that is shown by default.",
      reference("group-list"),
      { of: ["GET /groups", "GET /groups/$count", "GET /groups/{id}"] },
      fakeTest("graph/group-lists", "a list of groups shows those that fit: %s"),
      fakeTest(
        "graph/group-lists",
        "a list of groups has a count of its own, as bare text, for those who ask for an advanced query",
      ),
    ),
    claim(
      "Security groups and Microsoft 365 groups are made, with the members and owners that they are bound to.",
      reference("group-post-groups"),
      { of: ["POST /groups"], refusals: ["group-of-exchange"] },
      fakeTest(
        "graph/groups",
        "a group that is made has every property that is shown by default, null where nothing was said",
      ),
      fakeTest(
        "graph/groups",
        "a group that is made starts with the members and owners that it is bound to, or not at all",
      ),
      fakeTest("graph/groups", "a group that is made is refused with %s, and nothing is written"),
    ),
    claim(
      "Whoever makes a group for roles is told what made it, and in which organisation.",
      reference("group-post-groups"),
      {},
      fakeTest(
        "graph/groups",
        "a group that is made for roles is shown to its maker with the application that made it, and with the organisation",
      ),
    ),
    claim(
      "Groups are found that have any licence, and those where giving one to a member went wrong.",
      reference("group-list"),
      {},
      fakeTest(
        "graph/group-lists",
        "a list of groups knows the licences that a group gives, and whether giving them went wrong",
      ),
    ),
    claim(
      "PATCH changes what is named, and adds at most twenty members at a time: all of them, or none.",
      reference("group-update"),
      { of: ["PATCH /groups/{id}"] },
      fakeTest(
        "graph/groups",
        "a group that is changed keeps what is not named, and changes with its new members or not at all",
      ),
      fakeTest("graph/owners-and-look-ups", "members that are added together are all added, or none of them"),
    ),
    claim(
      "A deleted group comes back with its members for 30 days.",
      reference("group-delete"),
      { of: ["DELETE /groups/{id}"] },
      fakeTest(
        "graph/deleted-items",
        "a deleted group is shown in deletedItems alone, with the time, and comes back with its members",
      ),
    ),
    claim(
      "Members are people, groups and applications; of a Microsoft 365 group people alone, and it is in no group itself.",
      reference("group-post-members"),
      {
        of: [
          "* /groups/{id}/members*",
          "GET /groups/{id}/transitiveMembers*",
          "GET /groups/{id}/memberOf*",
          "GET /groups/{id}/transitiveMemberOf*",
        ],
        refusals: ["reference-invalid"],
      },
      fakeTest(
        "graph/groups",
        "the members of a group are people, groups and applications; they can be removed, and are found through other groups",
      ),
      fakeTest(
        "graph/groups",
        "the members of a group of Microsoft 365 are people alone; a rule's members are nobody's to add",
      ),
      fakeTest(
        "graph/groups",
        "the members of a group of a security group are no Microsoft 365 group and not the group itself",
      ),
    ),
    claim(
      "No group is in itself, though two may be in one another.",
      assumed("no page says so"),
      {},
      fakeTest(
        "graph/groups",
        "the members of a group of a security group are no Microsoft 365 group and not the group itself",
      ),
    ),
    claim(
      "A link that is deleted without `/$ref` takes the object itself with it, where the token may delete it.",
      reference("group-delete-members", "2026-11-27"),
      { of: ["DELETE /groups/{id}/members/{linkedId}", "DELETE /groups/{id}/owners/{linkedId}"] },
      fakeTest(
        "graph/group-links",
        "a link of a group that is deleted without /$ref takes the object itself with it: %s",
      ),
      fakeTest(
        "graph/group-links",
        "a link of a group that is deleted without /$ref is refused to whoever may change the group and not delete the object",
      ),
    ),
    claim(
      "The last user who owns a group is not taken away.",
      reference("group-delete-owners", "2026-11-27"),
      { refusals: ["owner-last"] },
      fakeTest(
        "graph/group-links",
        "the last user who owns a group is not taken away, an application beside it or none; another in its place frees it",
      ),
    ),
    claim(
      "The rule of a dynamic group has to look like one, and is kept. Nobody is ever in such a group: who its rule lets in is not worked out.",
      assumed("that a rule is validated is reported, and of what Graph answers no page says more"),
      {},
      fakeTest("graph/group-links", "the rule of a dynamic group is refused where it is none: %s"),
      fakeTest(
        "graph/group-links",
        "the rule of a dynamic group lets nobody in: who is in such a group is not worked out",
      ),
    ),
    claim(
      "A reference that is there already is refused in these words.",
      reported("answers on learn.microsoft.com and issues of Microsoft's own clients"),
      { refusals: ["reference-exists"] },
      fakeTest(
        "graph/owners-and-look-ups",
        "the owners of a group are users and applications; one who is an owner already stays one",
      ),
    ),
    claim(
      "Owners are users and applications, a hundred at the most.",
      reference("group-post-owners"),
      { of: ["* /groups/{id}/owners*"], refusals: ["too-many-owners"] },
      fakeTest("graph/owners-and-look-ups", "the owners of a group have to be there, and no group is one"),
      fakeTest(
        "graph/owners-and-look-ups",
        "the owners of a group can be removed, which makes room for another",
      ),
    ),
    claim(
      "Owners are listed with the state of their accounts.",
      reference("group-list-owners"),
      {},
      fakeTest(
        "graph/owners-and-look-ups",
        "the owners of a group are shown with the state of their accounts, which members are not",
      ),
    ),
    claim(
      "An id that is no GUID is refused with 400, and not taken for one that nobody has.",
      assumed("seen of other parts of Graph; of groups no page says so"),
      { refusals: ["id-invalid"] },
      fakeTest("graph/groups", "an id that is none is told apart from one that nobody has"),
    ),
  ],
};
