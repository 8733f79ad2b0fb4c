export { limits } from "./catalogue.ts";
export { judgeLimit, type LimitStanding, type Usage } from "./judge.ts";
export type { Limit } from "./limit.ts";
export { type DirectoryLimits, directoryLimits, judgeObjects, limitOf } from "./limits.ts";
