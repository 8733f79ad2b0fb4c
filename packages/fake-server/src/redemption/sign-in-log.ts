import type { Directory, RedemptionRecord, SignInRecord, User } from "../directory/index.ts";
import { homeOf } from "./account-home.ts";

/** A line of the sign-in log about a visit that has ended. */
export function signInRecordOf(
  directory: Directory,
  guest: User,
  { account, challenges, exit }: RedemptionRecord,
  requiresMfa: boolean,
): SignInRecord {
  return {
    kind: "signInRecord",
    id: directory.newId(`signIn/${guest.id}`),
    createdDateTime: directory.timestamp(),
    userId: guest.id,
    userDisplayName: guest.displayName,
    userPrincipalName: guest.userPrincipalName,
    crossTenantAccessType: "b2bCollaboration",
    homeTenantId: homeOf(directory, account)?.tenantId ?? null,
    resourceTenantId: directory.tenantId,
    authenticationRequirement: requiresMfa ? "multiFactorAuthentication" : "singleFactorAuthentication",
    status: { errorCode: Number(exit?.error?.replace("AADSTS", "") ?? 0) },
    challenges,
  };
}
