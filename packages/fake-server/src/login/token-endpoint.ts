import { redeemCode } from "./authorization-code.ts";
import { grantToApp } from "./client-credentials.ts";
import { given, type LoginAnswer } from "./exchange.ts";
import { refresh } from "./refresh.ts";
import { refusals } from "./refusals.ts";
import type { LoginContext } from "./service.ts";
import { firstVersion, secondVersion, type TokenResponse } from "./token-response.ts";

/** What a token is asked for by. */
const GRANTS: ReadonlyMap<string, (context: LoginContext) => TokenResponse> = new Map([
  ["client_credentials", grantToApp],
  ["authorization_code", redeemCode],
  ["refresh_token", refresh],
]);

/**
 * Answers at `/oauth2/v2.0/token`, and at `/oauth2/token`, which names a resource where the other names scopes.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export function tokenEndpoint(context: LoginContext): LoginAnswer {
  const grant = context.parameters.need("grant_type");
  const handler = GRANTS.get(grant);
  if (handler === undefined) throw refusals.grantUnsupported({ grant });
  const response = handler(context);
  const seconds = Math.floor(context.service.now() / 1000);
  return given(200, context.isFirstVersion ? firstVersion(response, seconds) : secondVersion(response));
}
