import type { Directory, User } from "../directory/index.ts";
import { type Lender, tokenForUser } from "./access-token.ts";
import { type ClaimsRequest, claimsChallenge } from "./claims-request.ts";
import type { Client, ClientProof } from "./client.ts";
import type { SignInGrant } from "./grants.ts";
import { idTokenFor } from "./id-token.ts";
import { refusals } from "./refusals.ts";
import { resourceNamed } from "./resource.ts";
import { type AskedScopes, lentScopes, readScopes, scopesByResource } from "./scopes.ts";
import type { LoginContext, LoginService, SignedIn } from "./service.ts";
import { refusalOf } from "./sign-in-refusal.ts";
import type { TokenResponse } from "./token-response.ts";
import { LIFETIME_MS } from "./tokens.ts";

/** Somebody who has signed in, and asks for tokens with it. */
export interface UserOrder {
  readonly directory: Directory;
  readonly client: Client;
  readonly proof: ClientProof;
  readonly grant: SignInGrant;
  readonly claims: ClaimsRequest;
}

/**
 * Hands out tokens for a sign-in. Everything that lets a user in is looked at again: much may have changed since.
 *
 * @throws LoginRefusal where the user would not be let in by now, or only with more than was done
 */
export function tokensFor(context: LoginContext, order: UserOrder): TokenResponse {
  const { directory, client, proof, grant, claims } = order;
  const { service } = context;
  const user = userOf(service, order);
  const signedIn = service.signIn(directory, user, client.appId);
  const asked = askedScopes(context, order);
  const resource = asked.resource ?? resourceNamed(directory, directory.cloud.graph);
  refuseUnmet(order, signedIn, resource.name);
  const scopes = asked.resource ? lentScopes(asked, client.servicePrincipal) : [];
  const about = { ...signedIn.claims, auth_time: Math.floor(grant.signedInAt / 1000) };
  const { contexts, nonce } = grant;
  const lender: Lender = { user, scopes, about, contexts };
  const access = tokenForUser(service, { directory, client, proof, resource, claims }, lender);
  const wantsIdToken = context.isFirstVersion || asked.aboutUser.has("openid");
  const { aboutUser } = asked;
  return {
    accessToken: access.text,
    resource: resource.name,
    expiresIn: LIFETIME_MS / 1000 - 1,
    scope: [...access.carries, ...aboutUser].join(" "),
    idToken: wantsIdToken
      ? idTokenFor(context, { directory, client, user, about, nonce, aboutUser, contexts })
      : undefined,
    refreshToken:
      context.isFirstVersion || aboutUser.has("offline_access")
        ? service.grants.refreshToken(renewed(grant, service.now()))
        : undefined,
    clientInfo: clientInfo(context, directory, user),
  };
}

function userOf(service: LoginService, { directory, grant }: UserOrder): User {
  const user = directory.store.primary().get(grant.userId);
  if (user?.kind !== "user" || user.deletedAt !== null)
    throw refusals.userUnknown({ tenant: directory.name });
  if (!user.accountEnabled) throw refusals.userDisabled();
  if (service.sessionsEnded(directory, user) !== grant.validFrom) throw refusals.revoked();
  return user;
}

function askedScopes({ parameters, isFirstVersion }: LoginContext, order: UserOrder): AskedScopes {
  const { directory, grant } = order;
  const name = isFirstVersion ? parameters.get("resource") : undefined;
  const scope = isFirstVersion ? undefined : parameters.get("scope");
  // Of several that were agreed to, the first is meant where none is named.
  const asked =
    scope === undefined ? scopesByResource(directory, grant.scope)[0] : readScopes(directory, scope);
  return name === undefined ? asked : { ...asked, resource: resourceNamed(directory, name), isDefault: true };
}

function refuseUnmet(order: UserOrder, { result }: SignedIn, resource: string): void {
  const { grant, claims } = order;
  const refusal = refusalOf(result, order.directory.name);
  if (refusal !== undefined) throw refusal;
  if (result.requiresMfa && !grant.didMfa) throw refusals.mfaNeeded({ resource });
  const unmet = claims.contexts.filter((context) => !grant.contexts.includes(context));
  if (unmet.length > 0) throw refusals.mfaNeeded({ resource }, { claims: claimsChallenge(unmet) });
  if (claims.notBefore !== undefined && Math.floor(grant.signedInAt / 1000) < claims.notBefore)
    throw refusals.freshSignInNeeded({ resource });
}

/** What a refresh token stands for is less than what a code does. That of a page in a browser lasts no longer for being used. */
function renewed(grant: SignInGrant, now: number): SignInGrant {
  const { tenantId, appId, userId, signedInAt, validFrom, didMfa, contexts, scope, nonce, isOfPage } = grant;
  return {
    ...{ tenantId, appId, userId, signedInAt, validFrom, didMfa, contexts, scope, nonce, isOfPage },
    issuedAt: isOfPage ? grant.issuedAt : now,
  };
}

function clientInfo({ parameters }: LoginContext, { tenantId }: Directory, { id }: User): string | undefined {
  if (parameters.get("client_info") !== "1") return undefined;
  return btoa(JSON.stringify({ uid: id, utid: tenantId }))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
