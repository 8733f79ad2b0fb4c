export {
  type Challenge,
  evaluateSignIn,
  type SignInResult,
} from "./evaluate.ts";
