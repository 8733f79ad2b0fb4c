import type { User } from "../directory/index.ts";
import { ALONE, project, readSelect, userModel } from "../odata/index.ts";
import type { Body } from "./body.ts";
import { GraphError } from "./errors.ts";
import type { GraphRequest } from "./exchange.ts";
import { selectionIn } from "./selected.ts";

/** What is never null, though nobody has set it. */
const NEVER_SET = {
  birthday: "0001-01-01T00:00:00Z",
  hireDate: "0001-01-01T00:00:00Z",
  deviceEnrollmentLimit: 5,
};

/** One user, with the properties that are selected, and the context that says which they are. */
export function userEntity({ origin, version, query }: GraphRequest, user: User): Body {
  const select = readSelect(userModel, query.$select);
  const shown = select.some(isReadAlone) ? { ...NEVER_SET, ...user } : user;
  return {
    "@odata.context": `${origin}/${version}/$metadata#users${selectionIn(query.$select)}/$entity`,
    ...project(shown, select),
  };
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
