import {
  createUser,
  type DirectoryObject,
  deleteUser,
  findUser,
  getUser,
  listUsers,
  mayHaveAddress,
  refuseGuestSeeing,
  refusePassword,
  refuseSettingPassword,
  type User,
  type UserChanges,
  updateUser,
} from "../../directory/index.ts";
import { project, userModel } from "../../odata/index.ts";
import type { View } from "../../replication/index.ts";
import { readBody, type Shape } from "../body.ts";
import { entityCount, entityPage, LISTED, type Listed } from "../entity-page.ts";
import type { RouteAnswer, RouteContext } from "../exchange.ts";
import { readNewAccount, readPassword } from "../new-account.ts";
import { ALONE, COUNTED } from "../query-options.ts";
import type { Route } from "../router.ts";
import { asksForActivity, withActivity } from "../sign-in-activity.ts";
import { userAnswer } from "../user-body.ts";

/** What people say of themselves; the service keeps it apart from the rest, and shows it of one user alone. */
const PROFILE: Shape = {
  aboutMe: "string?",
  birthday: "string",
  hireDate: "string",
  interests: "strings",
  mySite: "string?",
  pastProjects: "strings",
  preferredName: "string?",
  responsibilities: "strings",
  schools: "strings",
  skills: "strings",
};
/**
 * What may be written of a user.
 *
 * @see https://learn.microsoft.com/graph/api/user-update
 */
const WRITABLE: Shape = {
  displayName: "string",
  givenName: "string?",
  surname: "string?",
  mail: "string?",
  otherMails: "strings",
  userType: "string?",
  accountEnabled: "boolean",
  companyName: "string?",
  department: "string?",
  jobTitle: "string?",
  usageLocation: "string?",
  preferredLanguage: "string?",
  mobilePhone: "string?",
  officeLocation: "string?",
  businessPhones: "strings",
  userPrincipalName: "string",
  mailNickname: "string",
  ageGroup: "string?",
  city: "string?",
  consentProvidedForMinor: "string?",
  country: "string?",
  employeeId: "string?",
  employeeType: "string?",
  faxNumber: "string?",
  passwordPolicies: "string?",
  postalCode: "string?",
  preferredDataLocation: "string?",
  showInAddressList: "boolean?",
  state: "string?",
  streetAddress: "string?",
  identities: "objects",
  onPremisesExtensionAttributes: "object?",
  onPremisesImmutableId: "string?",
  employeeHireDate: "string?",
  employeeOrgData: "object?",
  ...PROFILE,
};

/** A condition on an id or an address is answered from the index; anything else looks at everybody. */
function usersIn(
  view: View<DirectoryObject>,
  from: number,
  lookUp: Parameters<Listed>[2],
): Iterable<readonly [place: number, user: User]> {
  const candidates = lookUp && candidatesFor(view, lookUp);
  if (candidates === undefined) return listUsers(view, from);
  return from === 0 ? candidates.entries() : [...candidates.entries()].slice(from);
}

/** The users who may have a value in a property; `undefined` for a property that the directory has no index for. */
function candidatesFor(
  view: View<DirectoryObject>,
  { property, value }: NonNullable<Parameters<Listed>[2]>,
): readonly User[] | undefined {
  switch (property) {
    case "id":
      return [findUser(view, value) ?? []].flat();
    case "userPrincipalName":
    case "mail":
    case "otherMails":
      return mayHaveAddress(view, value);
    // The index has addresses without what they are for.
    case "proxyAddresses":
      return mayHaveAddress(view, value.slice(value.indexOf(":") + 1));
    default:
      return undefined;
  }
}

/** The same, each with when it signed in last. */
const WITH_ACTIVITY: Listed = function* (view, from, lookUp) {
  for (const [place, user] of usersIn(view, from, lookUp)) yield [place, withActivity(view, user)];
};

/** So many users a page has with what the sign-in log tells of them. */
const MOST_WITH_ACTIVITY = 500;

function listed(context: RouteContext): readonly [Listed, most?: number] {
  refuseGuestSeeing(context.access, context.caller, "everybody");
  return asksForActivity(context) ? [WITH_ACTIVITY, MOST_WITH_ACTIVITY] : [usersIn];
}

export const userRoutes: readonly Route[] = [
  {
    path: "/users",
    takes: LISTED,
    hasIndex: true,
    methods: {
      GET: (context) => entityPage(context, "user", ...listed(context)),
      POST({ directory, access, request }) {
        const { account, password } = readNewAccount(request.body, WRITABLE);
        const user = createUser(directory, access, account, password);
        const context = `${request.origin}/${request.version}/$metadata#users/$entity`;
        return {
          status: 201,
          body: { "@odata.context": context, ...project(user, userModel.defaultSelect) },
        };
      },
    },
  },
  {
    path: "/users/$count",
    takes: COUNTED,
    hasIndex: true,
    methods: { GET: (context) => entityCount(context, "user", listed(context)[0]) },
  },
  {
    path: "/users/{key}",
    takes: ALONE,
    methods: {
      GET(context) {
        const { access, caller, keys } = context;
        refuseGuestSeeing(access, caller, keys[0] ?? "");
        return userAnswer(context, getUser(access.view, keys[0] ?? ""));
      },
      PATCH: (context) => changeUser(context, context.keys[0] ?? ""),
      DELETE({ directory, access, keys }) {
        deleteUser(directory, access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

/** Changes a user. A password is judged, and not kept. */
export function changeUser({ directory, access, caller, request }: RouteContext, key: string): RouteAnswer {
  const shape: Shape = { ...WRITABLE, passwordProfile: "object?" };
  const { passwordProfile, ...changes } = readBody(request.body, "user", shape);
  if (passwordProfile) refuseSettingPassword(access, caller);
  const password = passwordProfile ? readPassword(passwordProfile).password : undefined;
  if (typeof password === "string") refusePassword(password);
  updateUser(directory, access, key, {
    ...(changes as UserChanges),
    ...(password !== undefined && { lastPasswordChangeDateTime: directory.timestamp() }),
  });
  return { status: 204 };
}
