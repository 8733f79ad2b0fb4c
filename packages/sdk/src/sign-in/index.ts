export {
  judgeSignIn,
  type PolicyReference,
  type ResourceTenantSettings,
  type SignInChallenge,
  type SignInPrediction,
} from "./predict.ts";
export { type SignIn, signIn } from "./sign-in.ts";
