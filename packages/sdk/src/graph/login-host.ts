import type { KyInstance } from "ky";
import type { Clock } from "../time/index.ts";
import { boundedText } from "./bounded-text.ts";

/** What a login host says of a name: a document of it, that no tenant has it, or nothing that can be used. */
export type LoginHostAnswer =
  | { readonly kind: "document"; readonly document: Readonly<Record<string, unknown>> }
  | { readonly kind: "no-such-tenant" }
  | { readonly kind: "nothing" };

/** How the login hosts are asked. */
export interface LoginHostLine {
  readonly http: KyInstance;
  readonly clock: Clock;
  /** How long one host may take until its whole answer is there, in milliseconds. */
  readonly timeoutMs: number;
}

/** The documents that there are have some 2 KB. */
const LARGEST_DOCUMENT = 64 * 1024;
/** "Tenant not found", as the login service numbers it. */
const TENANT_NOT_FOUND = 90002;
const NOTHING = { kind: "nothing" } as const;

/**
 * Asks one login host for the OpenID configuration of a tenant, without a token. Never rejects: whatever goes wrong, the
 * host has said nothing.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#fetch-the-openid-configuration-document
 */
export async function askLoginHost(
  { http, clock, timeoutMs }: LoginHostLine,
  origin: string,
  name: string,
): Promise<LoginHostAnswer> {
  const url = `${origin}/${encodeURIComponent(name)}/v2.0/.well-known/openid-configuration`;
  const limit = new AbortController();
  const answered = new AbortController();
  const late = clock.sleep(timeoutMs, answered.signal).then((): LoginHostAnswer => {
    limit.abort(new Error("the login host took too long"));
    return NOTHING;
  });
  try {
    return await Promise.race([fetched(http, url, limit.signal), late]);
  } catch {
    return NOTHING;
  } finally {
    answered.abort("answered");
  }
}

async function fetched(http: KyInstance, url: string, signal: AbortSignal): Promise<LoginHostAnswer> {
  const response = await http(url, {
    headers: { accept: "application/json" },
    credentials: "omit",
    signal,
  });
  const text = await boundedText(response, LARGEST_DOCUMENT, signal);
  // What came by way of a redirect, through a fetch that follows them, is not what this host says.
  if (text === undefined || response.redirected) return NOTHING;
  const body: unknown = JSON.parse(text);
  if (!isObject(body)) return NOTHING;
  if (response.status === 200) return { kind: "document", document: body };
  return response.status === 400 && isTenantNotFound(body) ? { kind: "no-such-tenant" } : NOTHING;
}

function isTenantNotFound({ error, error_codes: codes }: Readonly<Record<string, unknown>>): boolean {
  return error === "invalid_tenant" && Array.isArray(codes) && codes.includes(TENANT_NOT_FOUND);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
