import type { Members } from "../cryptography/index.ts";
import { refusals } from "./refusals.ts";

/** What a client asks for beyond the ordinary, often because an API has sent it here for it. */
export interface ClaimsRequest {
  /** Authentication contexts that the access token has to tell of: `c1` to `c99`. */
  readonly contexts: readonly string[];
  /** The sign-in may not be older than this, in seconds since 1970. */
  readonly notBefore: number | undefined;
  /** What the client says that it can do: `cp1` for claims challenges. */
  readonly capabilities: readonly string[];
}

const NOTHING: ClaimsRequest = { contexts: [], notBefore: undefined, capabilities: [] };

/**
 * Reads the parameter `claims`.
 *
 * @throws LoginRefusal for what is no JSON object
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readClaimsRequest(text: string | undefined): ClaimsRequest {
  if (text === undefined) return NOTHING;
  const wanted = membersIn(parsed(text));
  if (wanted === undefined) throw refusals.malformed();
  const token = membersIn(wanted.access_token) ?? {};
  const [notBefore] = valuesOf(token.nbf);
  const seconds = notBefore === undefined ? Number.NaN : Number(notBefore);
  return {
    contexts: valuesOf(token.acrs),
    notBefore: Number.isFinite(seconds) ? seconds : undefined,
    capabilities: valuesOf(token.xms_cc),
  };
}

/** Authentication contexts, as a claims request that a client is sent on with. */
export function claimsChallenge(contexts: readonly string[]): string {
  const [value] = contexts;
  return JSON.stringify({ access_token: { acrs: { essential: true, value } } });
}

function valuesOf(claim: unknown): readonly string[] {
  const { value, values } = membersIn(claim) ?? {};
  const all: readonly unknown[] = Array.isArray(values) ? values : [value];
  return all.flatMap((one) => (typeof one === "string" || typeof one === "number" ? [String(one)] : []));
}

function membersIn(value: unknown): Members | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Members)
    : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
