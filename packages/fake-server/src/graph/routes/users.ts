import {
  createUser,
  deleteUser,
  getUser,
  refuseGuestSeeing,
  type UserChanges,
  updateUser,
} from "../../directory/index.ts";
import { project, readSelect, userModel } from "../../odata/index.ts";
import { readBody, type Shape } from "../body.ts";
import type { RouteContext } from "../exchange.ts";
import { readNewAccount } from "../new-account.ts";
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
    methods: {
      GET(context) {
        refuseGuestSeeing(context.access, context.caller, "everybody");
        return { status: 200, body: userPage(context) };
      },
      POST({ directory, access, caller, request }) {
        const { account, password } = readNewAccount(request.body, WRITABLE);
        const user = createUser(directory, access, caller, account, password);
        const context = `${request.origin}/${request.version}/$metadata#users/$entity`;
        return {
          status: 201,
          body: { "@odata.context": context, ...project(user, userModel.defaultSelect) },
        };
      },
    },
  },
  {
    path: "/users/{key}",
    methods: {
      GET({ access, caller, request, keys }) {
        refuseGuestSeeing(access, caller, keys[0] ?? "");
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
