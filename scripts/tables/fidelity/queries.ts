import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reported } from "./claim.ts";

const ADVANCED = documented("graph/aad-advanced-queries");

export const queries: Area = {
  title: "Queries",
  claims: [
    claim(
      "`$select` narrows every object and every list, also of several types.",
      documented("graph/query-parameters", "2026-11-27"),
      {},
      fakeTest(
        "schema/select",
        "every object and list of the fake in %s is shown with what is selected and no more, and refused for a name that there is not",
      ),
      fakeTest(
        "schema/select",
        "what is selected of objects of several types may be what none of them shows by default, and what one type alone has",
      ),
    ),
    claim(
      "Which operator works of which property of a user: by default, as an advanced query, or never.",
      ADVANCED,
      {},
      fakeTest(
        "filters/documented",
        "a filter of users that works by default ($filter) finds the right ones, as an advanced query too",
      ),
      fakeTest(
        "filters/documented",
        "a filter of users that takes an advanced query ($filter) finds the right ones in one, and is refused otherwise",
      ),
      fakeTest(
        "filters/documented",
        "a filter of users that never works ($filter) is refused with the property",
      ),
    ),
    claim(
      "The same of groups, applications and the logs.",
      ADVANCED,
      {},
      fakeTest(
        "filters/other-objects",
        "a filter of other objects ($of: $filter) works as documented: $mark",
      ),
    ),
    claim(
      "A filter that cannot be read is refused with its place. The texts are those of the library that Graph seems to use.",
      assumed("two of them are reported from Graph itself"),
      {},
      fakeTest(
        "filters/spellings",
        "a filter in a URL is refused where it is too deep or too long, and never takes the server along",
      ),
    ),
    claim(
      "`$expand` reads one relationship of a user or a group along, 20 objects of it at the most, and makes pages of 100; of managers a whole chain, as an advanced query.",
      documented("graph/query-parameters"),
      {},
      fakeTest("graph/expand", "a relationship that is read along is what its own path answers with: %s"),
      fakeTest(
        "graph/expand",
        "a relationship that is read along is a chain of managers, as an advanced query alone",
      ),
      fakeTest(
        "graph/expand",
        "a relationship that is read along has twenty objects at the most and no link to more, and makes a page of a hundred",
      ),
    ),
    claim(
      "Of an object one relationship is expanded at a time. The texts of the other refusals are assumed.",
      reported("issue 96 of microsoftgraph/microsoft-graph-docs"),
      {},
      fakeTest("graph/expand", "what cannot be expanded is refused with its reason %s"),
    ),
    claim(
      "Expanding a relationship takes what reading it by its own path takes.",
      assumed("no page says so"),
      {},
      fakeTest(
        "graph/expand",
        "a relationship that is read along takes the permission that its own path takes",
      ),
    ),
    claim(
      "`signInActivity` is shown where it is selected, and left out of whoever never signed in; a filter by it stands alone, and pages have 500 users.",
      documented("graph/api/user-list"),
      {},
      fakeTest(
        "graph/sign-in-activity",
        "when somebody signed in last can be filtered by, by itself alone, and finds nobody who never signed in",
      ),
      fakeTest("graph/sign-in-activity", "when somebody signed in last makes pages of 500 at the most"),
    ),
    claim(
      "`Prefer` on writes is ignored.",
      reported(
        "issue 1682 of microsoftgraph/msgraph-sdk-dotnet, for PATCH of users; of others it is assumed",
      ),
      {},
      fakeTest("graph/prefer", "a preference for what a write returns leaves a change without a body: %s"),
    ),
    claim(
      "`$count=true` without the header is ignored, without a word.",
      ADVANCED,
      {},
      fakeTest(
        "odata/capabilities",
        "a count without the header that advanced queries need is ignored, without a word",
      ),
    ),
    claim(
      "Pages have 1 to 999 objects, 100 where nothing is said.",
      documented("graph/api/user-list"),
      {},
      fakeTest(
        "odata/capabilities",
        "a page size is a whole number from 1 to 999, and 100 where none is given",
      ),
    ),
    claim(
      "A list shows one moment, however many pages it takes.",
      assumed("no page says what a list shows of what is written meanwhile"),
      {},
      fakeTest(
        "graph/users",
        "the list of guests stays as it was when its first page was read, whatever is written meanwhile",
      ),
    ),
    claim(
      "A page token is good for its own list, query and directory.",
      assumed("the pages call it opaque"),
      {},
      fakeTest("graph/pages", "the pages of a list are no pages of another list, or of another directory"),
    ),
    claim(
      "`$search` finds users by the words of their names, and by what addresses and other names begin with. It takes the header.",
      documented("graph/search-query-parameter"),
      {},
      fakeTest("graph/pages", "a search of users finds by words and beginnings: %s"),
      fakeTest("graph/pages", "a search of users is refused %s"),
    ),
    claim(
      "`/$count` of users answers as bare text, with the header alone.",
      ADVANCED,
      { of: ["GET /users/$count"] },
      fakeTest(
        "graph/pages",
        "a number of objects comes as bare text, to those who take late answers alone: %s",
      ),
    ),
    claim(
      "Text is compared without case.",
      documented("graph/filter-query-parameter"),
      {},
      fakeTest(
        "odata/evaluation",
        "a filter means what it says: it agrees with a plain evaluation, whatever it is made of",
      ),
    ),
  ],
};
