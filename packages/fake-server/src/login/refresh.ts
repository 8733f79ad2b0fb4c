import { readClaimsRequest } from "./claims-request.ts";
import { type Client, clientIdIn, clientIn, proofOf, refuseOrigin } from "./client.ts";
import { refusals } from "./refusals.ts";
import type { LoginContext } from "./service.ts";
import { tenantOfGrant } from "./tenant.ts";
import type { TokenResponse } from "./token-response.ts";
import { tokensFor } from "./user-tokens.ts";

const DAY_MS = 86_400_000;
/**
 * How long a refresh token is good for, in days.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
const LIFETIME_DAYS = { page: 1, other: 90 };

/** Hands out new tokens for a sign-in from before. The old refresh token stays good, as it does there. */
export function refresh(context: LoginContext): TokenResponse {
  const { parameters, service } = context;
  const grant = service.grants.ofRefreshToken(parameters.need("refresh_token"));
  const clientId = clientIdIn(context);
  const directory = tenantOfGrant(context, grant);
  const client = clientIn(directory, clientId);
  const proof = proofOf(context, directory, client);
  if (grant === undefined) throw refusals.grantMalformed();
  if (proof === "none" && !grant.isOfPage && !mayBePublic(client)) throw refusals.proofMissingOfUser();
  if (grant.tenantId !== directory.tenantId) throw refusals.grantElsewhere();
  if (grant.appId !== client.appId) throw refusals.grantOfAnother();
  refuseOrigin(context, grant.isOfPage);
  const days = Math.floor((service.now() - grant.issuedAt) / DAY_MS);
  if (grant.isOfPage && days >= LIFETIME_DAYS.page) throw refusals.pageExpired();
  if (days >= LIFETIME_DAYS.other) throw refusals.refreshExpired();
  const claims = readClaimsRequest(parameters.get("claims"));
  return tokensFor(context, { directory, client, proof, grant, claims });
}

function mayBePublic({ isPublic, redirectUris }: Client): boolean {
  return isPublic || redirectUris.device.length > 0;
}
