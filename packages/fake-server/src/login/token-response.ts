/** What is handed out at the token endpoint, whichever version asks. */
export interface TokenResponse {
  readonly accessToken: string;
  /** Whom the access token is for, as it was asked for. */
  readonly resource: string;
  /** How long it is good for, in seconds. */
  readonly expiresIn: number;
  /** What users have lent; absent where there is no user. */
  readonly scope?: string;
  readonly refreshToken?: string | undefined;
  readonly idToken?: string | undefined;
  /** By which a client tells accounts apart. */
  readonly clientInfo?: string | undefined;
}

/** @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow#successful-response-1 */
export function secondVersion(response: TokenResponse): Record<string, unknown> {
  const { expiresIn, accessToken, scope } = response;
  return {
    token_type: "Bearer",
    ...(scope !== undefined && { scope }),
    ...{ expires_in: expiresIn, ext_expires_in: expiresIn, access_token: accessToken },
    ...aboutUser(response),
  };
}

/**
 * Numbers stand as text there.
 *
 * @param now - seconds since 1970
 */
export function firstVersion(response: TokenResponse, now: number): Record<string, unknown> {
  const { expiresIn, accessToken, scope, resource } = response;
  return {
    token_type: "Bearer",
    ...(scope !== undefined && { scope }),
    ...{ expires_in: String(expiresIn), ext_expires_in: String(expiresIn) },
    ...{ expires_on: String(now + expiresIn), not_before: String(now), resource, access_token: accessToken },
    ...aboutUser(response),
  };
}

function aboutUser({ refreshToken, idToken, clientInfo }: TokenResponse): Record<string, unknown> {
  return {
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    ...(idToken !== undefined && { id_token: idToken }),
    ...(clientInfo !== undefined && { client_info: clientInfo }),
  };
}
