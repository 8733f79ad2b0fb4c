import type { View } from "../replication/index.ts";
import type { Application, ServicePrincipal, Settings } from "./application.ts";
import type { DirectoryObject } from "./directory-object.ts";

/** An application's service principal in its own directory. */
export function servicePrincipalWithAppId(
  view: View<DirectoryObject>,
  appId: string,
): ServicePrincipal | undefined {
  return view
    .find(`servicePrincipal:${appId.toLowerCase()}`)
    .find((object) => object.kind === "servicePrincipal");
}

/** A service principal that says of its application what the registration says now. */
export function followed(servicePrincipal: ServicePrincipal, application: Application): ServicePrincipal {
  const { appId, displayName, appRoles, signInAudience, identifierUris, settings } = application;
  const [api, web] = [settings.api, settings.web] as (Settings | null | undefined)[];
  return {
    ...servicePrincipal,
    appId,
    displayName,
    appRoles,
    signInAudience,
    servicePrincipalNames: [appId, ...identifierUris],
    settings: {
      ...servicePrincipal.settings,
      appDisplayName: displayName,
      appDescription: settings.description ?? null,
      homepage: web?.homePageUrl ?? null,
      logoutUrl: web?.logoutUrl ?? null,
      replyUrls: web?.redirectUris ?? [],
      oauth2PermissionScopes: api?.oauth2PermissionScopes ?? [],
      ...(settings.info !== undefined && { info: settings.info }),
    },
  };
}
