export {
  type Challenge,
  evaluateSignIn,
  type HomeRules,
  type ResourceRules,
  type SignInResult,
} from "./evaluate.ts";
