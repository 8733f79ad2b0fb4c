import type { Directory, DirectoryObject, SignInRecord } from "../directory/index.ts";
import type { View } from "../replication/index.ts";
import type { Body } from "./body.ts";

/** What guests accept their invitation in, and what that reads. */
const PORTAL = {
  appId: "4660504c-45b3-4674-a709-71951a6b0763",
  appDisplayName: "Microsoft Invitation Acceptance Portal",
};
const RESOURCE = {
  resourceId: "00000002-0000-0000-c000-000000000000",
  resourceDisplayName: "Windows Azure Active Directory",
};

/**
 * A line of the sign-in log as Graph shows it. Nobody here has an address in the network, a device or a risk: those are
 * null, and none.
 *
 * @see https://learn.microsoft.com/graph/api/resources/signin
 */
export function signInBody(
  { chance }: Directory,
  view: View<DirectoryObject>,
  record: SignInRecord,
  version: string,
): Body {
  const { id, createdDateTime, userId, userDisplayName, authenticationRequirement, status } = record;
  const { crossTenantAccessType, homeTenantId, resourceTenantId } = record;
  const beta = {
    ...{ crossTenantAccessType, homeTenantId, resourceTenantId, authenticationRequirement },
    userType: "guest",
    // A person looked at a page.
    signInEventTypes: ["interactiveUser"],
  };
  return {
    id,
    createdDateTime,
    userDisplayName,
    userPrincipalName: nameIn(view, record),
    userId,
    ...PORTAL,
    ipAddress: null,
    clientAppUsed: "Browser",
    correlationId: chance.guid(`correlation/${id}`),
    conditionalAccessStatus: conditionalAccessStatusOf(record),
    isInteractive: true,
    riskDetail: "none",
    riskLevelAggregated: "none",
    riskLevelDuringSignIn: "none",
    riskState: "none",
    ...(version !== "beta" && { riskEventTypes: [] }),
    riskEventTypes_v2: [],
    ...RESOURCE,
    status: { errorCode: status.errorCode, failureReason: null, additionalDetails: null },
    deviceDetail: {
      deviceId: "",
      displayName: null,
      operatingSystem: null,
      browser: null,
      isCompliant: null,
      isManaged: null,
      trustType: null,
    },
    location: {
      city: null,
      state: null,
      countryOrRegion: null,
      geoCoordinates: { altitude: null, latitude: null, longitude: null },
    },
    appliedConditionalAccessPolicies: [],
    ...(version === "beta" && beta),
  };
}

/**
 * A guest goes by the address at home, in lower case: one who looks for the name in this directory finds nothing.
 *
 * @see https://github.com/microsoftgraph/msgraph-sdk-powershell/issues/1772
 */
function nameIn(view: View<DirectoryObject>, { userId, userPrincipalName }: SignInRecord): string {
  const user = view.get(userId);
  return (user?.kind === "user" && user.mail?.toLowerCase()) || userPrincipalName;
}

function conditionalAccessStatusOf({ authenticationRequirement, status }: SignInRecord): string {
  if (authenticationRequirement === "singleFactorAuthentication") return "notApplied";
  return status.errorCode === 0 ? "success" : "failure";
}
