import type { Directory, User } from "../directory/index.ts";
import type { TokenClaims } from "../sign-in/index.ts";
import type { Caller } from "./callers.ts";
import type { ClaimsRequest } from "./claims-request.ts";
import type { Client, ClientProof } from "./client.ts";
import { issuerOf } from "./issuer.ts";
import type { Resource } from "./resource.ts";
import type { LentScopes } from "./scopes.ts";
import type { LoginService } from "./service.ts";
import { LIFETIME_MS } from "./tokens.ts";

/** What every access token is made of. */
export interface TokenOrder {
  readonly directory: Directory;
  readonly client: Client;
  readonly proof: ClientProof;
  readonly resource: Resource;
  readonly claims: ClaimsRequest;
}

/** Somebody who has lent the application something. */
export interface Lender {
  readonly user: User;
  readonly scopes: LentScopes;
  /** What is told of the sign-in. */
  readonly about: TokenClaims;
  /** The authentication contexts that were satisfied. */
  readonly contexts: readonly string[];
}

/** A new access token, in text. */
export interface AccessToken {
  readonly text: string;
  /** What it carries: the roles or the scopes, by name. */
  readonly carries: readonly string[];
}

const APPIDACR: Readonly<Record<ClientProof, string>> = { none: "0", secret: "1", certificate: "2" };

/**
 * Signs a token for an application on its own. It carries every permission that the application has.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export function tokenForApp(service: LoginService, order: TokenOrder): AccessToken {
  const { directory, client, resource } = order;
  const { id, permissions, displayName: name } = client.servicePrincipal;
  const carries = resource.isGraph ? (permissions ?? service.permissions.application) : [];
  const caller: Caller = {
    ...{ kind: "app", tenantId: directory.tenantId, appId: client.appId, principalId: id, name },
    ...(permissions !== null && { permissions }),
  };
  return signed(service, order, caller, carries, {
    ...{ oid: id, sub: id, idtyp: "app" },
    ...(carries.length > 0 && { roles: carries }),
  });
}

/** Signs a token for an application that a user works with. It carries what the user has lent. */
export function tokenForUser(service: LoginService, order: TokenOrder, lender: Lender): AccessToken {
  const { directory, client, resource } = order;
  const { user, scopes, about, contexts } = lender;
  const carries = scopes ?? (resource.isGraph ? service.permissions.delegated : []);
  const { id: userId, userPrincipalName: upn, displayName, givenName, surname } = user;
  const { acct, amr, auth_time, email, idp } = about;
  const caller: Caller = {
    ...{ kind: "user", tenantId: directory.tenantId, appId: client.appId, userId, name: upn },
    ...(scopes !== undefined && { permissions: scopes }),
  };
  return signed(service, order, caller, carries, {
    ...{ oid: userId, sub: subjectOf(service, client, userId), idtyp: "user", scp: carries.join(" ") },
    ...{ name: displayName ?? upn, acct, auth_time },
    ...(resource.isSecondVersion ? { preferred_username: upn } : { upn, unique_name: upn, amr }),
    ...(acct === 1 && { email, idp }),
    ...(givenName !== null && { given_name: givenName }),
    ...(surname !== null && { family_name: surname }),
    ...(contexts.length > 0 && { acrs: contexts }),
  });
}

/** By what a user is known to one application: to another by something else. */
export function subjectOf({ chance }: LoginService, { appId }: Client, userId: string): string {
  return chance.guid(`subject/${appId}/${userId}`).replaceAll("-", "");
}

function signed(
  service: LoginService,
  { directory, client, proof, resource, claims }: TokenOrder,
  caller: Caller,
  carries: readonly string[],
  about: Readonly<Record<string, unknown>>,
): AccessToken {
  const { cloud, tenantId } = directory;
  const now = service.now();
  const from = Math.floor(now / 1000);
  const { appId } = client;
  const acr = APPIDACR[proof];
  const text = service.key(cloud).sign({
    aud: resource.audience,
    iss: issuerOf(cloud, tenantId, resource.isSecondVersion),
    ...{ iat: from, nbf: from, exp: from + LIFETIME_MS / 1000 },
    ...(resource.isSecondVersion
      ? { azp: appId, azpacr: acr, ver: "2.0" }
      : { appid: appId, appidacr: acr, app_displayname: client.servicePrincipal.displayName, ver: "1.0" }),
    ...{ tid: tenantId, uti: service.chance.guid(`uti/${service.tokens.issued}`), ...about },
    ...(claims.capabilities.length > 0 && { xms_cc: claims.capabilities }),
  });
  const expiresAt = from * 1000 + LIFETIME_MS;
  service.tokens.keep({ token: text, caller, expiresAt, audience: resource.audience });
  return { text, carries };
}
