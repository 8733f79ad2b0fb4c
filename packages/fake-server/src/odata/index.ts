export { applicationModel, servicePrincipalModel } from "./application-model.ts";
export { groupModel } from "./group-model.ts";
export { type ListQuery, readListQuery } from "./list-query.ts";
export type { Entity, EntityModel } from "./model.ts";
export { QueryRefused } from "./query-refused.ts";
export { readSearch } from "./search.ts";
export { project, readSelect } from "./select.ts";
export { userModel } from "./user-model.ts";
