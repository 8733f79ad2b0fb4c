export { judgeSignIn } from "./judge-sign-in.ts";
export {
  predictSignIn,
  type ResourceTenantSettings,
  type SignInChallenge,
  type SignInPrediction,
} from "./predict.ts";
export { type SignIn, signIn } from "./sign-in.ts";
export { trustIn } from "./trust-in.ts";
export type { PolicyReference } from "./verdict.ts";
