import type { RefusalReason } from "../directory/index.ts";
import { applicationError } from "./application-error.ts";
import {
  existingUserText,
  invitePermissionText,
  missingPermissionsText,
  tooManyLinks,
} from "./error-texts.ts";
import type { RouteAnswer } from "./exchange.ts";
import { GraphError } from "./graph-error.ts";

export { GraphError } from "./graph-error.ts";

export interface ErrorStamp {
  readonly date: string;
  readonly requestId: string;
  readonly clientRequestId: string;
}

/** An error in Graph's envelope. The date has no zone and means UTC. */
export function errorAnswer(
  { status, code, message, location }: Pick<GraphError, "status" | "code" | "message"> & Partial<GraphError>,
  { date, requestId, clientRequestId }: ErrorStamp,
): RouteAnswer {
  const innerError = {
    date: date.slice(0, 19),
    "request-id": requestId,
    "client-request-id": clientRequestId,
  };
  const body = { error: { code, message, innerError } };
  return { status, body, ...(location !== undefined && { location }) };
}

/**
 * How Graph words what the directory refuses.
 *
 * @see https://learn.microsoft.com/entra/external-id/troubleshoot for those about invitations
 * @see https://learn.microsoft.com/graph/errors
 */
export function wordingOf(refusal: RefusalReason, tenantId: string): GraphError {
  switch (refusal.reason) {
    case "resource-not-found":
      return new GraphError(
        404,
        "Request_ResourceNotFound",
        `Resource '${refusal.id}' does not exist or one of its queried reference-property objects are not present.`,
      );
    case "id-invalid":
      return badRequest(`Invalid object identifier '${refusal.id}'.`);
    case "reference-invalid":
      return badRequest("Not a valid reference update");
    case "reference-exists":
      return badRequest(
        `One or more added object references already exist for the following modified properties: '${refusal.of}'.`,
      );
    case "owner-last":
      return badRequest("The group must have at least one owner, hence this owner cannot be removed.");
    case "too-many-sponsors":
      return badRequest(`A user can have ${refusal.most} sponsors at most.`);
    case "assignment-exists":
      return badRequest("Permission being assigned already exists on the object");
    case "app-role-unknown":
      return badRequest("Permission being assigned was not found on application");
    case "name-taken":
      return badRequest(
        `Another object with the same value for property ${refusal.property} already exists.`,
      );
    case "address-invalid":
      return invitationError("The Primary SMTP Address is an invalid value");
    case "user-exists":
      return invitationError(existingUserText(refusal.id, refusal.blocked));
    case "domain-verified-here":
      return invitationError(
        "This user cannot be invited because the domain of the user's email address is a verified domain of this directory.",
      );
    case "address-not-on-user":
      return invitationError(
        "The email you’re using to invite this user doesn’t match any emails on the user object. Please add this email to the user object and try again.",
      );
    case "partner-exists":
      return new GraphError(
        409,
        "Request_MultipleObjectsWithSameKeyValue",
        `A partner configuration for the tenant '${refusal.id}' already exists.`,
      );
    case "partner-synchronized":
      // That it is refused is documented; the words are not.
      return badRequest(
        `The partner configuration for the tenant '${refusal.id}' cannot be deleted while it has an identity synchronization.`,
      );
    case "half-blocked":
      return badRequest(
        `Invalid value specified for property '${refusal.property}': blocking all users requires blocking all applications, and the other way round.`,
      );
    case "blocked-here":
      return forbidden(
        "This invitation is blocked by cross-tenant access settings in your organization. Your administrator must configure cross-tenant access settings to allow this invitation.",
      );
    case "blocked-on-either-side":
      return forbidden(
        "This invitation is blocked by cross-tenant access settings. Admins in both your organization and the invited user's organization must configure cross-tenant access settings to allow the invitation.",
      );
    case "cloud-unreachable":
      return invitationError(
        "This user can’t be invited to this directory. Please try a different email address for the user or create a user account for them in your Azure AD directory.",
      );
    case "cloud-worker-disabled":
      // The words are documented; the status is assumed.
      return invitationError(
        "This action can't be completed because the Microsoft B2B Cross Cloud Worker application has been disabled in the invited user’s tenant. Ask the invited user’s admin to re-enable it, then try again.",
      );
    case "invite-permission-missing":
      return new GraphError(401, "Unauthorized", invitePermissionText(tenantId));
    case "inviting-not-allowed":
      return forbidden(
        "Guest invitations not allowed for your company. Contact your company administrator for more details.",
      );
    case "reset-not-allowed":
      return forbidden("Generic authorization exception.");
    case "domain-not-taken":
      // How the service words it is not documented.
      return forbidden(
        "This user cannot be invited because the domain of the user's email address is blocked by the invitation policy of this directory.",
      );
    case "privileges-insufficient":
      return new GraphError(
        403,
        "Authorization_RequestDenied",
        "Insufficient privileges to complete the operation.",
      );
    case "scopes-missing":
      return new GraphError(
        403,
        "AccessDenied",
        "You cannot perform the requested operation, required scopes are missing in the token.",
      );
    case "log-permissions-missing":
      return new GraphError(
        403,
        "Authentication_MSGraphPermissionMissing",
        missingPermissionsText(refusal.permissions),
      );
    case "role-unknown":
      return badRequest(`The role definition '${refusal.id}' does not exist.`);
    case "role-built-in":
      // How the service words this and the next one is not documented.
      return badRequest("A built-in role definition cannot be changed or deleted.");
    case "role-in-use":
      return badRequest("A role definition that is assigned cannot be deleted.");
    case "role-active":
    case "role-assigned":
      return badRequest(
        "A conflicting object with one or more of the specified property values is present in the directory.",
      );
    case "group-without-roles":
      return badRequest("Roles can be assigned to groups alone that were made for it.");
    case "domain-policy-exists":
      return badRequest("A policy of this type exists already in this organization.");
    case "definition-invalid":
      return badRequest(
        "Invalid value specified for property 'definition' of resource 'b2bManagementPolicy'.",
      );
    case "definition-too-long":
      // That it is refused is documented; the words are not.
      return badRequest(
        `The length of the policy definition exceeds the maximum of ${refusal.most} characters.`,
      );
    case "value-invalid":
      return badRequest(
        `Invalid value specified for property '${refusal.property}' of resource '${refusal.resource ?? "User"}'.`,
      );
    case "location-trusted":
      // That it is refused is assumed, with the words.
      return badRequest("A named location that is trusted cannot be deleted.");
    case "group-of-exchange":
      return badRequest(
        "The service does not currently support writes of mail-enabled groups. Please ensure that the mail-enablement property is unset and the security-enablement property is set.",
      );
    case "uri-outside-domains":
    case "permission-enabled":
    case "app-unknown":
    case "app-present":
      return applicationError(refusal);
    case "name-outside-own-domains":
      return badRequest(
        "The domain portion of the userPrincipalName property is invalid. You must use one of the verified domain names in your organization.",
      );
    case "password-too-weak":
      return badRequest(
        "The specified password does not comply with password complexity requirements. Please provide a different password.",
      );
    case "internal-already":
      return badRequest("The user authentication is already internal and is not eligible for conversion.");
    case "converted-with-roles":
      // That it is refused is documented; the words are not.
      return badRequest("A user who has directory roles is not eligible for conversion.");
    case "name-outside-domains":
      return badRequest("The provided UPN does not have a valid domain.");
    case "password-invalid":
      return badRequest("The provided password is not valid.");
    case "quota-exceeded":
      return quotaError(
        `The directory object quota limit for the ${refusal.of} has been exceeded. Please ask your administrator to increase the quota limit or delete objects to reduce the used quota.`,
      );
    case "too-many-owners":
      return quotaError(tooManyLinks("owners", refusal));
    case "too-many-assignments":
      return badRequest(tooManyLinks("appRoleAssignments", refusal));
    case "too-many-policies":
      return badRequest(
        `The number of conditional access policies has reached the maximum of ${refusal.most}.`,
      );
    case "too-many-tenants":
      return quotaError(
        `The invited user is a member or a guest of ${refusal.most} directories already, the most that one user can belong to.`,
      );
  }
}

function badRequest(message: string): GraphError {
  return new GraphError(400, "Request_BadRequest", message);
}

function quotaError(message: string): GraphError {
  return new GraphError(403, "Directory_QuotaExceeded", message);
}

/** The invitation service has one code for everything that it refuses. */
function invitationError(message: string): GraphError {
  return new GraphError(400, "BadRequest", message);
}

/** The status is assumed: the texts are documented without one. */
function forbidden(message: string): GraphError {
  return new GraphError(403, "Forbidden", message);
}
