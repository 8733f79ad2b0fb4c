import type { EntityModel, PropertyModel } from "./model.ts";

const KEY: PropertyModel = { type: "string", operators: { eq: "default", in: "default" } };
const TEXT: PropertyModel = {
  type: "string",
  operators: {
    eq: "default",
    ne: "default",
    in: "default",
    startsWith: "default",
    endsWith: "default",
    contains: "default",
  },
  orderBy: "default",
};
const INSTANT: PropertyModel = {
  type: "dateTime",
  operators: { eq: "default", order: "default", strictOrder: "default" },
  orderBy: "default",
};
const OBJECT: PropertyModel = { type: "complex", operators: {} };

/**
 * What can be asked of conditional access policies: that they take filters and orders is documented, and not which.
 *
 * @see https://learn.microsoft.com/graph/api/conditionalaccessroot-list-policies
 */
export const conditionalAccessPolicyModel: EntityModel = {
  name: "conditionalAccessPolicy",
  defaultSelect: [],
  properties: {
    id: KEY,
    displayName: TEXT,
    state: { type: "string", operators: { eq: "default", ne: "default", in: "default" } },
    templateId: KEY,
    createdDateTime: INSTANT,
    modifiedDateTime: INSTANT,
    deletedDateTime: { type: "dateTime", operators: {} },
    conditions: OBJECT,
    grantControls: OBJECT,
    sessionControls: OBJECT,
  },
};

const COUNTRIES = "microsoft.graph.countryNamedLocation";
const ADDRESSES = "microsoft.graph.ipNamedLocation";

/**
 * What can be asked of named locations; of those of one type by its name: `microsoft.graph.ipNamedLocation/isTrusted`.
 *
 * @see https://learn.microsoft.com/graph/api/conditionalaccessroot-list-namedlocations
 */
export const namedLocationModel: EntityModel = {
  name: "namedLocation",
  defaultSelect: [],
  properties: {
    id: KEY,
    displayName: TEXT,
    createdDateTime: INSTANT,
    modifiedDateTime: INSTANT,
    "@odata.type": { type: "string", operators: { eq: "default" } },
    [COUNTRIES]: OBJECT,
    [ADDRESSES]: OBJECT,
  },
  parts: {
    [`${COUNTRIES}/countriesAndRegions`]: { type: "strings", operators: { eq: "default" } },
    [`${ADDRESSES}/isTrusted`]: { type: "boolean", operators: { eq: "default", ne: "default" } },
  },
};

/** A named location as it is asked: as itself, and as one of its type. */
export function namedLocationEntity(body: Readonly<Record<string, unknown>>): object {
  return { ...body, [String(body["@odata.type"]).slice(1)]: body };
}
