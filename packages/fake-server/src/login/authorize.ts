import type { Directory, User } from "../directory/index.ts";
import { type AuthorizeRequest, readRequest } from "./authorize-request.ts";
import { claimsChallenge } from "./claims-request.ts";
import { type LoginAnswer, shown } from "./exchange.ts";
import { LoginRefusal } from "./refusal.ts";
import { refusals } from "./refusals.ts";
import { sentBack } from "./reply.ts";
import { lentScopes, scopesByResource } from "./scopes.ts";
import type { LoginContext } from "./service.ts";
import { signInPage } from "./sign-in-page.ts";
import { refusalOf } from "./sign-in-refusal.ts";
import { isManyTenants, tenantForTokens } from "./tenant.ts";
import { userNamed } from "./user-named.ts";

/** What a person has answered on the page. */
type PersonsAnswer = "approve" | "deny" | "cancel";

/**
 * Lets a user sign in to an application. Whoever is named by `login_hint` is signed in at once, every prompt approved;
 * without one, or where the application wants to see the person (`prompt`), the page asks. The rest is Entra's.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code
 */
export function authorize(context: LoginContext): LoginAnswer {
  const directory = directoryAskedFor(context);
  if (directory === undefined) return asked(context, undefined, undefined);
  const request = readRequest(context, directory);
  try {
    return answered(context, directory, request);
  } catch (refusal) {
    if (!(refusal instanceof LoginRefusal) || request.isShown(refusal)) throw refusal;
    return sentBack(context, request, refusal);
  }
}

function answered(context: LoginContext, directory: Directory, request: AuthorizeRequest): LoginAnswer {
  const answer = answerIn(context);
  if (answer === "cancel") throw refusals.cancelled();
  request.check();
  refuseNotAgreedTo(directory, request);
  const hint = context.parameters.get("login_hint");
  const { prompt } = request;
  if (hint === undefined && prompt === "none") throw refusals.loginNeeded();
  const isSeen = answer !== undefined || prompt === undefined || prompt === "none";
  if (hint === undefined || !isSeen) return asked(context, request, undefined);
  const user = userNamed(directory, hint);
  if (user === undefined) {
    const unknown = refusals.userUnknown({ tenant: directory.name });
    if (prompt === "none") throw unknown;
    return asked(context, request, unknown.detail.text);
  }
  return signedIn(context, directory, request, user, answer ?? "approve");
}

function refuseNotAgreedTo(directory: Directory, { scope, client }: AuthorizeRequest): void {
  for (const scopes of scopesByResource(directory, scope)) {
    if (scopes.resource) lentScopes(scopes, client.servicePrincipal);
  }
}

function signedIn(
  context: LoginContext,
  directory: Directory,
  request: AuthorizeRequest,
  user: User,
  answer: PersonsAnswer,
): LoginAnswer {
  const { service } = context;
  const { client, claims, redirectUri, challenge, nonce, scope } = request;
  const { result } = service.signIn(directory, user, client.appId);
  const refusal = refusalOf(result, directory.name);
  if (refusal !== undefined) throw refusal;
  const { contexts } = claims;
  const hasPrompt = result.challenges.length > 0 || contexts.length > 0;
  if (hasPrompt && answer === "deny") throw refusals.mfaDenied();
  if (hasPrompt && request.prompt === "none") {
    const more = contexts.length > 0 ? { claims: claimsChallenge(contexts) } : {};
    throw refusals.mfaNeeded({ resource: directory.cloud.graph }, more);
  }
  const now = service.now();
  const code = service.grants.code({
    ...{ tenantId: directory.tenantId, appId: client.appId, userId: user.id, signedInAt: now, issuedAt: now },
    validFrom: service.sessionsEnded(directory, user),
    didMfa: result.countsAsMfa,
    ...{ contexts, scope, nonce, redirectUri, challenge, claims },
    isOfPage: client.redirectUris.page.includes(redirectUri),
  });
  return sentBack(context, request, { code });
}

/** Under a name for many tenants, the one in which the address is at home; `undefined` where it is not known yet. */
function directoryAskedFor(context: LoginContext): Directory | undefined {
  if (!isManyTenants(context.tenant)) return tenantForTokens(context);
  const hint = context.parameters.get("login_hint");
  if (hint === undefined) return undefined;
  const tenant = hint.slice(hint.lastIndexOf("@") + 1).toLowerCase();
  return tenantForTokens({ ...context, tenant });
}

function answerIn({ request, parameters }: LoginContext): PersonsAnswer | undefined {
  const answer = request.method === "POST" ? parameters.get("answer") : undefined;
  return answer === "approve" || answer === "deny" || answer === "cancel" ? answer : undefined;
}

const NOT_KEPT: ReadonlySet<string> = new Set(["login_hint", "answer"]);

function asked(
  { parameters, request }: LoginContext,
  of: AuthorizeRequest | undefined,
  problem: string | undefined,
): LoginAnswer {
  const page = signInPage({
    app: of?.client.servicePrincipal.displayName,
    action: request.url.pathname,
    kept: [...parameters.entries()].filter(([name]) => !NOT_KEPT.has(name)),
    hint: parameters.get("login_hint"),
    problem,
  });
  return shown(200, page);
}
