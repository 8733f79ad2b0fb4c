import { fakeTest, sdkTest } from "../shown.ts";
import { exported, type Limitation, method, rule, type Topic } from "./limitation.ts";

const place = { example: "limitation-limits", guide: "directory-limits.md" } as const;

const serviceLimits: Limitation = {
  id: "A7",
  says: "Guests fall under the limits of the directory service, like everything else in a directory.",
  api: [method("limits.check", "DirectoryLimits"), exported("limits"), exported("judgeLimit")],
  rules: [
    rule("directory/limits.ts", "DOCUMENTED_LIMITS", "the numbers, in a table of its own"),
    rule("directory/object-quota.ts", "refuseOverQuota", "a full directory takes nobody"),
    rule("graph/throttle/documented.ts", "DOCUMENTED", "how much is let through in a time"),
  ],
  handled: [
    fakeTest(
      "limits/check",
      "a check of the limits tells how full the directory is, by the limit that it has, and sees it fill up",
    ),
    sdkTest(
      "limits/judge",
      "how far a limit is away is reached exactly where what is to be added does not fit any more",
    ),
    fakeTest("limits/enforced", "a limit that the service enforces $id: $value $unit, and not one more"),
  ],
  enforced: [
    fakeTest(
      "limits/agreement",
      "the fake's table of limits has the value that the SDK's catalogue has, of the same day: %s",
    ),
    fakeTest("directory/limits", "the number of objects in a directory counts a deleted guest for 30 days"),
    fakeTest(
      "limits/quota-model",
      "whoever invites, deletes and waits is let in and refused as the two quotas of objects have it",
    ),
    fakeTest(
      "graph/throttle",
      "the invitation service refuses the 151st invitation within five seconds, and writes nothing",
    ),
  ],
  ...place,
};

const created: Limitation = {
  id: "A8",
  says: "One of these limits: how many directories a user creates.",
  api: [exported("limits"), method("limits.check", "DirectoryLimits")],
  rules: [
    rule(
      "world/belonging.ts",
      "refuseOneCreationTooMany",
      "no 201st directory of one user. Graph has no request that makes one, so it is the world that refuses",
    ),
  ],
  handled: [
    sdkTest(
      "limits/catalogue",
      "the catalogue of limits knows what the article names: the directories that a user can create, and belong to",
    ),
    fakeTest("limits/check", "a check of the limits never leaves out what nobody can be asked about"),
  ],
  enforced: [
    fakeTest(
      "directory/limits",
      "the number of directories that one user creates ends at 200, and is each user's own",
    ),
    fakeTest(
      "limits/agreement",
      "the fake's table of limits has beyond them only what Graph has no request for",
    ),
  ],
  ...place,
};

const belonged: Limitation = {
  id: "A9",
  says: "Another: to how many directories a user or guest belongs.",
  api: [
    exported("limits"),
    method("limits.check", "DirectoryLimits"),
    method("invitations.create", "Invitations"),
  ],
  rules: [
    rule("directory/belonging.ts", "refuseOneTenantTooMany", "the 501st does not take the invitation"),
    rule("world/belonging.ts", "tenantsOf", "counts them, cloud by cloud"),
  ],
  handled: [
    sdkTest(
      "limits/catalogue",
      "the catalogue of limits knows what the article names: the directories that a user can create, and belong to",
    ),
    fakeTest("limits/check", "a check of the limits never leaves out what nobody can be asked about"),
    fakeTest("limits/enforced", "a limit that the service enforces $id: $value $unit, and not one more"),
  ],
  enforced: [
    fakeTest(
      "directory/limits",
      "the number of directories that one user belongs to counts one's own directory, and each where one is a guest; not those of another cloud",
    ),
  ],
  ...place,
};

export const directoryLimits: Topic = {
  title: "Directory limits",
  limitations: [serviceLimits, created, belonged],
};
