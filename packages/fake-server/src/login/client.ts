import {
  type Application,
  applicationWithAppId,
  credentialsOf,
  type Directory,
  isSecret,
  listServicePrincipals,
  type ServicePrincipal,
  servicePrincipalWithAppId,
} from "../directory/index.ts";
import { isoDateTime } from "../simulation/index.ts";
import { checkAssertion } from "./client-assertion.ts";
import type { LoginRefusal } from "./refusal.ts";
import { refusals } from "./refusals.ts";
import type { LoginContext } from "./service.ts";
import { whatThereIs } from "./what-there-is.ts";

/** An application that asks for tokens in a directory. */
export interface Client {
  readonly servicePrincipal: ServicePrincipal;
  readonly appId: string;
  /** Where its users may be sent back to, by what stands there. */
  readonly redirectUris: Readonly<Record<"server" | "page" | "device", readonly string[]>>;
  readonly isPublic: boolean;
}

/** How an application has proved who it is; `none` for one that can keep no secret. */
export type ClientProof = "none" | "secret" | "certificate";

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws LoginRefusal for an application that is not known in the directory, or disabled there */
export function clientIn(directory: Directory, appId: string): Client {
  const here = directory.store.primary();
  const servicePrincipal = GUID.test(appId) ? servicePrincipalWithAppId(here, appId) : undefined;
  if (servicePrincipal === undefined) throw unknownIn(directory, appId);
  const { displayName: name, accountEnabled } = servicePrincipal;
  if (!accountEnabled) throw refusals.appDisabled({ app: servicePrincipal.appId, name });
  const application = applicationWithAppId(here, servicePrincipal.appId);
  const redirectUris = {
    server: [...textsIn(servicePrincipal.settings.replyUrls), ...redirectUrisIn(application, "web")],
    page: redirectUrisIn(application, "spa"),
    device: redirectUrisIn(application, "publicClient"),
  };
  const isPublic = servicePrincipal.isPublicClient || application?.settings.isFallbackPublicClient === true;
  return { servicePrincipal, appId: servicePrincipal.appId, redirectUris, isPublic };
}

/** In Entra's words; then what this fake has there, for whoever brings a client id along. */
function unknownIn({ name: tenant, store }: Directory, app: string): LoginRefusal {
  const all = listServicePrincipals(store.primary()).map((one) => `${one.displayName} is ${one.appId}`);
  return refusals.appUnknown({ app, tenant, here: whatThereIs(all, "application") });
}

/** The application's own id, from wherever the request has it. */
export function clientIdIn({ parameters, request }: LoginContext): string {
  return (
    parameters.get("client_id") ??
    basicIn(request.header("authorization"))?.id ??
    parameters.need("client_id")
  );
}

/**
 * How the application has proved who it is.
 *
 * @throws LoginRefusal for a proof that is not right
 */
export function proofOf(context: LoginContext, directory: Directory, client: Client): ClientProof {
  const { parameters, request } = context;
  const assertion = parameters.get("client_assertion");
  if (assertion !== undefined) {
    const { certificates } = heldBy(context, directory, client);
    checkAssertion(context, directory, client.appId, assertion, certificates);
    return "certificate";
  }
  const secret = parameters.get("client_secret") ?? basicIn(request.header("authorization"))?.secret;
  if (secret === undefined) return "none";
  const { secrets } = heldBy(context, directory, client);
  const right = secrets.filter((one) => isSecret(one, secret));
  const { appId: app } = client;
  if (right.length === 0) throw refusals.secretWrong({ app });
  if (!right.some((one) => isTimely(context, one))) throw refusals.secretExpired({ app });
  return "secret";
}

/**
 * A page in a browser redeems what was handed to it from another origin, and nobody else does.
 *
 * @throws LoginRefusal for either
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redirect-uris-for-single-page-apps-spas
 */
export function refuseOrigin({ request }: LoginContext, isOfPage: boolean): void {
  const hasOrigin = Boolean(request.header("origin"));
  if (isOfPage && !hasOrigin) throw refusals.originMissing();
  if (hasOrigin && !isOfPage) throw refusals.originNotTaken();
}

function heldBy(context: LoginContext, directory: Directory, { appId }: Client) {
  const all = credentialsOf(directory.store.primary(), appId);
  const timely = all.filter((one) => isTimely(context, one));
  return {
    secrets: all.filter(({ proof }) => !("certificate" in proof)),
    certificates: [
      ...timely.flatMap(({ proof }) => ("certificate" in proof ? [proof.certificate] : [])),
      ...writtenCertificates(applicationWithAppId(directory.store.primary(), appId)),
    ],
  };
}

function isTimely(
  { service }: LoginContext,
  { startDateTime, endDateTime }: { readonly startDateTime: string; readonly endDateTime: string },
): boolean {
  const now = isoDateTime(service.now());
  return startDateTime <= now && now < endDateTime;
}

/** What was written to the registration through Graph: a certificate stands there in base64, without its frame. */
function writtenCertificates(application: Application | undefined): readonly string[] {
  const written = application?.settings.keyCredentials;
  if (!Array.isArray(written)) return [];
  return written.flatMap((one: { readonly key?: unknown }) =>
    typeof one?.key === "string"
      ? [`-----BEGIN CERTIFICATE-----\n${one.key}\n-----END CERTIFICATE-----`]
      : [],
  );
}

function redirectUrisIn(application: Application | undefined, platform: string): readonly string[] {
  const settings = application?.settings[platform] as { readonly redirectUris?: unknown } | null | undefined;
  return textsIn(settings?.redirectUris);
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}

/** A client may name itself in a header instead. @see https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 */
function basicIn(
  header: string | null | undefined,
): { readonly id: string; readonly secret: string } | undefined {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(header ?? "") ?? [];
  if (encoded === undefined) return undefined;
  try {
    const [id = "", secret = ""] = atob(encoded)
      .split(/:(.*)/s)
      .map((part) => decodeURIComponent(part.replaceAll("+", " ")));
    return id === "" || secret === "" ? undefined : { id, secret };
  } catch {
    return undefined;
  }
}
