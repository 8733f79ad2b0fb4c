export { signInAtHome } from "./at-home.ts";
export type {
  Blocked,
  Challenge,
  Circumstances,
  HomeSignIn,
  SignInResult,
  Strength,
  Trust,
  Visitor,
} from "./attempt.ts";
export { evaluateSignIn, HOME_ORGANISATION } from "./evaluate.ts";
export { stsOf, type TokenClaims, tokenClaims } from "./token-claims.ts";
