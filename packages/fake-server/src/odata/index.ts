export { type ListQuery, readListQuery } from "./list-query.ts";
export { directoryAuditModel, signInModel } from "./log-models.ts";
export type { EntityModel } from "./model.ts";
export { QueryRefused } from "./query-refused.ts";
export { project, readSelect } from "./select.ts";
export { ALONE } from "./shown-of-users.ts";
export { userModel } from "./user-model.ts";
