export { evidenceIn } from "./evidence.ts";
export type { Limitation } from "./limitation.ts";
export { problemsOf } from "./problems.ts";
export { limitationsTable, topics } from "./table.ts";
export { testTitlesOf } from "./test-titles.ts";
