import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reference, reported } from "./claim.ts";

const OVERVIEW = documented("graph/delta-query-overview", "2026-11-26");

export const changes: Area = {
  title: "Changes since",
  claims: [
    claim(
      "A round of changes starts with everybody, and goes on with what has changed, page by page.",
      reference("user-delta"),
      { of: ["GET /users/delta", "GET /users/microsoft.graph.delta"] },
      fakeTest(
        "graph/delta",
        "changes of users start with everybody, and go on with what has changed: /users/%s",
      ),
      fakeTest(
        "graph/delta",
        "changes of users come in pages that show one moment, as large as is preferred",
      ),
      fakeTest("graph/delta", "changes of users are told of what is selected alone"),
      fakeTest(
        "graph/delta",
        "changes of users leave out what was never set, and say what was and is no more",
      ),
    ),
    claim(
      "Of groups, members who came and went are named.",
      documented("graph/delta-query-groups", "2026-11-26"),
      { of: ["GET /groups/delta", "GET /groups/microsoft.graph.delta"] },
      fakeTest(
        "graph/delta-groups",
        "changes of groups name the members that came and went, with the group or without it",
      ),
    ),
    claim(
      "A member who was deleted is named at once as one who went, though it can be restored. The page has it named once it is gone for good.",
      reported(
        "Microsoft's support, who shows users that were deleted under the members of their group (learn.microsoft.com/answers/questions/1023346, 2022-09)",
      ),
      {},
      fakeTest(
        "graph/delta-groups",
        "changes of groups name the members that came and went, with the group or without it",
      ),
    ),
    claim(
      "A group with more members than fit into an answer comes again with the others.",
      documented("graph/delta-query-groups", "2026-11-27"),
      {},
      fakeTest(
        "graph/delta-groups",
        "changes of groups split the members of a large group over as many pages as it takes, each with the group by itself",
      ),
    ),
    claim(
      "A thousand of them fit into one.",
      assumed("the page says that there are too many at some number, and not at which"),
      {},
      fakeTest(
        "graph/delta-groups",
        "changes of groups split the members of a large group over as many pages as it takes, each with the group by itself",
      ),
    ),
    claim(
      "What is gone and can be restored was `changed`, what is gone for good `deleted`.",
      OVERVIEW,
      {},
      fakeTest(
        "graph/delta",
        "changes of users tell a user who can be restored from one who is gone, and from one who is back",
      ),
      fakeTest(
        "graph/delta",
        "changes of users say once that somebody is gone for good whose thirty days have passed, though nobody has done it",
      ),
      fakeTest(
        "graph/delta-groups",
        "changes of groups tell a group that can be restored, and all of it once it is back",
      ),
    ),
    claim(
      "Of the query options `$select` and a `$filter` of 50 ids at most are taken.",
      OVERVIEW,
      {},
      fakeTest("graph/delta-requests", "a request for changes is refused with %s"),
      fakeTest("graph/delta-requests", "a request for changes takes fifty ids"),
    ),
    claim(
      "A token is good for seven days; then the answer is 410, and says where to start anew.",
      OVERVIEW,
      {},
      fakeTest(
        "graph/delta-requests",
        "a request for changes comes too late after seven days, and is told where to start anew with what it asked for",
      ),
    ),
    claim(
      "No change is passed over, whichever instances answer. What changed and changed back, or came and went, is told too.",
      assumed("the pages promise every change, and say nothing of instances"),
      {},
      fakeTest(
        "graph/delta-convergence",
        "somebody who follows the changes of a directory whose instances lag has it whole in the end, whichever instances answered and whatever was lost on the way",
      ),
      fakeTest(
        "graph/delta",
        "changes of users tell of what was changed and changed back: another answer may have told of the middle",
      ),
    ),
    claim(
      "How tokens are refused, and that no more than 256 moments are kept for those who ask.",
      assumed("no page has the words or the number"),
      {},
      fakeTest(
        "graph/delta-requests",
        "a request for changes is refused with a token that was edited, or handed out for something else",
      ),
      fakeTest(
        "graph/delta-requests",
        "a request for changes comes too late where others have asked so much since that what it knows is not kept",
      ),
    ),
  ],
};
