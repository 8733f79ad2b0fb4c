export type { SchemaViolation } from "./schema/index.ts";
export { checkEveryWorld, type SchemaReport } from "./world/index.ts";
