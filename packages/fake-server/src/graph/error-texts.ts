/** Reported of owners in these words; that the directory says the same of assignments is assumed. */
export function tooManyLinks(
  link: string,
  { count, most }: { readonly count: number; readonly most: number },
): string {
  return `Unable to perform operation as '${count}' would exceed the maximum quota count '${most}' for forward-link '${link}'.`;
}

/** It names the service that refused, and not the application that asked. */
export function invitePermissionText(tenantId: string): string {
  return `Insufficient privileges to perform requested operation by the application '00000003-0000-0000-c000-000000000000'. ControllerName=MSGraphInviteAPI, ActionName=CreateInvite, URL absolute path=/api/${tenantId}/invites`;
}

export function existingUserText(id: string, blocked: boolean): string {
  return blocked
    ? `The invited user already exists in the directory as object ID: ${id}, but the account is blocked from signing in. If the account is unblocked, they can use that account to sign in to shared apps and resources.`
    : `The invited user already exists in the directory as object ID: ${id}. They can use that account to sign in to shared apps and resources.`;
}

/** Reported in these words, the last part of which is not always shown. */
export function missingPermissionsText(permissions: readonly string[]): string {
  return `The principal does not have required Microsoft Graph permission(s): ${permissions.join(",")} to call this API. For more information about Microsoft Graph permissions, please visit https://learn.microsoft.com/graph/permissions-overview.`;
}
