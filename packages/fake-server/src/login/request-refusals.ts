import { refusalWith } from "./refusal.ts";

const WRONG_PROOF = { status: 401 };

/** What is wrong with a request, by itself. */
export const requestRefusals = {
  /* The tenant. */
  tenantMalformed: refusalWith(
    900023,
    "invalid_request",
    "Specified tenant identifier '{tenant}' is neither a valid DNS name, nor a valid external domain.",
  ),
  tenantUnknown: refusalWith(
    90002,
    "invalid_tenant",
    "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant. This fake has there: {here}; a scenario's id gives a tenant one of your own.",
  ),
  tenantOfOtherCloud: refusalWith(
    90038,
    "invalid_request",
    "The specified tenant '{tenant}' belongs to another national cloud. Current cloud instance '{instance}' does not federate with it.",
  ),
  confidentialCrossCloud: refusalWith(
    900382,
    "invalid_client",
    "Confidential Client is not supported in Cross Cloud request.",
  ),
  tenantNotNamed: refusalWith(
    50059,
    "invalid_request",
    "No tenant-identifying information found in either the request or implied by any provided credentials.",
  ),

  /* The request. */
  malformed: refusalWith(9002313, "invalid_request", "Invalid request. Request is malformed or invalid."),
  grantMalformed: refusalWith(9002313, "invalid_grant", "Invalid request. Request is malformed or invalid."),
  missing: refusalWith(
    900144,
    "invalid_request",
    "The request body must contain the following parameter: '{name}'.",
  ),
  onlyPost: refusalWith(
    900561,
    "invalid_request",
    "The endpoint only accepts POST requests. Received a {method} request.",
  ),
  duplicated: refusalWith(
    9000411,
    "invalid_request",
    "The request is not properly formatted. The parameter '{name}' is duplicated.",
  ),
  grantUnsupported: refusalWith(
    70003,
    "unsupported_grant_type",
    "The app requested an unsupported grant type '{grant}'.",
  ),
  responseTypeUnsupported: refusalWith(
    700054,
    "unsupported_response_type",
    "response_type '{type}' is not enabled for the application.",
  ),
  responseModeUnsupported: refusalWith(
    70007,
    "invalid_request",
    "'{mode}' is not a supported value of 'response_mode' when requesting a token.",
  ),
  challengeMalformed: refusalWith(501491, "invalid_request", "Invalid size of Code_Challenge parameter."),
  originMissing: refusalWith(
    9002327,
    "invalid_request",
    "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  ),
  originNotTaken: refusalWith(
    9002326,
    "invalid_request",
    "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
  ),
  challengeMissing: refusalWith(
    9002325,
    "invalid_request",
    "Proof Key for Code Exchange is required for cross-origin authorization code redemption.",
  ),
  promptUnsupported: refusalWith(90023, "invalid_request", "The prompt '{prompt}' is not supported."),

  /* The client. */
  appUnknown: refusalWith(
    700016,
    "unauthorized_client",
    "Application with identifier '{app}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant. This fake has there: {here}; a scenario's appId gives an application an id of your own.",
  ),
  appDisabled: refusalWith(7000112, "unauthorized_client", "Application '{app}'({name}) is disabled."),
  secretWrong: refusalWith(
    7000215,
    "invalid_client",
    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app}'.",
    WRONG_PROOF,
  ),
  secretExpired: refusalWith(
    7000222,
    "invalid_client",
    "The provided client secret keys for app '{app}' are expired. Create new keys for your app, or consider using certificate credentials for added security.",
    WRONG_PROOF,
  ),
  proofMissing: refusalWith(
    7000216,
    "invalid_client",
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    WRONG_PROOF,
  ),
  proofMissingOfUser: refusalWith(
    7000218,
    "invalid_client",
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    WRONG_PROOF,
  ),
  assertionMalformed: refusalWith(50027, "invalid_client", "JWT token is invalid or malformed.", WRONG_PROOF),
  assertionOfTwo: refusalWith(
    50048,
    "invalid_client",
    "Subject mismatches Issuer claim in the client assertion.",
    WRONG_PROOF,
  ),
  assertionOfAnother: refusalWith(
    700021,
    "invalid_client",
    "Client assertion application identifier doesn't match 'client_id' parameter.",
    WRONG_PROOF,
  ),
  assertionElsewhere: refusalWith(
    700023,
    "invalid_client",
    "Client assertion audience claim does not match Realm issuer.",
    WRONG_PROOF,
  ),
  assertionUntimely: refusalWith(
    700024,
    "invalid_client",
    "Client assertion is not within its valid time range.",
    WRONG_PROOF,
  ),
  assertionUnsigned: refusalWith(
    700027,
    "invalid_client",
    "The certificate with identifier used to sign the client assertion is not registered on application, or the signature is not its.",
    WRONG_PROOF,
  ),

  /* What is asked for. */
  scopeWithoutResource: refusalWith(
    1002012,
    "invalid_scope",
    "The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).",
  ),
  scopeMalformed: refusalWith(
    70011,
    "invalid_scope",
    "The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope {scope} is not valid.",
  ),
  scopeOfTwo: refusalWith(
    700022,
    "invalid_scope",
    "The provided value for the input parameter scope is not valid because it contains more than one resource. Scope {scope} is not valid.",
  ),
  resourceUnknown: refusalWith(
    500011,
    "invalid_resource",
    "The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.",
  ),
  consentMissing: refusalWith(
    65001,
    "invalid_grant",
    "The user or administrator has not consented to use the application with ID '{app}' named '{name}'. Send an interactive authorization request for this user and resource.",
    { suberror: "consent_required" },
  ),
};
