export type { Caller } from "./callers.ts";
export { type IssuedToken, Tokens } from "./tokens.ts";
