import type { UserRight } from "../../directory/index.ts";
import { applicationRights } from "./applications.ts";
import { groupRights } from "./groups.ts";
import {
  both,
  type OperationRights,
  ownedBy,
  type RightsByTarget,
  type RightsTable,
  toOwned,
} from "./operation-rights.ts";
import { userRights } from "./users.ts";

const READ_USERS = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const READ_GROUPS = [
  "GroupMember.Read.All",
  "Group.Read.All",
  "Directory.Read.All",
  "Group.ReadWrite.All",
  "Directory.ReadWrite.All",
];
const READ_APPLICATIONS = [
  "Application.Read.All",
  "Directory.Read.All",
  "Application.ReadWrite.All",
  "Directory.ReadWrite.All",
];
const ORGANIZATION = [
  "Organization.Read.All",
  "Directory.Read.All",
  "Organization.ReadWrite.All",
  "Directory.ReadWrite.All",
];
const DOMAINS = ["Domain.Read.All", "Domain.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
const READ_ANY = ["Directory.Read.All", "Directory.ReadWrite.All"];
const TENANTS = ["CrossTenantInformation.ReadBasic.All"];

const withGroups = (permissions: readonly string[]) =>
  permissions.flatMap((one) => [`${one} and GroupMember.Read.All`, `${one} and Group.Read.All`]);

/** Which groups somebody is in takes the sight of both. */
const groupsOfUsers = (page: string): OperationRights => ({
  page,
  self: withGroups(["User.Read"]),
  delegated: [...withGroups(["User.ReadBasic.All", "User.Read.All"]), ...READ_ANY],
  application: [...withGroups(["User.Read.All"]), ...READ_ANY],
});

/** About whoever asks: no application can. */
const groupsOfOneself = (page: string): OperationRights => {
  const { self = [], delegated = [] } = groupsOfUsers(page);
  return { page, delegated: [...self, ...delegated] };
};

/** The four questions about what an object belongs to, of each type of object. */
function belonging(path: string, groups: (page: string) => OperationRights, objects = groups): RightsTable {
  return {
    [`POST ${path}/checkMemberGroups`]: groups("directoryobject-checkmembergroups"),
    [`POST ${path}/getMemberGroups`]: groups("directoryobject-getmembergroups"),
    [`POST ${path}/checkMemberObjects`]: objects("directoryobject-checkmemberobjects"),
    [`POST ${path}/getMemberObjects`]: objects("directoryobject-getmemberobjects"),
  };
}

const DELETED_USERS = ["User.Read.All", "User.ReadWrite.All", ...READ_ANY];
const DELETED_GROUPS = ["Group.Read.All", "Group.ReadWrite.All", ...READ_ANY];

const seen = {
  user: both("directory-deleteditems-get", DELETED_USERS),
  group: both("directory-deleteditems-get", DELETED_GROUPS),
  groupForRoles: both("directory-deleteditems-get", DELETED_GROUPS),
  application: ownedBy("directory-deleteditems-get", READ_APPLICATIONS),
  servicePrincipal: ownedBy("directory-deleteditems-get", READ_APPLICATIONS),
};

/** What is done to deleted objects, by what they were. */
function toDeleted(page: string, doing: "restore" | "delete"): RightsByTarget {
  const user = (kind: string): UserRight => ({ action: `deletedItems.${kind}/${doing}` });
  const group = both(page, ["Group.ReadWrite.All"], user("groups"));
  const application = toOwned(page, ["Application.ReadWrite.All"], user("applications"));
  const users = both(page, ["User.DeleteRestore.All", "User.ReadWrite.All"], user("users"));
  return {
    byTarget: { user: users, group, groupForRoles: group, application, servicePrincipal: application },
  };
}

const LIST_DELETED = "directory-deleteditems-list";
const deletedList = (kind: string) => `GET /directory/deletedItems/microsoft.graph.${kind}`;

/** Objects of any type, those that are gone, and what the organisation is. */
export const directoryRights: RightsTable = {
  "GET /directoryObjects/{id}": both("directoryobject-get", READ_ANY),
  "POST /directoryObjects/getByIds": both("directoryobject-getbyids", READ_ANY),
  "DELETE /directoryObjects/{id}": {
    byTarget: {
      ...groupRights["DELETE /groups/{id}"].byTarget,
      user: userRights["DELETE /users/{id}"],
      application: applicationRights["DELETE /applications/{id}"],
      servicePrincipal: applicationRights["DELETE /servicePrincipals/{id}"],
    },
  },
  ...belonging("/directoryObjects/{id}", (page) => both(page, READ_ANY)),
  ...belonging("/users/{id}", groupsOfUsers, (page) => ({ ...both(page, READ_USERS), self: ["User.Read"] })),
  ...belonging("/me", groupsOfOneself, (page) => ({ page, delegated: ["User.Read", ...READ_USERS] })),
  ...belonging("/groups/{id}", (page) => both(page, READ_GROUPS)),
  ...belonging("/servicePrincipals/{id}", (page) => both(page, READ_APPLICATIONS)),

  [deletedList("user")]: both(LIST_DELETED, DELETED_USERS),
  [deletedList("group")]: both(LIST_DELETED, DELETED_GROUPS),
  [deletedList("application")]: ownedBy(LIST_DELETED, READ_APPLICATIONS),
  [deletedList("servicePrincipal")]: ownedBy(LIST_DELETED, READ_APPLICATIONS),
  "GET /directory/deletedItems/{id}": { byTarget: seen },
  "DELETE /directory/deletedItems/{id}": toDeleted("directory-deleteditems-delete", "delete"),
  "POST /directory/deletedItems/{id}/restore": toDeleted("directory-deleteditems-restore", "restore"),

  "GET /organization": {
    page: "organization-list",
    delegated: ["User.Read", ...ORGANIZATION],
    application: ORGANIZATION,
  },
  "GET /organization/{id}": {
    page: "organization-get",
    delegated: ["User.Read", ...ORGANIZATION],
    application: ORGANIZATION,
  },
  "GET /domains": both("domain-list", DOMAINS),
  "GET /domains/{id}": both("domain-get", DOMAINS),
  "GET /tenantRelationships/findTenantInformationByDomainName/{id}": both(
    "tenantrelationship-findtenantinformationbydomainname",
    TENANTS,
  ),
  "GET /tenantRelationships/findTenantInformationByTenantId/{id}": both(
    "tenantrelationship-findtenantinformationbytenantid",
    TENANTS,
  ),

  // Each request of a batch is judged for itself.
  "POST /$batch": { page: "../json-batching", delegated: [], application: [] },
};
