import { readJwt, type SigningKey } from "../cryptography/index.ts";
import type { Tokens } from "./tokens.ts";

/** Why a token does not open Graph. */
export type TokenRefusal = "malformed" | "unknown" | "unsigned" | "expired" | "not-valid";

/** Why a token that nobody holds is refused, as far as it tells by itself. */
export function whyRefused(
  token: string,
  {
    tokens,
    keys,
    now,
  }: { readonly tokens: Tokens; readonly keys: readonly SigningKey[]; readonly now: number },
): TokenRefusal {
  if (tokens.wasIssued(token)) return "expired";
  if (!token.includes(".")) return "unknown";
  const parts = readJwt(token);
  if (parts === undefined) return "malformed";
  if (!keys.some((key) => key.hasSigned(parts))) return "unsigned";
  const { exp } = parts.claims;
  // One that was signed in a time that was taken back.
  return typeof exp === "number" && exp * 1000 <= now ? "expired" : "not-valid";
}
