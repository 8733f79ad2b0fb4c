import type { EntityModel, PropertyModel } from "./model.ts";

const EXACT: PropertyModel = { type: "string", operators: { eq: "default" } };
const BEGINNING: PropertyModel = { type: "string", operators: { eq: "default", startsWith: "default" } };
const INSTANT: PropertyModel = {
  type: "dateTime",
  operators: { eq: "default", order: "default" },
  orderBy: "default",
};

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
    conditionalAccessStatus: EXACT,
    riskState: EXACT,
    riskLevelAggregated: EXACT,
    riskLevelDuringSignIn: EXACT,
    resourceId: EXACT,
    resourceDisplayName: EXACT,
  },
};

/**
 * What can be asked of the audit log; of who did it, and to what, nothing.
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
    result: EXACT,
  },
};
