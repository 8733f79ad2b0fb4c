import {
  type DirectoryAudit,
  directoryAudits,
  getDirectoryAudit,
  getSignIn,
  listSignIns,
} from "../../directory/index.ts";
import { directoryAuditModel, signInModel } from "../../odata/index.ts";
import type { Body } from "../body.ts";
import { logPage } from "../log-page.ts";
import type { Route } from "../router.ts";
import { signInBody } from "../sign-in-body.ts";

/** Who signed in here from elsewhere, and what was done in the directory. */
export const auditLogRoutes: readonly Route[] = [
  {
    path: "/auditLogs/signIns",
    methods: {
      GET(context) {
        const { directory, request } = context;
        return logPage(context, "signIns", signInModel, (view) =>
          listSignIns(view).map((record) => signInBody(directory, view, record, request.version)),
        );
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
    methods: {
      GET(context) {
        const { directory } = context;
        return logPage(context, "directoryAudits", directoryAuditModel, (view) =>
          directoryAudits(directory, view).map(auditBody),
        );
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
