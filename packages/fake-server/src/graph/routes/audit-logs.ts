import {
  type DirectoryAudit,
  directoryAudits,
  getDirectoryAudit,
  getSignIn,
  listSignIns,
} from "../../directory/index.ts";
import { betaSignInModel, directoryAuditModel, signInModel } from "../../odata/index.ts";
import type { Body } from "../body.ts";
import { bodyPage } from "../body-page.ts";
import type { OptionName } from "../query-options.ts";
import type { Route } from "../router.ts";
import { signInBody } from "../sign-in-body.ts";

/** What the logs apply; a number of lines is not documented of them. */
const LOGGED: readonly OptionName[] = ["$filter", "$orderby", "$top", "$skiptoken"];

/** Who signed in here from elsewhere, and what was done in the directory. */
export const auditLogRoutes: readonly Route[] = [
  {
    path: "/auditLogs/signIns",
    takes: LOGGED,
    methods: {
      GET(context) {
        const { directory, request } = context;
        return bodyPage(context, {
          set: "auditLogs/signIns",
          model: request.version === "beta" ? betaSignInModel : signInModel,
          bodiesIn: (view) =>
            listSignIns(view).map((record) => signInBody(directory, view, record, request.version)),
        });
      },
    },
  },
  {
    path: "/auditLogs/signIns/{id}",
    methods: {
      GET({ directory, access, request, keys }) {
        const record = getSignIn(access, keys[0] ?? "");
        const body = signInBody(directory, access.view, record, request.version);
        const context = `${request.origin}/${request.version}/$metadata#auditLogs/signIns/$entity`;
        return { status: 200, body: { "@odata.context": context, ...body } };
      },
    },
  },
  {
    path: "/auditLogs/directoryAudits",
    takes: LOGGED,
    methods: {
      GET(context) {
        const { directory } = context;
        return bodyPage(context, {
          set: "auditLogs/directoryAudits",
          model: directoryAuditModel,
          bodiesIn: (view) => directoryAudits(directory, view).map(auditBody),
        });
      },
    },
  },
  {
    path: "/auditLogs/directoryAudits/{id}",
    methods: {
      GET({ directory, access, request, keys }) {
        const body = auditBody(getDirectoryAudit(directory, access, keys[0] ?? ""));
        const context = `${request.origin}/${request.version}/$metadata#auditLogs/directoryAudits/$entity`;
        return { status: 200, body: { "@odata.context": context, ...body } };
      },
    },
  },
];

function auditBody(audit: DirectoryAudit): Body {
  return { ...audit };
}
