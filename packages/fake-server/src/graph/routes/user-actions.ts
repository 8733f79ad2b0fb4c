import { type Conversion, convertToInternal, getUser, revokeSignInSessions } from "../../directory/index.ts";
import { badRequest, readBody } from "../body.ts";
import { GraphError } from "../errors.ts";
import type { RouteAnswer, RouteContext } from "../exchange.ts";
import { readPassword } from "../new-account.ts";
import { ALONE } from "../query-options.ts";
import type { Route } from "../router.ts";
import { self } from "../self.ts";
import { userAnswer } from "../user-body.ts";
import { changeUser } from "./users.ts";

/** Who the caller is, and what is done to a user other than writing its properties. */
export const userActionRoutes: readonly Route[] = [
  {
    path: "/me",
    takes: ALONE,
    methods: {
      GET: (context) => userAnswer(context, getUser(context.access.view, self(context))),
      PATCH: (context) => changeUser(context, self(context)),
    },
  },
  {
    path: "/users/{key}/revokeSignInSessions",
    methods: { POST: (context) => revoke(context, context.keys[0] ?? "") },
  },
  { path: "/me/revokeSignInSessions", methods: { POST: (context) => revoke(context, self(context)) } },
  {
    path: "/users/{key}/convertExternalToInternalMemberUser",
    only: "beta",
    methods: {
      POST({ directory, access, request, keys }) {
        const conversion = readConversion(request.body);
        const user = convertToInternal(directory, access, keys[0] ?? "", conversion);
        const { displayName, userPrincipalName, mail } = user;
        return {
          status: 200,
          body: {
            "@odata.context": `${request.origin}/beta/$metadata#microsoft.graph.conversionUserDetails`,
            ...{ displayName, userPrincipalName, mail },
            convertedToInternalUserDateTime: directory.timestamp(),
          },
        };
      },
    },
  },
];

function revoke({ directory, access, request }: RouteContext, key: string): RouteAnswer {
  revokeSignInSessions(directory, access, key);
  const context = `${request.origin}/${request.version}/$metadata#Edm.Boolean`;
  return { status: 200, body: { "@odata.context": context, value: true } };
}

/** The texts are those that the service has been seen to answer with. */
function readConversion(body: unknown): Conversion {
  const { userPrincipalName, mail, passwordProfile } = readBody(body, "user", {
    userPrincipalName: "string?",
    mail: "string?",
    passwordProfile: "object?",
  });
  if (!userPrincipalName) throw refused("The provided UPN cannot be empty.");
  if (mail === "") throw refused("The mail provided cannot be empty.");
  const { password } = passwordProfile ? readPassword(passwordProfile) : {};
  if (typeof password !== "string") throw refused("The provided password is not valid.");
  const address = typeof mail === "string" ? mail : undefined;
  if (address !== undefined && !/^[^@\s]+@[^@\s]+$/.test(address)) {
    throw badRequest("Invalid value specified for property 'mail' of resource 'User'.");
  }
  return { userPrincipalName: String(userPrincipalName), password, mail: address };
}

function refused(message: string): GraphError {
  return new GraphError(400, "Request_BadRequest", message);
}
