import type { Run } from "../run.ts";
import { attemptsAreBounded } from "./attempts-are-bounded.ts";
import { callersAreHeard } from "./callers-are-heard.ts";
import { conductIsClean } from "./conduct-is-clean.ts";
import { noGuestTwice } from "./no-guest-twice.ts";
import { noMailTwice } from "./no-mail-twice.ts";
import { nothingAfterTheDeadline } from "./nothing-after-the-deadline.ts";
import { nothingInARush } from "./nothing-in-a-rush.ts";
import { nothingIsLost } from "./nothing-is-lost.ts";
import { nothingTooEarly } from "./nothing-too-early.ts";
import { outcomesAreTrue } from "./outcomes-are-true.ts";
import { ownWritesAreSeen } from "./own-writes-are-seen.ts";
import { patienceIsRewarded } from "./patience-is-rewarded.ts";
import { retryingIsSafe } from "./retrying-is-safe.ts";

/** Says what is wrong with a run; nothing where it is as it should be. */
export type Invariant = (run: Run) => readonly string[];

/** What has to be true of every run, whatever goes wrong in it. */
export const invariants: Readonly<Record<string, Invariant>> = {
  "no invitation is lost": nothingIsLost,
  "no guest is made twice": noGuestTwice,
  "no mail is ordered twice": noMailTwice,
  "nothing is sent before the service's time": nothingTooEarly,
  "nothing is sent in a rush": nothingInARush,
  "nothing is sent after a call's deadline": nothingAfterTheDeadline,
  "attempts are bounded": attemptsAreBounded,
  "no call is lost to a service that is only slow": patienceIsRewarded,
  "every error's outcome is true": outcomesAreTrue,
  "what an error says of retrying is safe": retryingIsSafe,
  "one's own writes are seen": ownWritesAreSeen,
  "callers are heard in time, and no timer is left": callersAreHeard,
  "conduct is clean": conductIsClean,
};
