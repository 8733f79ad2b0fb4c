import type { RedemptionStep } from "@vestibule/fake-server";
import type { OpenStep, Walk } from "./walk.ts";

/** The right answer to a step, or another one. */
export function answered(walk: Walk, step: OpenStep, isRight: boolean): RedemptionStep {
  if (step.at === "passcode-request") return step.sendPasscode();
  return isRight ? right(walk, step) : wrong(step);
}

type Answerable = Exclude<OpenStep, { readonly at: "passcode-request" }>;

function right({ scene }: Walk, step: Answerable): RedemptionStep {
  switch (step.at) {
    case "sign-in":
      return step.signIn();
    case "passcode": {
      const mail = scene.contoso.inbox.mails.findLast(({ about }) => about === "passcode");
      return step.enterPasscode(mail?.about === "passcode" ? mail.passcode : "");
    }
    case "consent":
      return step.consent();
    case "mfa":
      return step.approveMfa();
    case "terms":
      return step.acceptTerms();
  }
}

function wrong(step: Answerable): RedemptionStep {
  switch (step.at) {
    case "sign-in":
      return step.signIn({ as: "somebody@else.example" });
    case "passcode":
      return step.enterPasscode("1");
    case "consent":
      return step.refuseConsent();
    case "mfa":
      return step.denyMfa();
    case "terms":
      return step.declineTerms();
  }
}
