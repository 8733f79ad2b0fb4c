import type { DocumentedExample } from "../example.ts";

export const roles: readonly DocumentedExample[] = [
  {
    says: "a role in use is read by id",
    source: "directoryrole-get",
    ask: "GET /directoryRoles/{role}",
    status: 200,
    shows: "{@odata.context, id, deletedDateTime null, description, displayName, roleTemplateId}",
  },
  {
    says: "a role in use is read by its template",
    source: "directoryrole-get",
    ask: "GET /directoryRoles/roleTemplateId={template}",
    status: 200,
    shows: "{@odata.context, id, deletedDateTime null, description, displayName, roleTemplateId}",
  },
  {
    says: "a user gets a role that is named by id",
    source: "directoryrole-post-members",
    ask: "POST /directoryRoles/{role}/members/$ref",
    body: { "@odata.id": "https://graph.microsoft.com/v1.0/directoryObjects/{member}" },
    status: 204,
    effect: { read: "/directoryRoles/{role}/members", lists: ["{member}"] },
  },
  {
    says: "a user gets a role that is named by its template",
    source: "directoryrole-post-members",
    ask: "POST /directoryRoles/roleTemplateId={template}/members/$ref",
    body: { "@odata.id": "https://graph.microsoft.com/v1.0/directoryObjects/{member}" },
    status: 204,
    effect: { read: "/directoryRoles/{role}/members", lists: ["{member}"] },
  },
  {
    says: "a user loses a role that is named by id",
    source: "directoryrole-delete-member",
    ask: "DELETE /directoryRoles/{role}/members/{holder}/$ref",
    status: 204,
    effect: { read: "/directoryRoles/{role}/members", lacks: "{holder}" },
  },
  {
    says: "a user loses a role that is named by its template",
    source: "directoryrole-delete-member",
    ask: "DELETE /directoryRoles/roleTemplateId={template}/members/{holder}/$ref",
    status: 204,
    effect: { read: "/directoryRoles/{role}/members", lacks: "{holder}" },
  },
  {
    says: "the assignment of a role is deleted",
    source: "unifiedroleassignment-delete",
    ask: "DELETE /roleManagement/directory/roleAssignments/{roleAssignment}",
    status: 204,
    effect: { read: "/roleManagement/directory/roleAssignments/{roleAssignment}", isGone: true },
  },
  {
    says: "the definitions of roles are listed, with what they inherit from",
    source: "rbacapplication-list-roledefinitions",
    ask: "GET /roleManagement/directory/roleDefinitions",
    status: 200,
    shows: `
      {@odata.context, value [{id, description, displayName, isBuiltIn flag, isEnabled flag, templateId,
      version, rolePermissions [{allowedResourceActions [text], condition null}],
      inheritsPermissionsFrom [{id}]}]}`,
  },
  {
    says: "a custom role is read, with a condition that is null",
    source: "unifiedroledefinition-get",
    ask: "GET /roleManagement/directory/roleDefinitions/{customRole}",
    status: 200,
    shows: `
      {@odata.context, id, description, displayName, isBuiltIn flag, isEnabled flag, templateId, version
      null, rolePermissions [{allowedResourceActions [text], condition null}], inheritsPermissionsFrom
      []}`,
  },
  {
    says: "a built-in role is read",
    source: "unifiedroledefinition-get",
    ask: "GET /roleManagement/directory/roleDefinitions/fdd7a751-b60b-444a-984c-02652fe8fa1c",
    status: 200,
    shows: `
      {@odata.context, id, description, displayName, isBuiltIn flag, isEnabled flag, resourceScopes
      [text], templateId, version, rolePermissions [{allowedResourceActions [text], condition null}],
      inheritsPermissionsFrom [{id}]}`,
  },
  {
    says: "a built-in role is read with the whole of what it inherits from",
    source: "unifiedroledefinition-get",
    ask: "GET /roleManagement/directory/roleDefinitions/fdd7a751-b60b-444a-984c-02652fe8fa1c?$expand=inheritsPermissionsFrom",
    status: 200,
    shows: `
      {@odata.context, id, description, displayName, isBuiltIn flag, isEnabled flag, resourceScopes
      [text], templateId, version, rolePermissions [{allowedResourceActions [text], condition null}],
      inheritsPermissionsFrom [{id, description, displayName, isBuiltIn flag, isEnabled flag,
      resourceScopes [text], templateId, version, rolePermissions [{allowedResourceActions [text],
      condition null}]}]}`,
  },
  {
    says: "a custom role gets another name and other permissions",
    source: "unifiedroledefinition-update",
    ask: "PATCH /roleManagement/directory/roleDefinitions/{customRole}",
    body: {
      description: "Reads applications",
      displayName: "Application Reader",
      rolePermissions: [{ allowedResourceActions: ["microsoft.directory/applications/basic/read"] }],
    },
    status: 204,
    effect: {
      read: "/roleManagement/directory/roleDefinitions/{customRole}",
      keeps: true,
      beside: {
        names: ["condition"],
        because:
          "each permission is read back with a `condition` of null, which was not sent: the page graph/api/unifiedroledefinition-get shows a custom role so, whose permissions have none",
      },
    },
  },
];
