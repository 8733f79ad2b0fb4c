import { digestOf } from "../cryptography/index.ts";
import { type Client, clientIdIn, clientIn, proofOf, refuseOrigin } from "./client.ts";
import type { CodeChallenge, CodeGrant } from "./grants.ts";
import { refusals } from "./refusals.ts";
import type { LoginContext } from "./service.ts";
import { tenantOfGrant } from "./tenant.ts";
import type { TokenResponse } from "./token-response.ts";
import { tokensFor } from "./user-tokens.ts";

/** How long a code is good for, in milliseconds. */
const CODE_MS = 10 * 60_000;

/** Hands out what a code stands for, once. */
export function redeemCode(context: LoginContext): TokenResponse {
  const { parameters, service } = context;
  const code = parameters.need("code");
  const redirectUri = parameters.need("redirect_uri");
  const clientId = clientIdIn(context);
  const found = service.grants.ofCode(code);
  const directory = tenantOfGrant(context, found?.grant);
  const client = clientIn(directory, clientId);
  const proof = proofOf(context, directory, client);
  if (found === undefined) throw refusals.grantMalformed();
  const { grant, isUsed } = found;
  if (proof === "none" && !needsNoProof(client, grant)) throw refusals.proofMissingOfUser();
  if (grant.tenantId !== directory.tenantId) throw refusals.grantElsewhere();
  if (grant.appId !== client.appId) throw refusals.grantOfAnother();
  refuseOrigin(context, grant.isOfPage);
  if (isUsed) throw refusals.codeUsed();
  if (grant.issuedAt + CODE_MS <= service.now()) throw refusals.grantExpired();
  if (grant.redirectUri !== redirectUri) throw refusals.replyMismatch();
  if (!fits(grant.challenge, parameters.get("code_verifier"))) throw refusals.verifierWrong();
  service.grants.use(code);
  return tokensFor(context, { directory, client, proof, grant, claims: grant.claims });
}

function needsNoProof({ isPublic, redirectUris }: Client, { redirectUri, isOfPage }: CodeGrant): boolean {
  return isPublic || isOfPage || redirectUris.device.includes(redirectUri);
}

/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.6 */
function fits(challenge: CodeChallenge | undefined, verifier: string | undefined): boolean {
  if (challenge === undefined) return verifier === undefined;
  if (verifier === undefined) return false;
  return challenge.value === (challenge.method === "plain" ? verifier : digestOf(verifier));
}
