export type { Caller } from "./callers.ts";
export { Tokens } from "./tokens.ts";
