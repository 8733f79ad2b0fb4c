import { fakeTest, sdkTest } from "../shown.ts";
import { type Limitation, method, option, rule, type Topic } from "./limitation.ts";

const place = { example: "limitation-replication", guide: "replication.md" } as const;

const writes: Limitation = {
  id: "A3",
  says: "What happens to a guest writes to the directory: the invitation, its redemption, an assignment to an application.",
  api: [
    method("invitations.create", "Invitations"),
    method("guests.update", "Guests"),
    method("groups.addMember", "Groups"),
    method("apps.assign", "Apps"),
  ],
  rules: [
    rule("directory/invitations.ts", "invite", "makes or finds the guest, and a link"),
    rule("world/redeem.ts", "redeem", "accepts, and links the account"),
    rule("directory/app-roles.ts", "assignAppRole", "assigns to an application"),
  ],
  handled: [
    sdkTest(
      "resources/guests",
      "inviting answers with the invitation, the link to redeem and the guest's own id",
    ),
    sdkTest(
      "middleware/read-your-writes",
      "what this client has just written is waited for by updates and assignments too",
    ),
  ],
  enforced: [
    fakeTest(
      "directory/invitations",
      "an invitation makes a guest under a name of the resource tenant, who has not accepted yet",
    ),
    fakeTest("world/redemption", "redeeming accepts the invitation and lands where it was to land"),
    fakeTest(
      "redemption/steps",
      "a redemption, step by step is a commit at its own time for each step, which lags like any other",
    ),
    fakeTest(
      "graph/users",
      "a guest can be put in a group and assigned to an application; a second time is already done, or a conflict",
    ),
  ],
  ...place,
};

const instances: Limitation = {
  id: "A4",
  says: "A write is made in one instance of the directory, and has to reach each of the others before it is done.",
  api: [method("guests.waitUntil", "Guests")],
  rules: [
    rule("replication/topology.ts", "topologyOf", "the instances of a tenant, and how late each is"),
    rule("replication/reader.ts", "Reader", "applies the commits in order, each after its lag"),
    rule("replication/store.ts", "Store", "one log, and every version that can still be read"),
  ],
  handled: [
    sdkTest("resources/wait-until", "waiting for a guest wants three reads in a row that agree"),
    sdkTest(
      "resources/wait-until",
      "waiting for a guest starts counting anew where an instance answers otherwise",
    ),
  ],
  enforced: [
    fakeTest(
      "replication/reader",
      "an instance has applied the longest run of commits that have arrived, whoever looked before and how often",
    ),
    fakeTest(
      "replication/store-model",
      "every instance shows exactly what the directory was at the commit it has applied, through lags, holds and rewinds",
    ),
    fakeTest("world/world", "a world settles once every instance has applied everything"),
  ],
  ...place,
};

const staleReads: Limitation = {
  id: "A5",
  says: "Until then a read that another instance answers may miss what was written.",
  api: [option("readYourWrites"), method("guests.get", "Guests"), method("apps.assign", "Apps")],
  rules: [
    rule("replication/session.ts", "Routing", "which instance answers whom"),
    rule("replication/view.ts", "View", "what an instance shows at its position"),
    rule("directory/users.ts", "getUser", "not there is not found, at that instance"),
  ],
  handled: [
    sdkTest("middleware/read-your-writes", "what this client has just written is asked again after %s"),
    sdkTest(
      "middleware/read-your-writes",
      "what this client has just written is waited for longer by what assigns applications, which learn of it later",
    ),
    sdkTest("middleware/read-your-writes", "what this client has not written is missing, at once"),
  ],
  enforced: [
    fakeTest(
      "replication/sessions",
      "an application on its own finds what it wrote at the instance that took it only once that has caught up",
    ),
    fakeTest(
      "directory/visibility",
      "what an instance does not know yet cannot be put in a group, and is in it once it can",
    ),
    fakeTest(
      "directory/visibility",
      "what an instance does not know yet cannot be assigned to an application, though the directory shows it: assignments are judged elsewhere",
    ),
  ],
  ...place,
};

const backoff: Limitation = {
  id: "A6",
  says: "The remedy is to ask again; a program does so with backoff.",
  api: [option("readYourWrites"), option("retry"), method("guests.waitUntil", "Guests")],
  rules: [
    rule("conduct/lints/read-after-write.ts", "readAfterWrite", "notes a 404 that was taken for the answer"),
    rule("conduct/lints/early-retry.ts", "earlyRetry", "notes who comes back before the time"),
    rule("conduct/lints/unbounded-retries.ts", "unboundedRetries", "notes who never gives up"),
  ],
  handled: [
    sdkTest(
      "middleware/read-your-writes",
      "what this client has just written is asked again after about as long as it has been missing: %s waits",
    ),
    sdkTest(
      "middleware/backoff",
      "a wait of our own choosing lies between nothing and a bound that doubles with each retry, up to the cap",
    ),
    sdkTest(
      "middleware/retry",
      "what failed for now is sent again after %s, where a second time does no harm",
    ),
  ],
  enforced: [
    fakeTest(
      "conduct/read-after-write",
      "an application that reads what it has just made took a 404 for the answer, where it never asked again",
    ),
    fakeTest(
      "conduct/read-after-write",
      "an application that reads what it has just made did well to ask again until it was there",
    ),
  ],
  ...place,
};

export const replication: Topic = {
  title: "Replication",
  limitations: [writes, instances, staleReads, backoff],
};
