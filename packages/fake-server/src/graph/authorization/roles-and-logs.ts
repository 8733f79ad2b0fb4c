import type { UserRight } from "../../directory/index.ts";
import { both, type OperationRights, type RightsTable } from "./operation-rights.ts";

const READ = [
  "RoleManagement.Read.Directory",
  "RoleManagement.Read.All",
  "Directory.Read.All",
  "RoleManagement.ReadWrite.Directory",
  "Directory.ReadWrite.All",
];
const READ_ACTIVATED = [
  "RoleManagement.Read.Directory",
  "Directory.Read.All",
  "RoleManagement.ReadWrite.Directory",
  "Directory.ReadWrite.All",
];
const WRITE = ["RoleManagement.ReadWrite.Directory"];
/** The table names `Directory.Read.All` as one that includes it; that it is not enough alone is assumed. */
const READ_SIGN_INS = ["AuditLog.Read.All"];
const READ_AUDITS = ["AuditLog.Read.All and Directory.Read.All"];
const ROLES = "/roleManagement/directory";
const change = (resource: string): UserRight => ({ action: `${resource}/allProperties/update` });
const log = (resource: string): UserRight => ({ action: `${resource}/allProperties/read` });

/** The service behind the logs names what is missing. */
const ofLogs = (rights: OperationRights): OperationRights => ({
  ...rights,
  refusal: "log-permissions-missing",
});

/** Who has which role, what roles there are, and what has been written down. */
export const roleAndLogRights: RightsTable = {
  "GET /directoryRoles": both("directoryrole-list", READ_ACTIVATED),
  "POST /directoryRoles": both(
    "directoryrole-post-directoryroles",
    ["RoleManagement.ReadWrite.Directory", "Directory.ReadWrite.All"],
    change("directoryRoles"),
  ),
  "GET /directoryRoles/{id}": both("directoryrole-get", READ_ACTIVATED),
  "GET /directoryRoles/{id}/members": both("directoryrole-list-members", READ_ACTIVATED),
  "POST /directoryRoles/{id}/members/$ref": both(
    "directoryrole-post-members",
    WRITE,
    change("directoryRoles"),
  ),
  "DELETE /directoryRoles/{id}/members/{id}/$ref": both(
    "directoryrole-delete-member",
    WRITE,
    change("directoryRoles"),
  ),

  [`GET ${ROLES}/roleAssignments`]: both("rbacapplication-list-roleassignments", READ),
  [`POST ${ROLES}/roleAssignments`]: both(
    "rbacapplication-post-roleassignments",
    WRITE,
    change("roleAssignments"),
  ),
  [`GET ${ROLES}/roleAssignments/{id}`]: both("unifiedroleassignment-get", READ),
  [`DELETE ${ROLES}/roleAssignments/{id}`]: both(
    "unifiedroleassignment-delete",
    WRITE,
    change("roleAssignments"),
  ),
  [`GET ${ROLES}/roleDefinitions`]: both("rbacapplication-list-roledefinitions", READ),
  [`POST ${ROLES}/roleDefinitions`]: both(
    "rbacapplication-post-roledefinitions",
    WRITE,
    change("roleDefinitions"),
  ),
  [`GET ${ROLES}/roleDefinitions/{id}`]: both("unifiedroledefinition-get", READ),
  [`PATCH ${ROLES}/roleDefinitions/{id}`]: both(
    "unifiedroledefinition-update",
    WRITE,
    change("roleDefinitions"),
  ),
  [`DELETE ${ROLES}/roleDefinitions/{id}`]: both(
    "unifiedroledefinition-delete",
    WRITE,
    change("roleDefinitions"),
  ),

  "GET /auditLogs/signIns": ofLogs(both("signin-list", READ_SIGN_INS, log("signInReports"))),
  "GET /auditLogs/signIns/{id}": ofLogs(both("signin-get", READ_SIGN_INS, log("signInReports"))),
  "GET /auditLogs/directoryAudits": ofLogs(both("directoryaudit-list", READ_AUDITS, log("auditLogs"))),
  "GET /auditLogs/directoryAudits/{id}": ofLogs(both("directoryaudit-get", READ_AUDITS, log("auditLogs"))),
};
