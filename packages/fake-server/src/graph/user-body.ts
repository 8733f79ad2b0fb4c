import type { User } from "../directory/index.ts";
import { ALONE } from "../odata/index.ts";
import { entityAnswer } from "./entity-answer.ts";
import { GraphError } from "./errors.ts";
import type { RouteAnswer, RouteContext } from "./exchange.ts";
import { asksForActivity, withActivity } from "./sign-in-activity.ts";

/** What is never null, though nobody has set it. Shown to who selects it alone. */
const NEVER_SET = {
  birthday: "0001-01-01T00:00:00Z",
  hireDate: "0001-01-01T00:00:00Z",
  deviceEnrollmentLimit: 5,
};

const MENTIONED = new RegExp(Object.keys(NEVER_SET).join("|"), "i");

/** One user, with what is read of one user alone. */
export function userAnswer(context: RouteContext, user: User): RouteAnswer {
  const known = asksForActivity(context) ? withActivity(context.access.view, user) : user;
  const { $select = "" } = context.request.query;
  return entityAnswer(context, user, MENTIONED.test($select) ? { ...NEVER_SET, ...known } : known);
}

/** Refuses a list with what is read of one user alone. */
export function refuseInList(select: readonly string[]): void {
  if (select.some(isReadAlone)) {
    throw new GraphError(501, "NotImplemented", "This operation target is not yet supported.");
  }
}

function isReadAlone(name: string): boolean {
  return Object.hasOwn(ALONE, name);
}
