import type { View } from "../replication/index.ts";
import type { Application, AppRole, ServicePrincipal, Settings } from "./application.ts";
import { applicationWithAppId } from "./applications.ts";
import { creationBy } from "./creations.ts";
import { softDeleted } from "./deleted-item.ts";
import type { Directory } from "./directory.ts";
import type { DirectoryObject } from "./directory-object.ts";
import { refuseOverQuota } from "./object-quota.ts";
import { firstOwners, ownerships } from "./owners.ts";
import { refuseNoGuid } from "./present-object.ts";
import type { Principal } from "./principal.ts";
import { Refusal } from "./refusal.ts";
import { followed, servicePrincipalWithAppId } from "./service-principal-of-application.ts";
import type { Access } from "./users.ts";

/** Stands before a key that is the application's own id. */
const APP_ID = /^appId=/i;

/** The service principal with this id, or with the application's own: `appId=…`. */
export function getServicePrincipal(view: View<DirectoryObject>, key: string): ServicePrincipal {
  const id = key.replace(APP_ID, "");
  refuseNoGuid(id);
  const found = APP_ID.test(key) ? servicePrincipalWithAppId(view, id) : view.get(id.toLowerCase());
  if (found?.kind !== "servicePrincipal") throw new Refusal({ reason: "resource-not-found", id });
  return found;
}

/** Service principals that a view shows, in order of creation. */
export function listServicePrincipals(view: View<DirectoryObject>): readonly ServicePrincipal[] {
  return view.find("servicePrincipal").filter((object) => object.kind === "servicePrincipal");
}

/** What may be written of a service principal. */
export type ServicePrincipalChanges = Partial<
  Pick<
    ServicePrincipal,
    | "displayName"
    | "accountEnabled"
    | "appRoleAssignmentRequired"
    | "servicePrincipalNames"
    | "servicePrincipalType"
    | "tags"
  >
> & { readonly settings: Settings };

/**
 * Makes the service principal of an application that is registered here. It may do nothing yet.
 *
 * @see https://learn.microsoft.com/graph/api/serviceprincipal-post-serviceprincipals
 */
export function createServicePrincipal(
  directory: Directory,
  access: Access,
  principal: Principal,
  appId: string,
  { settings, ...given }: ServicePrincipalChanges,
): ServicePrincipal {
  const application = applicationWithAppId(access.view, appId);
  if (application === undefined) throw new Refusal({ reason: "app-unknown", appId });
  refuseTakenServicePrincipal(access, application.appId);
  refuseOverQuota(directory);
  const made = followed(blankOf(directory, application), application);
  const servicePrincipal = { ...made, ...given, settings: { ...made.settings, ...settings } };
  const creation = creationBy(directory, access, servicePrincipal.id);
  access.commit(
    "servicePrincipals.create",
    new Map<string, DirectoryObject>([
      [servicePrincipal.id, servicePrincipal],
      ...ownerships(directory, access, servicePrincipal, firstOwners(access, principal)),
      ...creation,
    ]),
  );
  return servicePrincipal;
}

export function updateServicePrincipal(
  access: Access,
  key: string,
  { settings, ...changes }: ServicePrincipalChanges,
): void {
  const current = getServicePrincipal(access.primary, getServicePrincipal(access.view, key).id);
  const changed = { ...current, ...changes, settings: { ...current.settings, ...settings } };
  access.commit("servicePrincipals.update", new Map([[changed.id, changed]]));
}

/** Deletes a service principal: it can be restored, with its assignments, for 30 days. */
export function deleteServicePrincipal(directory: Directory, access: Access, key: string): void {
  const current = getServicePrincipal(access.primary, getServicePrincipal(access.view, key).id);
  access.commit("servicePrincipals.delete", new Map([softDeleted(current, directory.now())]));
}

/** An application has one service principal in a directory. */
export function refuseTakenServicePrincipal(access: Access, appId: string): void {
  if (servicePrincipalWithAppId(access.primary, appId) !== undefined) {
    throw new Refusal({ reason: "app-present", appId });
  }
}

/** What can be said of an application when it is made. */
export interface AppProperties {
  /** Its client id, for an application that brings its own. Default: one that follows from the seed and its name. */
  readonly appId?: string;
  /** Ids of the roles that it declares. Default: none, so that everybody gets the default role. */
  readonly appRoleIds?: readonly string[];
  /**
   * Whether it may create as many objects as an administrator, when it calls on its own. Default true: with `false` it is
   * held to 250 of them, as a person without such a role is.
   */
  readonly isAdministrator?: boolean;
  /** What it may do on its own, by the names of Graph's permissions, for example `["User.Invite.All"]`. Default: everything. */
  readonly permissions?: readonly string[];
  /** What users and administrators have agreed to lend it, by the names of Graph's scopes. Default: everything. */
  readonly scopes?: readonly string[];
  /** What it proves itself with at the token endpoint. It is kept as a digest, and nothing gives it back. Default: no secret is right. */
  readonly secret?: string;
  /** A certificate in PEM, the public part alone: assertions that are signed with its key prove who it is. */
  readonly certificate?: string;
  /** Where users may be sent back to after they have signed in. Default: nowhere. */
  readonly redirectUris?: readonly string[];
  /** Whether it can keep no secret, and so needs none when users sign in: an application on a device or in a browser. Default false. */
  readonly isPublicClient?: boolean;
}

/** An application of another publisher's: it is not registered here. */
export function servicePrincipalOf(
  directory: Directory,
  name: string,
  given: AppProperties,
): ServicePrincipal {
  const { appRoleIds = [], isAdministrator = true, permissions, scopes, redirectUris = [] } = given;
  const appId = given.appId?.toLowerCase() ?? directory.chance.guid(`app/${name}`);
  return {
    kind: "servicePrincipal",
    id: directory.chance.guid(`servicePrincipal/${name}`),
    appId,
    displayName: name,
    accountEnabled: true,
    appOwnerOrganizationId: null,
    appRoleAssignmentRequired: false,
    appRoles: appRoleIds.map((id) => roleOf(id.toLowerCase())),
    servicePrincipalNames: [appId],
    servicePrincipalType: "Application",
    signInAudience: "AzureADMultipleOrgs",
    tags: [],
    createdDateTime: directory.timestamp(),
    settings: { appDisplayName: name, replyUrls: [...redirectUris] },
    isAdministrator,
    permissions: permissions ?? null,
    scopes: scopes ?? null,
    isPublicClient: given.isPublicClient ?? false,
  };
}

function roleOf(id: string): AppRole {
  return {
    allowedMemberTypes: ["User", "Application"],
    description: null,
    displayName: null,
    id,
    isEnabled: true,
    origin: "Application",
    value: null,
  };
}

function blankOf(directory: Directory, { appId, displayName }: Application): ServicePrincipal {
  return {
    ...servicePrincipalOf(directory, displayName, { isAdministrator: false, permissions: [], scopes: [] }),
    id: directory.newId(`servicePrincipal/${appId}`),
    appOwnerOrganizationId: directory.tenantId,
  };
}
