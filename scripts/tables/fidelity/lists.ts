import { fakeTest } from "../shown.ts";
import { type Area, assumed, claim, documented, reported } from "./claim.ts";

export const lists: Area = {
  title: "Options of lists and of single objects",
  claims: [
    claim(
      "Of a list every option is applied or refused with 400, and none is dropped without a word.",
      assumed("the pages of some lists say which options they take, and none what becomes of the others"),
      {},
      fakeTest(
        "schema/options",
        "an option of a list is applied or refused, and never dropped without a word, whichever list it is",
      ),
    ),
    claim(
      "Options go by their names without case and without `$` too, in v1.0 as in the beta.",
      documented("graph/query-parameters", "2026-11-27"),
      {},
      fakeTest(
        "graph/option-names",
        "the name of a query option has no case, and may do without the dollar sign: %j",
      ),
    ),
    claim(
      "An option that there is not, one that is given twice, and a value that none has are refused.",
      assumed("the texts are near to those of the library that Graph seems to use"),
      {},
      fakeTest(
        "graph/option-names",
        "the name of a query option is one that there is, once, and with a value that it can have: not %j",
      ),
      fakeTest(
        "graph/option-names",
        "the name of a query option is refused where it is given twice, in an address and in a part of a batch",
      ),
    ),
    claim(
      "What an object is linked with (members, owners, memberships, reports) is filtered and put in order by advanced queries alone, with its type in the path and without.",
      reported("issue 8757 of microsoftgraph/microsoft-graph-docs-contrib; of orders it is assumed"),
      {},
      fakeTest(
        "graph/list-options",
        "what an object is linked with takes a filter in an advanced query alone: %s",
      ),
      fakeTest(
        "graph/list-options",
        "what an object is linked with is asked for whatever its types are, as an advanced query: %s=%s",
      ),
    ),
    claim(
      "The sets of conditional access take filters, orders, pages and numbers without any header; named locations are asked for by their type too.",
      documented("graph/api/conditionalaccessroot-list-namedlocations", "2026-11-27"),
      {},
      fakeTest(
        "graph/list-options",
        "conditional access lists the policies that are asked for, without any header: %j",
      ),
      fakeTest(
        "graph/list-options",
        "conditional access finds named locations by their type and by what it has: %s",
      ),
    ),
    claim(
      "A role assignment shows its principal or its role where that is expanded.",
      documented("graph/api/rbacapplication-list-roleassignments", "2026-11-27"),
      {},
      fakeTest(
        "graph/list-options",
        "an assignment of a role comes with what it is between where that is expanded: %s",
      ),
    ),
    claim(
      "The beta shows nearly everything of a user where nothing is selected.",
      documented("graph/api/user-get", "2026-11-27"),
      {},
      fakeTest(
        "graph/beta",
        "the beta shows nearly everything of a user where nothing is selected, alone and in lists",
      ),
    ),
    claim(
      "A relationship is no property that could be selected or asked for, and is not said to be missing.",
      assumed("that it is refused is known, the words are not"),
      {},
      fakeTest(
        "graph/real-properties",
        "a property that there is and leads to other objects is not said to be missing: %s?%j",
      ),
    ),
    claim(
      "A property that nobody may write is refused as read-only, and not as one that there is not.",
      reported("people who have tried; of which properties is documented"),
      {},
      fakeTest(
        "graph/real-properties",
        "a property that there is and that nobody may write is refused as what it is: %s of a user",
      ),
    ),
    claim(
      "What is expanded stays so from page to page.",
      documented("graph/paging", "2026-11-27"),
      {},
      fakeTest("graph/list-options", "what is expanded stays so from page to page"),
    ),
    claim(
      "An action goes by its whole name too.",
      documented("graph/use-the-api", "2026-11-27"),
      {},
      fakeTest("graph/paths", "a path names an action whole or short: %s"),
    ),
  ],
};
