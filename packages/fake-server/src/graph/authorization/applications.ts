import type { UserRight } from "../../directory/index.ts";
import { both, type OperationRights, ownedBy, type RightsTable, toOwned } from "./operation-rights.ts";

const READ = [
  "Application.Read.All",
  "Application.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const ASSIGN = "AppRoleAssignment.ReadWrite.All";
const mayAssign: UserRight = { action: "servicePrincipals/appRoleAssignedTo/update" };

const mayChangeSecrets: UserRight = { action: "applications/credentials/update", byOwner: true };

/** The page adds of `Application.ReadWrite.OwnedBy` that it is not enough to add an owner, though its table names it. */
const ADD_OWNER = ["Application.ReadWrite.All and Directory.Read.All", "Directory.ReadWrite.All"];
const REMOVE_OWNER = ["Application.ReadWrite.All", "Directory.ReadWrite.All"];
const mayChangeOwners: UserRight = { action: "applications/owners/update", byOwner: true };
const mayChangeOwnersThere: UserRight = { action: "servicePrincipals/owners/update", byOwner: true };

/** Assigning takes the sight of the application as well. */
const assigning = (page: string): OperationRights =>
  both(page, [`${ASSIGN} and Application.Read.All`, `${ASSIGN} and Directory.Read.All`], mayAssign);
const removing = (page: string): OperationRights => both(page, [ASSIGN], mayAssign);
const assignments = (page: string): OperationRights =>
  both(page, ["Directory.Read.All", ASSIGN, "Directory.ReadWrite.All"]);

/** Applications, their service principals, and who is assigned to them. */
export const applicationRights = {
  "GET /applications": ownedBy("application-list", READ),
  "POST /applications": {
    page: "application-post-applications",
    delegated: ["AppRegistration.Create", "Application.ReadWrite.All"],
    application: ["AppRegistration.Create", "Application.ReadWrite.OwnedBy", "Application.ReadWrite.All"],
    user: { action: "applications/create", byMemberWhere: "allowedToCreateApps" },
  },
  "GET /applications/{id}": ownedBy("application-get", READ),
  "PATCH /applications/{id}": toOwned("application-update", ["Application.ReadWrite.All"], {
    action: "applications/basic/update",
    byOwner: true,
  }),
  "DELETE /applications/{id}": toOwned("application-delete", ["Application.ReadWrite.All"], {
    action: "applications/delete",
    byOwner: true,
  }),
  "POST /applications/{id}/addPassword": toOwned(
    "application-addpassword",
    ["Application.ReadWrite.All"],
    mayChangeSecrets,
  ),
  "POST /applications/{id}/removePassword": toOwned(
    "application-removepassword",
    ["Application.ReadWrite.All"],
    mayChangeSecrets,
  ),
  "GET /applications/{id}/owners": ownedBy("application-list-owners", READ),
  "POST /applications/{id}/owners/$ref": both("application-post-owners", ADD_OWNER, mayChangeOwners),
  "DELETE /applications/{id}/owners/{id}/$ref": toOwned(
    "application-delete-owners",
    REMOVE_OWNER,
    mayChangeOwners,
  ),

  "GET /servicePrincipals": ownedBy("serviceprincipal-list", READ),
  // Whoever may make applications by no more than that makes service principals of their own alone: Microsoft's page
  // says so of few, and https://github.com/microsoftgraph/microsoft-graph-docs/issues/16138 of all.
  "POST /servicePrincipals": {
    ...toOwned(
      "serviceprincipal-post-serviceprincipals",
      ["Application.ReadWrite.All", "Directory.ReadWrite.All"],
      { action: "servicePrincipals/create", byMemberWhere: "allowedToCreateApps", ofOwned: true },
    ),
    toAppInBody: true,
  },
  "GET /servicePrincipals/{id}": ownedBy("serviceprincipal-get", READ),
  "PATCH /servicePrincipals/{id}": toOwned(
    "serviceprincipal-update",
    ["Application.ReadWrite.All", "Directory.ReadWrite.All"],
    { action: "servicePrincipals/basic/update", byOwner: true },
  ),
  "DELETE /servicePrincipals/{id}": toOwned("serviceprincipal-delete", ["Application.ReadWrite.All"], {
    action: "servicePrincipals/delete",
    byOwner: true,
  }),
  "GET /servicePrincipals/{id}/owners": ownedBy("serviceprincipal-list-owners", READ),
  "POST /servicePrincipals/{id}/owners/$ref": both(
    "serviceprincipal-post-owners",
    ADD_OWNER,
    mayChangeOwnersThere,
  ),
  "DELETE /servicePrincipals/{id}/owners/{id}/$ref": toOwned(
    "serviceprincipal-delete-owners",
    REMOVE_OWNER,
    mayChangeOwnersThere,
  ),

  "GET /servicePrincipals/{id}/appRoleAssignedTo": ownedBy("serviceprincipal-list-approleassignedto", READ),
  "POST /servicePrincipals/{id}/appRoleAssignedTo": assigning("serviceprincipal-post-approleassignedto"),
  "GET /servicePrincipals/{id}/appRoleAssignedTo/{id}": ownedBy("approleassignment-get", READ),
  "DELETE /servicePrincipals/{id}/appRoleAssignedTo/{id}": removing(
    "serviceprincipal-delete-approleassignedto",
  ),
  "GET /servicePrincipals/{id}/appRoleAssignments": ownedBy("serviceprincipal-list-approleassignments", READ),
  "POST /servicePrincipals/{id}/appRoleAssignments": assigning("serviceprincipal-post-approleassignments"),
  "GET /servicePrincipals/{id}/appRoleAssignments/{id}": ownedBy("approleassignment-get", READ),
  "DELETE /servicePrincipals/{id}/appRoleAssignments/{id}": removing(
    "serviceprincipal-delete-approleassignments",
  ),

  "GET /users/{id}/appRoleAssignments": assignments("user-list-approleassignments"),
  "POST /users/{id}/appRoleAssignments": removing("user-post-approleassignments"),
  "GET /users/{id}/appRoleAssignments/{id}": assignments("approleassignment-get"),
  "DELETE /users/{id}/appRoleAssignments/{id}": removing("user-delete-approleassignments"),
  "GET /groups/{id}/appRoleAssignments": assignments("group-list-approleassignments"),
  "POST /groups/{id}/appRoleAssignments": both(
    "group-post-approleassignments",
    [`${ASSIGN} and Group.Read.All`],
    mayAssign,
  ),
  "GET /groups/{id}/appRoleAssignments/{id}": assignments("approleassignment-get"),
  "DELETE /groups/{id}/appRoleAssignments/{id}": removing("group-delete-approleassignments"),
} satisfies RightsTable;
