import { fakeTest, sdkTest } from "../shown.ts";
import { exported, type Limitation, method, rule, type Topic } from "./limitation.ts";

const place = { example: "limitation-double-mfa", guide: "double-mfa.md" } as const;

const enforceable: Limitation = {
  id: "A1",
  says: "An organisation may ask its guests for multifactor authentication by its own conditional access policies.",
  api: [method("signIn.predict", "SignIn"), exported("judgeSignIn")],
  rules: [
    rule("sign-in/coverage.ts", "covers", "which policies are about a sign-in"),
    rule("sign-in/evaluate.ts", "evaluateSignIn", "what they make the guest do"),
    rule("directory/conditional-access.ts", "createConditionalAccess", "keeps policies as Graph does"),
  ],
  handled: [
    sdkTest("sign-in/predict", "a guest's sign-in asks once, here, where only this directory does"),
    sdkTest("sign-in/predict", "a policy that is for guests of all organisations asks guests"),
    sdkTest("sign-in/sign-in", "predicting a sign-in reads all pages of the policies"),
    sdkTest(
      "sign-in/memberships",
      "predicting the sign-in of a guest who is there reads groups and roles where a policy is for %s",
    ),
  ],
  enforced: [
    fakeTest(
      "sign-in/evaluate",
      "a guest's sign-in ends where a policy blocks, after the guest has signed in at home",
    ),
    fakeTest("sign-in/evaluate", "a guest's sign-in is only watched by a policy that reports"),
    fakeTest(
      "sign-in/evaluate",
      "a guest's sign-in is judged by the roles that the guest has, those of a group too",
    ),
    fakeTest(
      "world/redemption",
      "multifactor authentication at sign-in is asked of a guest without an Entra organisation in the resource tenant, whatever is trusted",
    ),
  ],
  ...place,
};

const twice: Limitation = {
  id: "A2",
  says: "A guest whose own organisation asks for it already may have to do it a second time, in the directory that invited.",
  api: [method("signIn.predict", "SignIn"), exported("judgeSignIn")],
  rules: [
    rule("sign-in/evaluate.ts", "evaluateSignIn", "asks at home first, and here for what is not trusted"),
    rule("directory/cross-tenant-access.ts", "effectiveAccess", "what is trusted of whom"),
    rule("world/redeem.ts", "redeem", "signs the guest in, and records each prompt"),
  ],
  handled: [
    sdkTest(
      "sign-in/predict",
      "a guest's sign-in asks twice where both do and nothing is trusted, and says what would spare the second",
    ),
    sdkTest("sign-in/predict", "a guest's sign-in asks once, at home, where that is trusted"),
    fakeTest(
      "world/redemption",
      "multifactor authentication at sign-in is predicted by the SDK as the fake then asks for it",
    ),
  ],
  enforced: [
    fakeTest(
      "sign-in/evaluate",
      "a guest's sign-in asks twice where both organisations do and nothing is trusted",
    ),
    fakeTest(
      "sign-in/evaluate",
      "a guest's sign-in asks once, at home, where that is trusted, whether or not home asks by itself",
    ),
    fakeTest(
      "sign-in/differential",
      "the prediction of a sign-in is what the fake then really asks for, in twenty thousand combinations of policies, trust, homes and devices",
    ),
  ],
  ...place,
};

export const doubleMfa: Topic = { title: "Double MFA", limitations: [enforceable, twice] };
