import type { View } from "../replication/index.ts";
import type { Application, Settings } from "./application.ts";
import { refuseUnsound } from "./application-values.ts";
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

/** The application with this object id, or with its own: `appId=…`. */
export function getApplication(view: View<DirectoryObject>, key: string): Application {
  const id = key.replace(APP_ID, "");
  refuseNoGuid(id);
  const found = APP_ID.test(key) ? applicationWithAppId(view, id) : view.get(id.toLowerCase());
  if (found?.kind !== "application") throw new Refusal({ reason: "resource-not-found", id });
  return found;
}

export function applicationWithAppId(view: View<DirectoryObject>, appId: string): Application | undefined {
  return view.find(`application:${appId.toLowerCase()}`).find((object) => object.kind === "application");
}

/** Applications that a view shows, in order of creation. */
export function listApplications(view: View<DirectoryObject>): readonly Application[] {
  return view.find("application").filter((object) => object.kind === "application");
}

/** What may be written of an application. */
export type ApplicationChanges = Partial<
  Pick<Application, "displayName" | "signInAudience" | "identifierUris" | "tags" | "appRoles">
> & { readonly settings: Settings };

/**
 * Registers an application, of which whoever makes it is an owner. Who signs in to it needs its service principal, which
 * is made for itself.
 *
 * @see https://learn.microsoft.com/graph/api/application-post-applications
 */
export function createApplication(
  directory: Directory,
  access: Access,
  principal: Principal,
  given: ApplicationChanges & Pick<Application, "displayName">,
): Application {
  const application: Application = {
    kind: "application",
    id: directory.newId("application"),
    appId: directory.newId("application/appId"),
    createdDateTime: directory.timestamp(),
    publisherDomain: directory.initialDomain,
    signInAudience: "AzureADandPersonalMicrosoftAccount",
    identifierUris: [],
    tags: [],
    appRoles: [],
    ...given,
  };
  refuseUnsound(directory, application);
  refuseTakenUris(access, application);
  refuseOverQuota(directory);
  const creation = creationBy(directory, access, application.id);
  access.commit(
    "applications.create",
    new Map<string, DirectoryObject>([
      [application.id, application],
      ...ownerships(directory, access, application, firstOwners(access, principal)),
      ...creation,
    ]),
  );
  return application;
}

/** Changes an application, and its service principal with it. */
export function updateApplication(
  directory: Directory,
  access: Access,
  key: string,
  { settings, ...changes }: ApplicationChanges,
): void {
  const current = getApplication(access.primary, getApplication(access.view, key).id);
  const changed = { ...current, ...changes, settings: { ...current.settings, ...settings } };
  refuseUnsound(directory, changed, current);
  refuseTakenUris(access, changed);
  const own = servicePrincipalWithAppId(access.primary, changed.appId);
  const writes = new Map<string, DirectoryObject>([[changed.id, changed]]);
  if (own !== undefined) writes.set(own.id, followed(own, changed));
  access.commit("applications.update", writes);
}

/**
 * Deletes an application and its service principal: each can be restored for 30 days.
 *
 * @see https://learn.microsoft.com/entra/identity/enterprise-apps/restore-application
 */
export function deleteApplication(directory: Directory, access: Access, key: string): void {
  const current = getApplication(access.primary, getApplication(access.view, key).id);
  const own = servicePrincipalWithAppId(access.primary, current.appId);
  const gone = own === undefined ? [current] : [current, own];
  access.commit("applications.delete", new Map(gone.map((object) => softDeleted(object, directory.now()))));
}

/** A URI that tokens are asked for by leads to one application of the directory. */
export function refuseTakenUris(access: Access, { id, identifierUris }: Application): void {
  if (identifierUris.length === 0) return;
  const taken = listApplications(access.primary).some(
    (other) => other.id !== id && other.identifierUris.some((uri) => identifierUris.includes(uri)),
  );
  if (taken) throw new Refusal({ reason: "name-taken", property: "identifierUris" });
}
