import { refusalWith } from "./refusal.ts";

/** Sent with what a person could put right by signing in again. */
const INTERACTIVE = { suberror: "basic_action" };

/** What stands in the way of a user, or of a sign-in from before. */
export const signInRefusals = {
  /* Codes and refresh tokens. */
  grantExpired: refusalWith(
    70008,
    "invalid_grant",
    "The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.",
  ),
  codeUsed: refusalWith(
    54005,
    "invalid_grant",
    "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.",
  ),
  grantOfAnother: refusalWith(70000, "invalid_grant", "Provided grant is invalid or malformed."),
  grantElsewhere: refusalWith(
    700005,
    "invalid_grant",
    "Provided grant is intended to use against other tenant, thus rejected.",
  ),
  replyMismatch: refusalWith(
    500112,
    "invalid_grant",
    "The reply address does not match the reply address that was provided when the authorization code was requested.",
  ),
  verifierWrong: refusalWith(
    501481,
    "invalid_grant",
    "The Code_Verifier does not match the code_challenge supplied in the authorization request.",
  ),
  refreshExpired: refusalWith(700082, "invalid_grant", "The refresh token has expired due to inactivity.", {
    suberror: "bad_token",
  }),
  pageExpired: refusalWith(
    700084,
    "invalid_grant",
    "The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.",
    { suberror: "bad_token" },
  ),
  revoked: refusalWith(
    50173,
    "invalid_grant",
    "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.",
    { suberror: "bad_token" },
  ),

  /* The user. */
  replyMissing: refusalWith(900971, "invalid_request", "No reply address provided."),
  replyUnknown: refusalWith(
    50011,
    "invalid_request",
    "The redirect URI specified in the request does not match the redirect URIs configured for the application '{app}'.",
  ),
  userUnknown: refusalWith(
    50034,
    "invalid_grant",
    "The user account does not exist in the {tenant} directory. To sign into this application, the account must be added to the directory.",
  ),
  userDisabled: refusalWith(50057, "invalid_grant", "The user account is disabled."),
  notLetIn: refusalWith(
    500213,
    "access_denied",
    "The resource tenant's cross-tenant access policy does not allow this user to access this tenant.",
  ),
  blocked: refusalWith(
    53003,
    "access_denied",
    "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
    { suberror: "message_only" },
  ),
  deviceNotAccepted: refusalWith(
    53000,
    "interaction_required",
    "Device is not in required device state: {state}. Conditional Access policy requires a compliant device, and the device is not compliant.",
    { suberror: "message_only" },
  ),
  notRegistered: refusalWith(
    53004,
    "interaction_required",
    "User needs to complete Multi-factor authentication registration process before accessing this content.",
    INTERACTIVE,
  ),
  mfaNeeded: refusalWith(
    50076,
    "interaction_required",
    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '{resource}'.",
    INTERACTIVE,
  ),
  mfaDenied: refusalWith(
    500121,
    "access_denied",
    "Authentication failed during strong authentication request.",
  ),
  cancelled: refusalWith(65004, "access_denied", "User declined to consent to access the app."),
  loginNeeded: refusalWith(
    50058,
    "login_required",
    "Session information is not sufficient for single-sign-on.",
  ),
  freshSignInNeeded: refusalWith(
    50078,
    "interaction_required",
    "Presented multi-factor authentication has expired due to policies configured by your administrator, you must refresh your multi-factor authentication to access '{resource}'.",
    INTERACTIVE,
  ),
};
