import type { Directory } from "../directory/index.ts";
import { type ClaimsRequest, readClaimsRequest } from "./claims-request.ts";
import { type Client, clientIn } from "./client.ts";
import type { CodeChallenge } from "./grants.ts";
import type { LoginRefusal } from "./refusal.ts";
import { refusals } from "./refusals.ts";
import type { LoginContext } from "./service.ts";

/** How the answer goes back to the application. */
export type ResponseMode = "query" | "fragment" | "form_post";

/** What an application sends a user to the login service with. */
export interface AuthorizeRequest {
  readonly client: Client;
  /** One that is registered: whatever goes wrong from here on can be told there. */
  readonly redirectUri: string;
  readonly responseMode: ResponseMode;
  readonly state: string | undefined;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly prompt: string | undefined;
  readonly challenge: CodeChallenge | undefined;
  readonly claims: ClaimsRequest;
  /** @throws LoginRefusal for whatever the application is told of, and not the person */
  check(): void;
  /** Whether a refusal is shown to the person, who is then sent nowhere: those that the application can do nothing about. */
  isShown(refusal: LoginRefusal): boolean;
}

const PROMPTS: ReadonlySet<string> = new Set(["none", "login", "consent", "select_account"]);
const MODES: ReadonlySet<string> = new Set(["query", "fragment", "form_post"]);
/** @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2 */
const CHALLENGE = /^[\w.~-]{43,128}$/;
/** What somebody is kept out by, whatever the application does. */
const OF_PERSON: ReadonlySet<number> = new Set([50034, 50057, 500213, 53000, 53003, 53004, 500121]);

/**
 * Reads what an application has sent a user with.
 *
 * @throws LoginRefusal where it is not known who asks, or where the answer would go: nobody is sent anywhere then
 */
export function readRequest(context: LoginContext, directory: Directory): AuthorizeRequest {
  const { parameters } = context;
  const client = clientIn(directory, parameters.need("client_id"));
  const redirectUri = parameters.get("redirect_uri");
  if (redirectUri === undefined) throw refusals.replyMissing();
  if (!isRegistered(client, redirectUri)) throw refusals.replyUnknown({ app: client.appId });
  const [prompt, mode, method] = ["prompt", "response_mode", "code_challenge_method"].map((name) =>
    parameters.get(name),
  );
  const value = parameters.get("code_challenge");
  const claims = readClaimsRequest(parameters.get("claims"));
  return {
    ...{ client, redirectUri, prompt, claims },
    responseMode: MODES.has(mode ?? "") ? (mode as ResponseMode) : "query",
    state: parameters.get("state"),
    scope: scopeIn(context, directory),
    nonce: parameters.get("nonce"),
    challenge: value === undefined ? undefined : { method: method === "S256" ? "S256" : "plain", value },
    check() {
      const type = parameters.need("response_type");
      if (type !== "code") throw refusals.responseTypeUnsupported({ type });
      if (mode !== undefined && !MODES.has(mode)) throw refusals.responseModeUnsupported({ mode });
      if (prompt !== undefined && !PROMPTS.has(prompt)) throw refusals.promptUnsupported({ prompt });
      if (!context.isFirstVersion) parameters.need("scope");
      checkChallenge(value, method, client.redirectUris.page.includes(redirectUri));
    },
    isShown: ({ detail: { code } }) => prompt !== "none" && OF_PERSON.has(code),
  };
}

/** The first version names a resource, and lends all of it that was granted. */
function scopeIn({ parameters, isFirstVersion }: LoginContext, { cloud }: Directory): string {
  if (!isFirstVersion) return parameters.get("scope") ?? "";
  return `openid profile email offline_access ${parameters.get("resource") ?? cloud.graph}/.default`;
}

function checkChallenge(value: string | undefined, method: string | undefined, isNeeded: boolean): void {
  if (value === undefined && isNeeded) throw refusals.challengeMissing();
  if (value !== undefined && !CHALLENGE.test(value)) throw refusals.challengeMalformed();
  if (method !== undefined && method !== "S256" && method !== "plain") throw refusals.malformed();
}

/** As it is registered, to the letter; of an address on the own machine the port may be any. */
function isRegistered({ redirectUris: { server, page, device } }: Client, uri: string): boolean {
  const registered = [...server, ...page, ...device];
  if (!URL.canParse(uri)) return false;
  const anyPort = withoutPort(uri);
  return (
    registered.includes(uri) ||
    (anyPort !== undefined && registered.some((one) => withoutPort(one) === anyPort))
  );
}

/** @see https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions */
function withoutPort(uri: string): string | undefined {
  const url = URL.parse(uri);
  if (url?.protocol !== "http:" || !["localhost", "127.0.0.1"].includes(url.hostname)) return undefined;
  return `${url.hostname}${url.pathname}${url.search}${url.hash}`;
}
