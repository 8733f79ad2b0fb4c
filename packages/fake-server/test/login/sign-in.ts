import { createHash } from "node:crypto";
import type { World } from "@vestibule/fake-server";

export const PUBLIC = "https://login.microsoftonline.com";
export const GOVERNMENT = "https://login.microsoftonline.us";
export const CHINA = "https://login.partner.microsoftonline.cn";
export const GRAPH = "https://graph.microsoft.com";

export const REDIRECT = "https://app.example/signed-in";
/** A verifier of the form that clients make, and what it is announced by. */
export const VERIFIER = "a-verifier-as-long-as-they-have-to-be-which-is-43";
export const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");

/** Whatever the login service has answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The members of its JSON; none where it is no JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

export type Fields = Readonly<Record<string, string>>;

export async function sent(world: World, url: string, init?: RequestInit): Promise<Answer> {
  const response = await world.fetch(new Request(url, { redirect: "manual", ...init }));
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  const { status, headers } = response;
  return { status, headers, text, body: isJson ? JSON.parse(text) : {} };
}

export function posted(world: World, url: string, fields: Fields, headers: Fields = {}): Promise<Answer> {
  return sent(world, url, { method: "POST", body: new URLSearchParams(fields), headers });
}

/** Asks for a token, at the endpoint of the second version. */
export function token(world: World, tenant: string, fields: Fields, host = PUBLIC): Promise<Answer> {
  return posted(world, `${host}/${tenant}/oauth2/v2.0/token`, fields);
}

/** Sends a user to the login service, as an application does. */
export function authorized(world: World, tenant: string, fields: Fields, host = PUBLIC): Promise<Answer> {
  const query = new URLSearchParams({
    ...{ response_type: "code", redirect_uri: REDIRECT, scope: "openid profile offline_access User.Read" },
    ...{ code_challenge: CHALLENGE, code_challenge_method: "S256" },
    ...fields,
  });
  return sent(world, `${host}/${tenant}/oauth2/v2.0/authorize?${query}`);
}

/** What a redirect brings back to the application. */
export function broughtBack({ headers }: Answer): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(headers.get("location") ?? "about:blank").searchParams);
}

/** What a token says, unchecked. */
export function claimsOf(jwt: unknown): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(String(jwt).split(".")[1] ?? "", "base64url").toString());
}

/** Asks Graph for something, with a token. */
export function graph(world: World, jwt: unknown, path = "/v1.0/users", origin = GRAPH): Promise<Answer> {
  return sent(world, `${origin}${path}`, { headers: { authorization: `Bearer ${String(jwt)}` } });
}
