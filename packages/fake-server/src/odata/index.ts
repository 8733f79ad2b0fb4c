export { applicationModel, servicePrincipalModel } from "./application-model.ts";
export {
  conditionalAccessPolicyModel,
  namedLocationEntity,
  namedLocationModel,
} from "./conditional-access-models.ts";
export { type Expansion, readExpand } from "./expand.ts";
export { groupModel } from "./group-model.ts";
export { type ListQuery, readListQuery } from "./list-query.ts";
export { betaSignInModel, directoryAuditModel, signInModel } from "./log-models.ts";
export { type Entity, type EntityModel, type PropertyModel, spellingOf } from "./model.ts";
export type { Order } from "./order.ts";
export { QueryRefused, unknownProperty } from "./query-refused.ts";
export { Ranking } from "./ranking.ts";
export { readSearch } from "./search.ts";
export { project, readSelect } from "./select.ts";
export { ALONE } from "./shown-of-users.ts";
export { userModel } from "./user-model.ts";
