import {
  type Certificate,
  isSignedBy,
  type Members,
  readCertificate,
  readJwt,
} from "../cryptography/index.ts";
import type { Directory } from "../directory/index.ts";
import { instantOf } from "../simulation/index.ts";
import { refusals } from "./refusals.ts";
import type { LoginContext } from "./service.ts";

const TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
/** By how much clocks may differ, in seconds. */
const SKEW_S = 300;

/**
 * Checks a token that an application has signed with the key of a certificate.
 *
 * @throws LoginRefusal for one that proves nothing
 * @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export function checkAssertion(
  context: LoginContext,
  directory: Directory,
  appId: string,
  assertion: string,
  certificates: readonly string[],
): void {
  const token = readJwt(assertion);
  if (token === undefined || context.parameters.get("client_assertion_type") !== TYPE) {
    throw refusals.assertionMalformed();
  }
  const { header, claims } = token;
  if (claims.iss !== claims.sub) throw refusals.assertionOfTwo();
  if (String(claims.sub).toLowerCase() !== appId) throw refusals.assertionOfAnother();
  const now = context.service.now();
  const signer = certificates
    .flatMap((pem) => readCertificate(pem) ?? [])
    .filter(({ validTo }) => (instantOf(validTo) ?? 0) > now)
    .find((certificate) => isNamedIn(header, certificate));
  if (signer === undefined || !isSignedBy(token, signer.publicKey)) throw refusals.assertionUnsigned();
  if (!isTimely(claims, now / 1000)) throw refusals.assertionUntimely();
  if (!audiencesOf(context, directory).includes(String(claims.aud))) throw refusals.assertionElsewhere();
}

function isNamedIn({ x5t, kid, "x5t#S256": x5tS256 }: Members, { thumbprints }: Certificate): boolean {
  const names = [x5t, x5tS256, kid].filter((name) => typeof name === "string");
  return names.some((name) => thumbprints.includes(name));
}

function isTimely({ nbf, exp }: Members, now: number): boolean {
  const from = typeof nbf === "number" ? nbf : 0;
  return typeof exp === "number" && from <= now + SKEW_S && now - SKEW_S < exp;
}

/** By whichever address it was sent to, under whichever name of the tenant. */
function audiencesOf(
  { host, request, tenant, origin }: LoginContext,
  { tenantId }: Directory,
): readonly string[] {
  const places = [host.login, ...host.loginAliases, origin ?? request.url.origin];
  return places.flatMap((place) =>
    [tenant, tenantId].flatMap((name) => [
      `${place}/${name}/oauth2/v2.0/token`,
      `${place}/${name}/oauth2/token`,
      `${place}/${name}/v2.0`,
    ]),
  );
}
