import { type Property, readProperties, readType, type TypeRef } from "./type-ref.ts";

/** An action or a function of the API. */
export interface Operation {
  readonly name: string;
  /** What it is asked of. */
  readonly of: TypeRef;
  readonly isAction: boolean;
  /** Those of a function stand in the path. */
  readonly parameters: ReadonlyMap<string, Property>;
  /** `undefined` where nothing comes back. */
  readonly returns: TypeRef | undefined;
  readonly only?: "beta";
}

function action(of: string, name: string, parameters: string, returns?: string, only?: "beta"): Operation {
  return {
    name,
    of: readType(of),
    isAction: true,
    parameters: readProperties(parameters),
    returns: returns === undefined ? undefined : readType(returns),
    ...(only && { only }),
  };
}

function func(of: string, name: string, returns: string, parameters = ""): Operation {
  return { ...action(of, name, parameters, returns), isAction: false };
}

const WITH_CHANGES = ["user", "group", "application", "servicePrincipal", "directoryRole", "directoryObject"];

/** The operations that are bound to the types of this API, with what the published metadata says they take and give. */
export const OPERATIONS: readonly Operation[] = [
  ...WITH_CHANGES.map((type) => func(`[${type}]`, "delta", `[${type}]`)),
  action("[directoryObject]", "getByIds", "ids [String], types [String]", "[directoryObject]"),
  action("directoryObject", "checkMemberGroups", "groupIds [String]", "[String]"),
  action("directoryObject", "checkMemberObjects", "ids [String]", "[String]"),
  action("directoryObject", "getMemberGroups", "securityEnabledOnly Boolean?", "[String]"),
  action("directoryObject", "getMemberObjects", "securityEnabledOnly Boolean?", "[String]"),
  action(
    "directoryObject",
    "restore",
    "autoReconcileProxyConflict Boolean?, newUserPrincipalName String?",
    "directoryObject",
  ),
  action("application", "addPassword", "passwordCredential passwordCredential?", "passwordCredential?"),
  action("application", "removePassword", "keyId Guid"),
  action("user", "revokeSignInSessions", "", "Boolean"),
  action(
    "user",
    "convertExternalToInternalMemberUser",
    "userPrincipalName String?, passwordProfile passwordProfile?, mail String?",
    "conversionUserDetails",
    "beta",
  ),
  action("crossTenantAccessPolicyConfigurationDefault", "resetToSystemDefault", ""),
  func("tenantRelationship", "findTenantInformationByDomainName", "tenantInformation", "domainName String"),
  func("tenantRelationship", "findTenantInformationByTenantId", "tenantInformation", "tenantId String"),
];
