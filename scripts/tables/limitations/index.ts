export type { Limitation } from "./limitation.ts";
export { problemsOf } from "./problems.ts";
export { limitationsTable, topics } from "./table.ts";
