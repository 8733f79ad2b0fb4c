import type { Directory } from "../directory/index.ts";
import { tokenForApp } from "./access-token.ts";
import { readClaimsRequest } from "./claims-request.ts";
import { clientIdIn, clientIn, proofOf, refuseOrigin } from "./client.ts";
import { refusals } from "./refusals.ts";
import { type Resource, resourceNamed } from "./resource.ts";
import { readScopes } from "./scopes.ts";
import type { LoginContext } from "./service.ts";
import { tenantForTokens } from "./tenant.ts";
import type { TokenResponse } from "./token-response.ts";
import { LIFETIME_MS } from "./tokens.ts";

/** Hands a token to an application that has proved who it is. */
export function grantToApp(context: LoginContext): TokenResponse {
  const { parameters, service } = context;
  const directory = tenantForTokens(context);
  const client = clientIn(directory, clientIdIn(context));
  const proof = proofOf(context, directory, client);
  refuseOrigin(context, false);
  if (proof === "none") throw refusals.proofMissing();
  const claims = readClaimsRequest(parameters.get("claims"));
  const resource = resourceAskedFor(context, directory);
  const { text } = tokenForApp(service, { directory, client, proof, resource, claims });
  return { accessToken: text, resource: resource.name, expiresIn: LIFETIME_MS / 1000 - 1 };
}

function resourceAskedFor(context: LoginContext, directory: Directory): Resource {
  const { parameters, isFirstVersion } = context;
  if (isFirstVersion) return resourceNamed(directory, parameters.need("resource"));
  const scope = parameters.need("scope");
  const { resource, isDefault, aboutUser } = readScopes(directory, scope);
  if (resource === undefined || !isDefault || aboutUser.size > 0)
    throw refusals.scopeWithoutResource({ scope });
  return resource;
}
