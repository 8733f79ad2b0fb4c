import type { Application, AppRole } from "./application.ts";
import type { Directory } from "./directory.ts";
import { Refusal } from "./refusal.ts";

const AUDIENCES = [
  "AzureADMyOrg",
  "AzureADMultipleOrgs",
  "AzureADandPersonalMicrosoftAccount",
  "PersonalMicrosoftAccount",
];
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The kinds of addresses that are somebody's: names such as `urn:…` are not looked into. */
const HOSTED = /^(?:https?|api):\/\/([^/?#]*)(.*)$/i;

type Part = Readonly<Record<string, unknown>> | null | undefined;

/**
 * Refuses values that an application cannot have, be it new or changed from what it was.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/identifier-uri-restrictions
 */
export function refuseUnsound(directory: Directory, application: Application, was?: Application): void {
  const { displayName, signInAudience, appRoles, identifierUris, settings } = application;
  const ids = new Set(appRoles.map(({ id }) => id));
  const sound: Readonly<Record<string, boolean>> = {
    displayName: displayName !== "" && displayName.length <= 256,
    signInAudience: AUDIENCES.includes(signInAudience),
    appRoles: ids.size === appRoles.length && [...ids].every((id) => GUID.test(id)),
    identifierUris: identifierUris.every((uri) => URL.canParse(uri)),
    ...Object.fromEntries(
      ["web", "spa", "publicClient"].map((name) => [name, sendsToUris(settings[name] as Part)]),
    ),
  };
  const wrong = Object.keys(sound).find((property) => !sound[property]);
  if (wrong !== undefined)
    throw new Refusal({ reason: "value-invalid", property: wrong, resource: "Application" });
  const added = identifierUris.filter((uri) => !was?.identifierUris.includes(uri));
  const foreign = added.find((uri) => !isOwnUri(directory, application, uri));
  if (foreign !== undefined) throw new Refusal({ reason: "uri-outside-domains", uri: foreign });
  if (
    was !== undefined &&
    (changesEnabled(was.appRoles, appRoles) || changesEnabled(scopesIn(was), scopesIn(application)))
  ) {
    throw new Refusal({ reason: "permission-enabled" });
  }
}

function sendsToUris(part: Part): boolean {
  const { redirectUris = [] } = part ?? {};
  return !Array.isArray(redirectUris) || redirectUris.every((uri) => URL.canParse(uri));
}

/** One that is in a domain of the directory's, or that has its id or the application's in it. */
function isOwnUri(directory: Directory, { appId }: Application, uri: string): boolean {
  const [, host = "", rest = ""] = HOSTED.exec(uri) ?? [];
  if (host === "") return !/^(?:https?|api):/i.test(uri);
  const parts = [host, ...rest.split("/")].map((part) => part.toLowerCase());
  if (/^api:/i.test(uri) && parts.some((part) => part === appId || part === directory.tenantId)) return true;
  const labels = host.replace(/:\d+$/, "").split(".");
  return labels.some((_, first) => directory.holdsDomain(labels.slice(first).join(".")));
}

type Permission = Partial<Pick<AppRole, "id" | "isEnabled" | "value">>;

function scopesIn({ settings }: Application): readonly Permission[] {
  const { oauth2PermissionScopes = [] } = (settings.api as Part) ?? {};
  return Array.isArray(oauth2PermissionScopes) ? oauth2PermissionScopes : [];
}

/** Whether something goes, or gets another value, that was not switched off before. */
function changesEnabled(was: readonly Permission[], is: readonly Permission[]): boolean {
  return was.some(({ id, isEnabled, value = null }) => {
    const left = is.find((one) => one.id?.toLowerCase() === id?.toLowerCase());
    return isEnabled !== false && (left === undefined || (left.value ?? null) !== value);
  });
}
