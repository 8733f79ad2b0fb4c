import { Refusal, signInActivityOf, type User } from "../directory/index.ts";
import type { Entity } from "../odata/index.ts";
import type { Listed } from "./entity-page.ts";
import type { RouteContext } from "./exchange.ts";

const NAME = /\bsignInActivity\b/i;
/** The right to the log that it comes from. */
const PERMISSION = "AuditLog.Read.All";

/**
 * Whether a request asks when people signed in last.
 *
 * @throws Refusal where the caller lacks the right that it takes
 */
export function asksForActivity({ caller, request }: Pick<RouteContext, "caller" | "request">): boolean {
  const { $select = "", $filter = "" } = request.query;
  if (!NAME.test($filter) && !NAME.test($select)) return false;
  const { permissions } = caller;
  if (permissions === undefined || permissions.includes(PERMISSION)) return true;
  throw new Refusal({ reason: "log-permissions-missing", permissions: [PERMISSION] });
}

/** A user with what the sign-in log tells of it. Who never signed in has nothing of the kind. */
export function withActivity(view: Parameters<Listed>[0], user: User): Entity {
  const signInActivity = signInActivityOf(view, user.id);
  return signInActivity === undefined ? user : { ...user, signInActivity };
}
