import { type DirectoryObject, findPresent, findUser, type PolicyInput } from "../directory/index.ts";
import type { View } from "../replication/index.ts";
import { badRequest } from "./body.ts";

type Known = (view: View<DirectoryObject>, id: string) => boolean;
type Policy = Pick<PolicyInput, "conditions" | "grantControls" | "sessionControls">;
type Named = Readonly<Record<string, unknown>>;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The addresses that are trusted for multifactor authentication stand for themselves. */
const TRUSTED_ADDRESSES = "00000000-0000-0000-0000-000000000000";

const oneOf =
  (words: readonly string[], known: Known): Known =>
  (view, value) =>
    words.some((word) => word.toLowerCase() === value.toLowerCase()) ||
    (GUID.test(value) && known(view, value));

const isUser = oneOf(
  ["All", "None", "GuestsOrExternalUsers"],
  (view, id) => findUser(view, id) !== undefined,
);
const isGroup = oneOf([], (view, id) => findPresent(view, id)?.kind === "group");
// Microsoft's own applications are in every organisation of the service, and not here: any id may be one's.
const isApplication = oneOf(["All", "None", "Office365", "MicrosoftAdminPortals"], () => true);
const isLocation = oneOf(
  ["All", "AllTrusted", TRUSTED_ADDRESSES],
  (view, id) => view.get(id.toLowerCase())?.kind === "namedLocation",
);

/** What the lists of a condition may name. */
const NAMED: readonly (readonly [
  condition: "users" | "applications" | "locations",
  property: string,
  Known,
])[] = [
  ["users", "Users", isUser],
  ["users", "Groups", isGroup],
  ["applications", "Applications", isApplication],
  ["locations", "Locations", isLocation],
];

/**
 * Refuses a policy that names what is not there. What it named before may be gone since.
 *
 * @param was - the policy that is changed
 */
export function refuseUnknown(view: View<DirectoryObject>, policy: Policy, was?: Policy): void {
  for (const [condition, things, isKnown] of NAMED) {
    for (const property of [`include${things}`, `exclude${things}`]) {
      const before = listIn(was, condition, property);
      const added = listIn(policy, condition, property).filter((value) => !before.includes(value));
      if (!added.every((value) => isKnown(view, value))) {
        throw badRequest(
          `Invalid value specified for property '${property}' of resource 'conditionalAccessPolicy'.`,
        );
      }
    }
  }
}

const USERS = ["includeUsers", "includeGroups", "includeRoles", "includeGuestsOrExternalUsers"];
const APPLICATIONS = [
  ...["includeApplications", "includeUserActions", "includeAuthenticationContextClassReferences"],
  "applicationFilter",
];

/**
 * Refuses a policy that is about nobody, about nothing, or that asks for nothing.
 *
 * @see https://learn.microsoft.com/graph/api/conditionalaccessroot-post-policies
 */
export function refuseWithoutRules({ conditions, grantControls, sessionControls }: Policy): void {
  const { users, applications, clientApplications } = conditions as Named;
  const lacks = [
    [saysOneOf(applications, APPLICATIONS), "an application rule"],
    [saysOneOf(users, USERS) || Boolean(clientApplications), "a user rule"],
    [Boolean(grantControls ?? sessionControls), "a grant or a session control"],
  ] as const;
  const lacking = lacks.find(([isThere]) => !isThere);
  if (lacking !== undefined) throw badRequest(`A valid policy has ${lacking[1]} at least.`);
}

function saysOneOf(condition: unknown, names: readonly string[]): boolean {
  const given = (condition ?? {}) as Named;
  return names.some((name) => {
    const value = given[name];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
}

function listIn(policy: Policy | undefined, condition: string, property: string): readonly string[] {
  const lists = ((policy?.conditions as Named | undefined)?.[condition] ?? {}) as Named;
  return (lists[property] ?? []) as readonly string[];
}
