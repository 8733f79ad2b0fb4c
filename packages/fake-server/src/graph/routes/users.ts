import { deleteUser, getUser, type UserChanges, updateUser } from "../../directory/index.ts";
import { project, readSelect, userModel } from "../../odata/index.ts";
import { readBody, type Shape } from "../body.ts";
import type { RouteContext } from "../exchange.ts";
import type { Route } from "../router.ts";
import { userPage } from "../user-page.ts";

/** What may be written of a user. */
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
};

export const userRoutes: readonly Route[] = [
  {
    path: "/users",
    hasIndex: true,
    methods: { GET: (context) => ({ status: 200, body: userPage(context) }) },
  },
  {
    path: "/users/{key}",
    methods: {
      GET({ access, request, keys }) {
        const select = readSelect(userModel, request.query.$select);
        const body = project(getUser(access.view, keys[0] ?? ""), select);
        return { status: 200, body: { "@odata.context": contextOf(request), ...body } };
      },
      PATCH({ access, request, keys }) {
        updateUser(access, keys[0] ?? "", readBody(request.body, "user", WRITABLE) as UserChanges);
        return { status: 204 };
      },
      DELETE({ directory, access, keys }) {
        deleteUser(directory, access, keys[0] ?? "");
        return { status: 204 };
      },
    },
  },
];

/** Says which properties were selected, where any were. */
function contextOf({ origin, version, query }: RouteContext["request"]): string {
  const selected = query.$select === undefined ? "" : `(${query.$select})`;
  return `${origin}/${version}/$metadata#users${selected}/$entity`;
}
