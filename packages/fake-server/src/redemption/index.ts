export type { RefusedBecause } from "./exits.ts";
export { invalidLink, openRedemption } from "./open.ts";
export { passcodeExpiry } from "./passcodes.ts";
export type { RedemptionScene } from "./redeeming.ts";
export type {
  AcceptedStep,
  ConsentStep,
  MfaStep,
  PasscodeRequestStep,
  PasscodeStep,
  RedemptionStep,
  RefusedStep,
  SignInStep,
  TermsStep,
} from "./step.ts";
export { redemptionOf } from "./visit.ts";
