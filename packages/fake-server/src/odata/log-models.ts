import type { EntityModel, PropertyModel } from "./model.ts";

const EXACT: PropertyModel = { type: "string", operators: { eq: "default" } };
const BEGINNING: PropertyModel = { type: "string", operators: { eq: "default", startsWith: "default" } };
const INSTANT: PropertyModel = {
  type: "dateTime",
  operators: { eq: "default", order: "default" },
  orderBy: "default",
};

const OBJECT: PropertyModel = { type: "complex", operators: {} };
const OBJECTS: PropertyModel = { type: "complexes", operators: {} };

function enumeration(name: string): PropertyModel {
  return { type: "enum", enumeration: `microsoft.graph.${name}`, operators: { eq: "default" } };
}

/**
 * What can be asked of the sign-in log.
 *
 * @see https://learn.microsoft.com/graph/api/resources/signin
 */
export const signInModel: EntityModel = {
  name: "signIn",
  defaultSelect: [],
  properties: {
    id: EXACT,
    createdDateTime: INSTANT,
    userDisplayName: BEGINNING,
    userPrincipalName: BEGINNING,
    userId: EXACT,
    appId: EXACT,
    appDisplayName: BEGINNING,
    ipAddress: BEGINNING,
    clientAppUsed: EXACT,
    correlationId: EXACT,
    conditionalAccessStatus: enumeration("conditionalAccessStatus"),
    riskState: enumeration("riskState"),
    riskLevelAggregated: enumeration("riskLevel"),
    riskLevelDuringSignIn: enumeration("riskLevel"),
    resourceId: EXACT,
    resourceDisplayName: EXACT,
    status: OBJECT,
    deviceDetail: OBJECT,
    location: OBJECT,
    isInteractive: { type: "boolean", operators: {} },
    riskDetail: { type: "enum", enumeration: "microsoft.graph.riskDetail", operators: {} },
    riskEventTypes: { type: "strings", operators: {} },
    riskEventTypes_v2: { type: "strings", operators: {} },
    appliedConditionalAccessPolicies: OBJECTS,
  },
  parts: {
    "status/errorCode": { type: "number", operators: { eq: "default" } },
    "deviceDetail/browser": BEGINNING,
    "deviceDetail/operatingSystem": BEGINNING,
    "location/city": BEGINNING,
    "location/state": BEGINNING,
    "location/countryOrRegion": BEGINNING,
  },
};

/** The same in the beta, which knows how somebody signed in. */
export const betaSignInModel: EntityModel = {
  ...signInModel,
  properties: {
    ...signInModel.properties,
    signInEventTypes: { type: "strings", operators: { eq: "default", ne: "default" } },
  },
};

/**
 * What can be asked of the audit log.
 *
 * @see https://learn.microsoft.com/graph/api/resources/directoryaudit
 */
export const directoryAuditModel: EntityModel = {
  name: "directoryAudit",
  defaultSelect: [],
  properties: {
    id: EXACT,
    activityDateTime: INSTANT,
    activityDisplayName: BEGINNING,
    category: EXACT,
    correlationId: EXACT,
    loggedByService: EXACT,
    operationType: EXACT,
    result: enumeration("operationResult"),
    initiatedBy: OBJECT,
    targetResources: OBJECTS,
    resultReason: { type: "string", operators: {} },
    additionalDetails: OBJECTS,
  },
  parts: {
    "initiatedBy/user/id": EXACT,
    "initiatedBy/user/displayName": EXACT,
    "initiatedBy/user/userPrincipalName": BEGINNING,
    "initiatedBy/app/appId": EXACT,
    "initiatedBy/app/displayName": EXACT,
    "targetResources/id": EXACT,
    "targetResources/displayName": BEGINNING,
  },
};
