import { invalidInput } from "../errors/index.ts";
import { readSignInQuestion, readSignInSettings, type SignInQuestion } from "../schemas/index.ts";
import { predictSignIn, type ResourceTenantSettings, type SignInPrediction } from "./predict.ts";

/**
 * Judges which challenges a guest meets at sign-in. Pure: it asks nobody.
 *
 * A directory can ask its guests for multifactor authentication. Unless it trusts the one done at home, a guest whose
 * own organisation asks as well does it twice.
 *
 * @throws B2BError `invalid-input` for a question or settings that cannot be right
 * @see https://learn.microsoft.com/entra/external-id/authentication-conditional-access
 */
export function judgeSignIn(question: SignInQuestion, settings: ResourceTenantSettings): SignInPrediction {
  const asked = readSignInQuestion(question);
  const problems = [asked, readSignInSettings(settings)].flatMap((reading) =>
    reading.ok ? [] : reading.problems,
  );
  if (!asked.ok || problems.length > 0) throw invalidInput("judgeSignIn", problems);
  return predictSignIn(asked.value, settings);
}
