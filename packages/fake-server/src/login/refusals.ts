import { LoginRefusal, type RefusalDetail } from "./refusal.ts";

const make =
  (code: number, error: string, text: string, more: Partial<RefusalDetail> = {}) =>
  (fill: Readonly<Record<string, string>> = {}, extra: Partial<RefusalDetail> = {}): LoginRefusal =>
    new LoginRefusal({
      ...{ code, error, ...more, ...extra },
      text: text.replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? ""),
    });

/** Sent with what a person could put right by signing in again. */
const INTERACTIVE = { suberror: "basic_action" };
const WRONG_PROOF = { status: 401 };

/**
 * What the login service refuses, by what is wrong. The texts say what those of the list of codes say; the error of
 * OAuth's beside each is as people have seen it, and where nobody has, assumed.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const refusals = {
  /* The tenant. */
  tenantMalformed: make(
    900023,
    "invalid_request",
    "Specified tenant identifier '{tenant}' is neither a valid DNS name, nor a valid external domain.",
  ),
  tenantUnknown: make(
    90002,
    "invalid_tenant",
    "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.",
  ),
  tenantNotNamed: make(
    50059,
    "invalid_request",
    "No tenant-identifying information found in either the request or implied by any provided credentials.",
  ),

  /* The request. */
  malformed: make(9002313, "invalid_request", "Invalid request. Request is malformed or invalid."),
  grantMalformed: make(9002313, "invalid_grant", "Invalid request. Request is malformed or invalid."),
  missing: make(
    900144,
    "invalid_request",
    "The request body must contain the following parameter: '{name}'.",
  ),
  duplicated: make(
    9000411,
    "invalid_request",
    "The request is not properly formatted. The parameter '{name}' is duplicated.",
  ),
  grantUnsupported: make(
    70003,
    "unsupported_grant_type",
    "The app requested an unsupported grant type '{grant}'.",
  ),
  responseTypeUnsupported: make(
    700054,
    "unsupported_response_type",
    "response_type '{type}' is not enabled for the application.",
  ),
  responseModeUnsupported: make(
    70007,
    "invalid_request",
    "'{mode}' is not a supported value of 'response_mode' when requesting a token.",
  ),
  challengeMalformed: make(501491, "invalid_request", "Invalid size of Code_Challenge parameter."),
  challengeMissing: make(
    9002325,
    "invalid_request",
    "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
  ),
  promptUnsupported: make(90023, "invalid_request", "The prompt '{prompt}' is not supported."),

  /* The client. */
  appUnknown: make(
    700016,
    "unauthorized_client",
    "Application with identifier '{app}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.",
  ),
  appDisabled: make(7000112, "unauthorized_client", "Application '{app}'({name}) is disabled."),
  secretWrong: make(
    7000215,
    "invalid_client",
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app}'.",
    WRONG_PROOF,
  ),
  secretExpired: make(
    7000222,
    "invalid_client",
    "The provided client secret keys for app '{app}' are expired. Create new keys for your app, or consider using certificate credentials for added security.",
    WRONG_PROOF,
  ),
  proofMissing: make(
    7000216,
    "invalid_client",
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    WRONG_PROOF,
  ),
  proofMissingOfUser: make(
    7000218,
    "invalid_client",
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    WRONG_PROOF,
  ),
  assertionMalformed: make(50027, "invalid_client", "JWT token is invalid or malformed.", WRONG_PROOF),
  assertionOfAnother: make(
    700021,
    "invalid_client",
    "Client assertion application identifier doesn't match 'client_id' parameter.",
    WRONG_PROOF,
  ),
  assertionElsewhere: make(
    700023,
    "invalid_client",
    "Client assertion audience claim does not match Realm issuer.",
    WRONG_PROOF,
  ),
  assertionUntimely: make(
    700024,
    "invalid_client",
    "Client assertion is not within its valid time range.",
    WRONG_PROOF,
  ),
  assertionUnsigned: make(
    700027,
    "invalid_client",
    "The certificate with identifier used to sign the client assertion is not registered on application, or the signature is not its.",
    WRONG_PROOF,
  ),

  /* What is asked for. */
  scopeWithoutResource: make(
    1002012,
    "invalid_scope",
    "The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).",
  ),
  scopeMalformed: make(
    70011,
    "invalid_scope",
    "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
  ),
  scopeOfTwo: make(
    28000,
    "invalid_request",
    "Provided value for the input parameter scope is not valid because it contains more than one resource. Scope {scope} is not valid.",
  ),
  resourceUnknown: make(
    500011,
    "invalid_resource",
    "The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.",
  ),
  consentMissing: make(
    65001,
    "invalid_grant",
    "The user or administrator has not consented to use the application with ID '{app}' named '{name}'. Send an interactive authorization request for this user and resource.",
    { suberror: "consent_required" },
  ),

  /* Codes and refresh tokens. */
  grantExpired: make(
    70008,
    "invalid_grant",
    "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
  ),
  codeUsed: make(
    54005,
    "invalid_grant",
    "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
  ),
  grantOfAnother: make(70000, "invalid_grant", "Provided grant is invalid or malformed."),
  grantElsewhere: make(
    700005,
    "invalid_grant",
    "Provided grant is intended to use against other tenant, thus rejected.",
  ),
  replyMismatch: make(
    500112,
    "invalid_grant",
    "The reply address does not match the reply address that was provided when the authorization code was requested.",
  ),
  verifierWrong: make(
    501481,
    "invalid_grant",
    "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
  ),
  refreshExpired: make(700082, "invalid_grant", "The refresh token has expired due to inactivity.", {
    suberror: "bad_token",
  }),
  revoked: make(
    50173,
    "invalid_grant",
    "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.",
    { suberror: "bad_token" },
  ),

  /* The user. */
  replyUnknown: make(
    50011,
    "invalid_request",
    "The redirect URI specified in the request does not match the redirect URIs configured for the application '{app}'.",
  ),
  userUnknown: make(
    50034,
    "invalid_grant",
    "The user account does not exist in the {tenant} directory. To sign into this application, the account must be added to the directory.",
  ),
  userDisabled: make(50057, "invalid_grant", "The user account is disabled."),
  notLetIn: make(
    500213,
    "access_denied",
    "The resource tenant's cross-tenant access policy does not allow this user to access this tenant.",
  ),
  blocked: make(
    53003,
    "access_denied",
    "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
    { suberror: "message_only" },
  ),
  deviceNotAccepted: make(
    53000,
    "interaction_required",
    "Device is not in required device state: {state}. Conditional Access policy requires a compliant device, and the device is not compliant.",
    { suberror: "message_only" },
  ),
  notRegistered: make(
    53004,
    "interaction_required",
    "User needs to complete Multi-factor authentication registration process before accessing this content.",
    INTERACTIVE,
  ),
  mfaNeeded: make(
    50076,
    "interaction_required",
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.",
    INTERACTIVE,
  ),
  mfaDenied: make(500121, "access_denied", "Authentication failed during strong authentication request."),
  cancelled: make(65004, "access_denied", "User declined to consent to access the app."),
  loginNeeded: make(50058, "login_required", "Session information is not sufficient for single-sign-on."),
  freshSignInNeeded: make(
    50078,
    "interaction_required",
    "Presented multi-factor authentication has expired due to policies configured by your administrator, you must refresh your multi-factor authentication to access '{resource}'.",
    INTERACTIVE,
  ),
};
