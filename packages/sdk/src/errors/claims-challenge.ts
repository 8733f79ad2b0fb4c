import type { WireResponse } from "../wire/index.ts";

/**
 * The claims that a token has to show before the service does anything, as a JSON text; `undefined` where `response`
 * asks for none. The service sends them in base64 within `WWW-Authenticate`.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function claimsChallengeIn({ status, headers }: WireResponse): string | undefined {
  if (status !== 401 && status !== 403) return undefined;
  const challenge = headers.get("www-authenticate") ?? "";
  if (!/\berror="?insufficient_claims\b/i.test(challenge)) return undefined;
  const encoded = /\bclaims="?([A-Za-z0-9+/_=-]+)/i.exec(challenge)?.[1];
  return encoded === undefined ? undefined : decoded(encoded);
}

function decoded(base64: string): string | undefined {
  try {
    const text = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const claims = new TextDecoder().decode(bytes);
    JSON.parse(claims);
    return claims;
  } catch {
    return undefined;
  }
}
