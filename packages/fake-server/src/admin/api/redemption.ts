import type { RedemptionStep } from "../../redemption/index.ts";
import type { World } from "../../world/index.ts";
import { bodyOf } from "./bodies.ts";
import { Problem } from "./problem.ts";

/** What a guest can do at some step: the step's own words for it. */
type Answer =
  | "signIn"
  | "sendPasscode"
  | "enterPasscode"
  | "consent"
  | "refuseConsent"
  | "approveMfa"
  | "denyMfa"
  | "acceptTerms"
  | "declineTerms";

/** Opens a redeem link, or answers the step that its redemption is at, and tells the step that follows. */
export async function stepOf(world: World, request: Request): Promise<object> {
  const { link, answer, ...given } = (await bodyOf("redemption", request)) as Asked;
  const step = world.redemption(link);
  return told(answer === undefined ? step : answered(step, answer, given));
}

/** What is answered with: an account, or a code. */
interface Given {
  readonly with?: string;
  readonly as?: string;
  readonly code?: string;
}

interface Asked extends Given {
  readonly link: string;
  readonly answer?: Answer;
}

function answered(step: RedemptionStep, answer: Answer, { code, ...account }: Given): RedemptionStep {
  const takes = answersTo(step);
  if (!takes.includes(answer)) {
    const known = takes.length === 0 ? "is at its end" : `takes ${takes.join(", ")}`;
    throw new Problem(409, `the redemption is at ${step.at}, which ${known}; it does not take ${answer}`);
  }
  const given = answer === "signIn" ? account : answer === "enterPasscode" ? code : undefined;
  return (step as unknown as Readonly<Record<Answer, (given: unknown) => RedemptionStep>>)[answer](given);
}

/** What the step can be answered with: whatever it has a function for. */
function answersTo(step: RedemptionStep): readonly string[] {
  return Object.entries(step).flatMap(([name, value]) => (typeof value === "function" ? [name] : []));
}

/** A step without its functions, but with their names. */
function told(step: RedemptionStep): object {
  const told = Object.entries(step).filter(([, value]) => typeof value !== "function");
  return { ...Object.fromEntries(told), answers: answersTo(step) };
}
