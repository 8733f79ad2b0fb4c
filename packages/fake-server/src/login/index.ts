export type { Caller } from "./callers.ts";
export type { LoginAnswer, LoginRequest } from "./exchange.ts";
export { login } from "./gate.ts";
export { Grants, type GrantsPosition, type KeptGrants } from "./grants.ts";
export type { LoginService, SignedIn } from "./service.ts";
export { type TokenRefusal, whyRefused } from "./token-refusal.ts";
export { type KeptToken, Tokens } from "./tokens.ts";
