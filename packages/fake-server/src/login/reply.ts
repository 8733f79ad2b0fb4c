import type { AuthorizeRequest } from "./authorize-request.ts";
import { correlationIdOf, type LoginAnswer, redirected, shown } from "./exchange.ts";
import { described, LoginRefusal } from "./refusal.ts";
import type { LoginContext } from "./service.ts";
import { postingPage, SUBMIT_SOURCE } from "./sign-in-page.ts";

/** Sends a user back to the application, with a code or with what went wrong. */
export function sentBack(
  { service, request }: LoginContext,
  { redirectUri, responseMode, state }: AuthorizeRequest,
  outcome: { readonly code: string } | LoginRefusal,
): LoginAnswer {
  const stamp = service.stamp(correlationIdOf(request));
  const told =
    outcome instanceof LoginRefusal
      ? {
          error: outcome.detail.error,
          error_description: described(outcome.detail, stamp),
          ...(outcome.detail.suberror && { error_subcode: outcome.detail.suberror }),
          ...(outcome.detail.claims && { claims: outcome.detail.claims }),
        }
      : { code: outcome.code, session_state: stamp.correlation };
  const fields = Object.entries({ ...told, ...(state !== undefined && { state }) });
  if (responseMode === "form_post") {
    const { headers, ...answer } = shown(200, postingPage(redirectUri, fields));
    const policy = `${headers["content-security-policy"]}; script-src ${SUBMIT_SOURCE}`;
    return { ...answer, headers: { ...headers, "content-security-policy": policy } };
  }
  const url = new URL(redirectUri);
  const text = new URLSearchParams(fields).toString();
  if (responseMode === "fragment") url.hash = text;
  else for (const [name, value] of fields) url.searchParams.set(name, value);
  return redirected(url.href);
}
