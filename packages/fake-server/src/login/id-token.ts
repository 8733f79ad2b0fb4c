import type { Directory, User } from "../directory/index.ts";
import type { TokenClaims } from "../sign-in/index.ts";
import { subjectOf } from "./access-token.ts";
import type { Client } from "./client.ts";
import { issuerOf } from "./issuer.ts";
import type { LoginContext } from "./service.ts";
import { LIFETIME_MS } from "./tokens.ts";

/** Whom an application is told of. */
export interface Told {
  readonly directory: Directory;
  readonly client: Client;
  readonly user: User;
  readonly about: TokenClaims;
  readonly nonce: string | undefined;
  readonly aboutUser: ReadonlySet<string>;
  readonly contexts: readonly string[];
}

/**
 * Signs what an application is told of the user who has signed in to it.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
 */
export function idTokenFor({ service, isFirstVersion }: LoginContext, told: Told): string {
  const { directory, client, user, about, nonce, aboutUser, contexts } = told;
  const { cloud, tenantId } = directory;
  const { userPrincipalName: upn, displayName, id: oid } = user;
  const from = Math.floor(service.now() / 1000);
  const names = isFirstVersion
    ? { unique_name: upn, upn, name: displayName ?? upn }
    : aboutUser.has("profile") && { name: displayName ?? upn, preferred_username: upn, oid };
  return service.key(cloud).sign({
    aud: client.appId,
    iss: issuerOf(cloud, tenantId, !isFirstVersion),
    ...{ iat: from, nbf: from, exp: from + LIFETIME_MS / 1000 },
    ...{ sub: subjectOf(service, client, oid), tid: tenantId, ver: isFirstVersion ? "1.0" : "2.0" },
    ...(isFirstVersion && { oid }),
    ...names,
    ...(aboutUser.has("email") && user.mail !== null && { email: user.mail }),
    ...(about.acct === 1 && { idp: about.idp, acct: about.acct }),
    ...{ auth_time: about.auth_time, amr: about.amr },
    ...(nonce !== undefined && { nonce }),
    ...(contexts.length > 0 && { acrs: contexts }),
  });
}
