export { Conduct } from "./conduct.ts";
export type { Lint, Remark } from "./sighting.ts";
