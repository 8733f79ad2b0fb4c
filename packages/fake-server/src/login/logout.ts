import { listServicePrincipals } from "../directory/index.ts";
import { clientIn } from "./client.ts";
import { type LoginAnswer, redirected, shown } from "./exchange.ts";
import type { LoginContext } from "./service.ts";
import { signedOutPage } from "./sign-in-page.ts";
import { isManyTenants, tenantForTokens } from "./tenant.ts";

/**
 * Signs out. Nobody stays signed in here, so that there is nothing to end; whoever comes from an application is sent back
 * there, if the address is one of its own.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request
 */
export function logout(context: LoginContext): LoginAnswer {
  const to = context.parameters.get("post_logout_redirect_uri");
  if (to === undefined || !isKnown(context, to)) return shown(200, signedOutPage());
  const url = new URL(to);
  const state = context.parameters.get("state");
  if (state !== undefined) url.searchParams.set("state", state);
  return redirected(url.href);
}

function isKnown(context: LoginContext, uri: string): boolean {
  if (isManyTenants(context.tenant) || !URL.canParse(uri)) return false;
  const directory = tenantForTokens(context);
  return listServicePrincipals(directory.store.primary())
    .filter(({ accountEnabled }) => accountEnabled)
    .map(({ appId }) => clientIn(directory, appId).redirectUris)
    .some(({ server, page, device }) => [server, page, device].some((uris) => uris.includes(uri)));
}
