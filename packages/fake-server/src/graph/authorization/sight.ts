import { holdsPermission, type PresentObject, type Principal } from "../../directory/index.ts";
import { rightsFor } from "./table.ts";
import { ONESELF, READ_BASIC, SINGLE_PROPERTIES } from "./users.ts";

type Kind = PresentObject["kind"];

/** What reads one object of a kind. */
const READING: Readonly<Record<Kind, string>> = {
  user: "/users/{id}",
  group: "/groups/{id}",
  application: "/applications/{id}",
  servicePrincipal: "/servicePrincipals/{id}",
};

/** Of an object that the token may not read there is no more than that it is there. */
const NO_MORE: ReadonlySet<string> = new Set(["id"]);

/**
 * The properties that the basic profile of a user is made of.
 *
 * @see https://learn.microsoft.com/graph/permissions-reference section "User.ReadBasic.All"
 */
const BASIC = [
  "id",
  "displayName",
  "givenName",
  "surname",
  "mail",
  "userPrincipalName",
  "securityIdentifier",
] as const;

/**
 * The properties that a token shows of an object among others, such as the members of a group: `undefined` where it shows
 * them all. Nobody is refused a list for what is in it.
 *
 * @see https://learn.microsoft.com/graph/permissions-overview section "Limited information returned for inaccessible member objects"
 */
export function shownAmongOthers(
  caller: Principal,
  { kind, id }: { readonly kind: Kind; readonly id?: string },
): ReadonlySet<string> | undefined {
  if (caller.permissions === undefined || reads(caller, kind)) return undefined;
  if (kind !== "user") return NO_MORE;
  if (id !== undefined && id === caller.userId && holdsPermission(caller, ONESELF)) return undefined;
  return holdsPermission(caller, [READ_BASIC]) ? basicsFor(caller) : NO_MORE;
}

/** The properties that a token shows of an object that is asked for by itself, as it may be. */
export function shownAlone(caller: Principal, object: PresentObject): ReadonlySet<string> | undefined {
  const shown = shownAmongOthers(caller, object);
  return shown === NO_MORE ? undefined : shown;
}

/** Whether the token may read all that there is of a kind. */
function reads(caller: Principal, kind: Kind): boolean {
  const rights = rightsFor("GET", READING[kind]);
  if ("byTarget" in rights) return false;
  const { delegated, application = [] } = rights;
  const enough = caller.userId === undefined ? application : delegated;
  return holdsPermission(
    caller,
    enough.filter((permission) => permission !== READ_BASIC),
  );
}

function basicsFor(caller: Principal): ReadonlySet<string> {
  const besides = Object.entries(SINGLE_PROPERTIES).filter(([, anyOf]) => holdsPermission(caller, anyOf));
  return new Set([...BASIC, ...besides.map(([name]) => name)]);
}
